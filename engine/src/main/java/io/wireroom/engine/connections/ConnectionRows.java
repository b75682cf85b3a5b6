package io.wireroom.engine.connections;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import io.wireroom.connector.Connections.Connection;
import io.wireroom.engine.connections.Seal.Place;
import io.wireroom.engine.connections.Stored.Previous;
import io.wireroom.engine.connections.Stored.Tested;
import io.wireroom.engine.store.Database;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/** The connections' tables. Blocks; what it wrote is on disk when it returns. */
record ConnectionRows(Database database) {
  boolean any() {
    return database.read(db -> db.fetchExists(table("connection")));
  }

  List<Stored> all(Seal seal) {
    return database.read(
        db ->
            db.select()
                .from(table("connection"))
                .orderBy(field("name"))
                .fetch(row -> stored(row, previous(db, row, seal), seal)));
  }

  /** Writes a connection with everything that belongs to it, instead of what there was. */
  void put(Stored stored, Connection connection, Seal seal) {
    database.changeDurably(db -> put(db, stored, connection, seal));
  }

  /** Seals all of them anew, in one transaction. */
  void putAll(List<Stored> all, Seal seal) {
    database.changeDurably(
        db -> all.forEach(s -> s.connection().ifPresent(values -> put(db, s, values, seal))));
  }

  void remove(String name) {
    database.changeDurably(
        db -> db.deleteFrom(table("connection")).where(field("name").eq(name)).execute());
  }

  void tested(String name, Tested tested) {
    database.change(
        db ->
            db.update(table("connection"))
                .set(field("tested_at"), (Object) tested.at().toString())
                .set(field("test_ok"), (Object) number(tested.ok()))
                .set(field("test_detail"), (Object) tested.detail())
                .where(field("name").eq(name))
                .execute());
  }

  private static void put(DSLContext db, Stored stored, Connection connection, Seal seal) {
    db.deleteFrom(table("connection")).where(field("name").eq(stored.name())).execute();
    db.insertInto(table("connection"))
        .set(field("name"), (Object) stored.name())
        .set(field("type"), (Object) stored.type())
        .set(field("owner"), (Object) stored.owner())
        .set(
            field("sealed"),
            (Object) seal.close(connection.fields(), Place.current(stored.name(), stored.type())))
        .set(field("created_at"), (Object) stored.createdAt().toString())
        .set(field("updated_at"), (Object) stored.updatedAt().toString())
        .execute();
    stored
        .lastTest()
        .ifPresent(
            test ->
                db.update(table("connection"))
                    .set(field("tested_at"), (Object) test.at().toString())
                    .set(field("test_ok"), (Object) number(test.ok()))
                    .set(field("test_detail"), (Object) test.detail())
                    .where(field("name").eq(stored.name()))
                    .execute());
    // why the oldest first: ids grow, and the newest is read first
    for (var previous : stored.previous().reversed()) {
      var place = Place.previous(stored.name(), stored.type(), previous.until());
      db.insertInto(table("connection_previous"))
          .set(field("name"), (Object) stored.name())
          .set(field("sealed"), (Object) seal.close(previous.connection().fields(), place))
          .set(field("valid_until"), (Object) previous.until().toString())
          .execute();
    }
  }

  private static int number(boolean yes) {
    return yes ? 1 : 0;
  }

  private static Stored stored(Record row, List<Previous> previous, Seal seal) {
    var name = row.get("name", String.class);
    var type = row.get("type", String.class);
    return new Stored(
        name,
        type,
        row.get("owner", String.class),
        Instant.parse(row.get("created_at", String.class)),
        Instant.parse(row.get("updated_at", String.class)),
        open(row, Place.current(name, type), seal),
        previous,
        Optional.ofNullable(row.get("tested_at", String.class))
            .map(at -> tested(Instant.parse(at), row)));
  }

  private static Tested tested(Instant at, Record row) {
    return new Tested(at, row.get("test_ok", Boolean.class), row.get("test_detail", String.class));
  }

  private static List<Previous> previous(DSLContext db, Record row, Seal seal) {
    var name = row.get("name", String.class);
    var type = row.get("type", String.class);
    return db
        .select()
        .from(table("connection_previous"))
        .where(field("name").eq(name))
        .orderBy(field("id").desc())
        .fetch()
        .stream()
        .flatMap(
            old -> {
              var until = Instant.parse(old.get("valid_until", String.class));
              return open(old, Place.previous(name, type, until), seal)
                  .map(connection -> new Previous(connection, until))
                  .stream();
            })
        .toList();
  }

  private static Optional<Connection> open(Record row, Place place, Seal seal) {
    return seal.open(row.get("sealed", byte[].class), place)
        .map(fields -> new Connection(place.type(), Map.copyOf(fields)));
  }
}
