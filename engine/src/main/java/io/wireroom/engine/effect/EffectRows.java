package io.wireroom.engine.effect;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import io.wireroom.connector.Effect;
import io.wireroom.connector.Outcome;
import io.wireroom.engine.document.DocumentId;
import io.wireroom.engine.document.References;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertSetMoreStep;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The ledger's rows. */
final class EffectRows {
  private static final Table<Record> EFFECT = table("effect");
  private static final Table<?> DOCUMENT = table("effect_document");
  private static final Field<String> DOCUMENT_ID = text("document_id");
  private static final Field<String> KEY = text("effect_key");
  private static final Field<Long> RUN = field("run_key", Long.class);
  private static final Field<Long> STEP = field("step_key", Long.class);
  private static final Field<String> WORKFLOW = text("workflow");
  private static final Field<String> ELEMENT = text("element_id");
  private static final Field<String> CONNECTOR = text("connector");
  private static final Field<String> KIND = text("kind");
  private static final Field<String> METHOD = text("method");
  private static final Field<String> TARGET = text("target");
  private static final Field<String> STATE = text("state");
  private static final Field<Integer> ATTEMPTS = field("attempts", Integer.class);
  private static final Field<String> INTENDED_AT = text("intended_at");
  private static final Field<String> SENT_AT = text("sent_at");
  private static final Field<String> SETTLED_AT = text("settled_at");
  private static final Field<String> SETTLED_BY = text("settled_by");
  private static final Field<String> SUMMARY = text("summary");
  private static final Field<String> OUTCOME = text("outcome");
  private static final Field<Integer> COMPLETES = field("completes", Integer.class);
  private static final Field<Integer> TOLD = field("told", Integer.class);

  private final DSLContext db;

  EffectRows(DSLContext db) {
    this.db = db;
  }

  private static Field<String> text(String name) {
    return field(name, String.class);
  }

  Optional<EffectEntry> find(String key) {
    return db.selectFrom(EFFECT).where(KEY.eq(key)).fetchOptional(EffectRows::entry);
  }

  List<EffectEntry> ofRun(long runKey) {
    return db.selectFrom(EFFECT)
        .where(RUN.eq(runKey))
        .orderBy(INTENDED_AT, STEP, KEY)
        .fetch(EffectRows::entry);
  }

  List<EffectEntry> ofStep(long stepKey) {
    return db.selectFrom(EFFECT)
        .where(STEP.eq(stepKey))
        .orderBy(INTENDED_AT, KEY)
        .fetch(EffectRows::entry);
  }

  void insert(EffectEntry entry) {
    insertion(entry).execute();
  }

  private InsertSetMoreStep<Record> insertion(EffectEntry entry) {
    var call = entry.call();
    return db.insertInto(EFFECT)
        .set(KEY, call.key())
        .set(RUN, call.runKey())
        .set(STEP, call.stepKey())
        .set(WORKFLOW, call.workflow())
        .set(ELEMENT, call.elementId())
        .set(CONNECTOR, call.connector())
        .set(KIND, call.effect().kind().name())
        .set(METHOD, call.effect().method().orElse(null))
        .set(TARGET, call.effect().target().orElse(null))
        .set(STATE, entry.state().name())
        .set(ATTEMPTS, entry.attempts())
        .set(INTENDED_AT, entry.intendedAt().toString())
        .set(SENT_AT, entry.sentAt().map(Instant::toString).orElse(null))
        .set(COMPLETES, 0)
        .set(TOLD, 0);
  }

  /** A call that is over, in one statement; what an earlier try said is replaced. */
  void keep(EffectEntry sent, Settled settled, Instant at) {
    insertion(sent)
        .set(settlement(settled, Optional.empty(), at))
        .onConflict(KEY)
        .doUpdate()
        .set(settlement(settled, Optional.empty(), at))
        .set(ATTEMPTS, field(name("effect", "attempts"), Integer.class).plus(1))
        .set(SENT_AT, sent.sentAt().map(Instant::toString).orElse(null))
        .execute();
    keepDocuments(sent.call().key(), settled);
  }

