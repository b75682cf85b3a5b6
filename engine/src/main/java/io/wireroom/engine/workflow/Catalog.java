package io.wireroom.engine.workflow;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import io.wireroom.engine.history.RunCounts;
import io.wireroom.engine.history.RunQueries;
import io.wireroom.engine.store.Database;
import io.wireroom.engine.workflow.WorkflowView.DraftView;
import io.wireroom.engine.workflow.WorkflowView.Runs;
import io.wireroom.engine.workflow.WorkflowView.VersionView;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Record;

/** The list of workflows as one person sees it. Blocks. */
public final class Catalog {
  private final Database database;
  private final Drafts drafts;
  private final Versions versions;
  private final DiagramCheck check;
  private final Triggers triggers;
  private final Gallery gallery;
  private final RunQueries runs;
  private final Clock clock;

  public Catalog(
      Database database,
      Drafts drafts,
      Versions versions,
      DiagramCheck check,
      Triggers triggers,
      Gallery gallery,
      RunQueries runs,
      Clock clock) {
    this.database = database;
    this.drafts = drafts;
    this.versions = versions;
    this.check = check;
    this.triggers = triggers;
    this.gallery = gallery;
    this.runs = runs;
    this.clock = clock;
  }

  /** Every workflow with a version or with a draft of this person, by name. */
  public List<WorkflowView> list(String person) {
    var counts = counts();
    return database
        .read(db -> db.select().from(table("workflow")).orderBy(field("name")).fetch())
        .stream()
        .flatMap(row -> view(row, person, counts).stream())
        .toList();
  }

  /** One workflow with its versions and the problems of what the person would publish. */
  public Optional<WorkflowView> find(String id, String person) {
    return database
        .read(db -> db.select().from(table("workflow")).where(field("id").eq(id)).fetchOptional())
        .flatMap(row -> view(row, person, counts()))
        .map(view -> detailed(view, person));
  }

  private Optional<WorkflowView> view(Record row, String person, Map<String, RunCounts> counts) {
    var id = row.get("id", String.class);
    var latest = versions.latest(id);
    var draft = drafts.find(id, person);
    var xml = latest.map(Versions.Version::xml).or(() -> draft.map(Drafts.Draft::xml));
    return xml.map(
        diagram ->
            new WorkflowView(
                id,
                row.get("name", String.class),
                latest.isPresent() ? "published" : "draft",
                isPaused(id),
                latest.map(Versions.Version::version),
                draft.map(d -> new DraftView(d.updatedAt(), d.basedOn())),
                triggers.of(Diagram.parse(diagram), latest.isPresent()),
                runs(counts.getOrDefault(id, new RunCounts(0, 0))),
                Instant.parse(row.get("updated_at", String.class)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
  }

  private boolean isPaused(String id) {
    return new Pauses(database, clock).is(id);
  }

  private Map<String, RunCounts> counts() {
    return runs.counts(clock.instant().atZone(clock.getZone()).truncatedTo(DAYS).toInstant());
  }

  private static Runs runs(RunCounts counts) {
    return new Runs(counts.begun(), counts.failed());
  }

  private WorkflowView detailed(WorkflowView view, String person) {
    var current =
        drafts
            .find(view.id(), person)
            .map(Drafts.Draft::xml)
            .or(() -> versions.latest(view.id()).map(Versions.Version::xml))
            .orElseThrow();
    return new WorkflowView(
        view.id(),
        view.name(),
        view.status(),
        view.paused(),
        view.version(),
        view.draft(),
        view.triggers(),
        view.runs(),
        view.updatedAt(),
        Optional.of(
            versions.of(view.id()).stream()
                .map(v -> new VersionView(v.version(), v.publishedAt(), v.publishedBy()))
                .toList()),
        Optional.of(check.problems(current)),
        gallery.find(view.id()).flatMap(Gallery.Template::exampleInput));
  }
}
