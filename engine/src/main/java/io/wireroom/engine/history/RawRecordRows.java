package io.wireroom.engine.history;

import java.util.List;
import org.jooq.DSLContext;

/** Records that this version does not know, kept for a later one; the oldest give way. */
record RawRecordRows(DSLContext db) {
  private static final int MOST = 10_000;
  private static final int LONGEST = 64 << 10;

  void save(List<BrokerRecord> unknown) {
    if (unknown.isEmpty()) {
      return;
    }
    unknown.forEach(this::save);
    db.execute(
        "update counter set value = value + ? where name = 'unknownRecords'", unknown.size());
    db.execute(
        """
        delete from raw_record where at <
          (select at from raw_record order by at desc, position desc limit 1 offset ?)
        """,
        MOST);
  }

  private void save(BrokerRecord r) {
    var json = r.value().toString();
    db.execute(
        """
        insert into raw_record (partition_id, position, at, type, intent, json)
        values (?, ?, ?, ?, ?, ?) on conflict (partition_id, position) do nothing
        """,
        r.partition(),
        r.position(),
        Times.text(r.at()),
        r.type(),
        r.intent(),
        json.length() > LONGEST ? json.substring(0, LONGEST) : json);
  }
}