  void sent(String key, Instant at) {
    db.update(EFFECT)
        .set(STATE, EffectState.SENT.name())
        .set(ATTEMPTS, ATTEMPTS.plus(1))
        .set(SENT_AT, at.toString())
        .setNull(SETTLED_AT)
        .setNull(SETTLED_BY)
        .setNull(SUMMARY)
        .setNull(OUTCOME)
        .set(COMPLETES, 0)
        .set(TOLD, 0)
        .where(KEY.eq(key))
        .execute();
  }

  void settle(String key, Settled settled, Optional<String> by, Instant at) {
    db.update(EFFECT).set(settlement(settled, by, at)).where(KEY.eq(key)).execute();
    keepDocuments(key, settled);
  }

  private static Map<Field<?>, @Nullable Object> settlement(
      Settled settled, Optional<String> by, Instant at) {
    var columns = new LinkedHashMap<Field<?>, @Nullable Object>();
    columns.put(STATE, settled.state().name());
    columns.put(SETTLED_AT, at.toString());
    columns.put(SETTLED_BY, by.orElse(null));
    columns.put(SUMMARY, settled.summary());
    columns.put(OUTCOME, OutcomeText.of(settled.outcome()).orElse(null));
    columns.put(COMPLETES, settled.completes() ? 1 : 0);
    columns.put(TOLD, 0);
    return columns;
  }

  private void keepDocuments(String key, Settled settled) {
    if (settled.outcome() instanceof Outcome.Done(var output)) {
      References.in(output).forEach(document -> use(key, document));
    }
  }

  private void use(String key, DocumentId document) {
    db.insertInto(DOCUMENT)
        .set(KEY, key)
        .set(DOCUMENT_ID, document.text())
        .onConflictDoNothing()
        .execute();
  }

  boolean needs(DocumentId document) {
    return db.fetchExists(DOCUMENT, DOCUMENT_ID.eq(document.text()));
  }

  void unknown(String key) {
    db.update(EFFECT).set(STATE, EffectState.UNKNOWN.name()).where(KEY.eq(key)).execute();
  }

  void target(String key, String target) {
    db.update(EFFECT).set(TARGET, target).where(KEY.eq(key)).execute();
  }

  void told(String key) {
    db.update(EFFECT).set(TOLD, 1).where(KEY.eq(key)).execute();
  }

  void forget(long runKey) {
    db.deleteFrom(DOCUMENT).where(KEY.in(select(KEY).from(EFFECT).where(RUN.eq(runKey)))).execute();
    db.deleteFrom(EFFECT).where(RUN.eq(runKey)).execute();
  }

  /** Runs whose every line is older. */
  List<Long> runsBefore(Instant at) {
    return db.selectDistinct(RUN).from(EFFECT).where(INTENDED_AT.lt(at.toString())).fetch(RUN);
  }

  private static EffectEntry entry(Record row) {
    return new EffectEntry(
        new EffectCall(
            row.get(KEY),
            row.get(RUN),
            row.get(STEP),
            row.get(WORKFLOW),
            row.get(ELEMENT),
            row.get(CONNECTOR),
            new Effect(
                Effect.Kind.valueOf(row.get(KIND)),
                Optional.ofNullable(row.get(METHOD)),
                Optional.ofNullable(row.get(TARGET)))),
        EffectState.valueOf(row.get(STATE)),
        row.get(ATTEMPTS),
        Instant.parse(row.get(INTENDED_AT)),
        Optional.ofNullable(row.get(SENT_AT)).map(Instant::parse),
        Optional.ofNullable(row.get(SETTLED_AT)).map(Instant::parse),
        Optional.ofNullable(row.get(SETTLED_BY)),
        Optional.ofNullable(row.get(SUMMARY)),
        Optional.ofNullable(row.get(OUTCOME)).map(OutcomeText::read),
        row.get(COMPLETES) == 1,
        row.get(TOLD) == 1);
  }
}
