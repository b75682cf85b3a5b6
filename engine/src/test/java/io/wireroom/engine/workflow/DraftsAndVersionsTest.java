package io.wireroom.engine.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.engine.process.Origin;
import io.wireroom.engine.store.Database;
import io.wireroom.engine.testing.Diagrams;
import io.wireroom.engine.testing.OnEveryStore;
import io.wireroom.engine.testing.TestStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the store keeps of workflows. */
@Tag("module")
@OnEveryStore
class DraftsAndVersionsTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);

  private final Database database;
  private final Drafts drafts;
  private final Versions versions;

  DraftsAndVersionsTest(TestStore store, @TempDir Path folder) {
    database = store.open(folder);
    drafts = new Drafts(database, NOON);
    versions = new Versions(database, NOON);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aDraftIsKeptForItsPersonAndNotOverASavingThatSomebodyDidNotSee() {
    assertThat(save("ada", OptionalInt.empty(), Optional.empty()))
        .isInstanceOf(Drafts.Saved.Kept.class);
    assertThat(save("ada", OptionalInt.of(1), Optional.of(3)))
        .isInstanceOf(Drafts.Saved.Kept.class);

    assertThat(save("ada", OptionalInt.of(1), Optional.empty()))
        .isEqualTo(new Drafts.Saved.Conflict(2));
    assertThat(save("ada", OptionalInt.empty(), Optional.empty()))
        .isEqualTo(new Drafts.Saved.Conflict(2));
    assertThat(drafts.find("w", "ada").orElseThrow().basedOn()).contains(3);
    assertThat(drafts.find("w", "bob")).isEmpty();
  }

  @Test
  void aWorkflowWithoutVersionIsGoneWithItsLastDraft() {
    save("ada", OptionalInt.empty(), Optional.empty());
    save("bob", OptionalInt.empty(), Optional.empty());

    assertThat(drafts.discard("w", "ada")).isTrue();
    assertThat(drafts.discard("w", "ada")).isFalse();
    assertThat(workflows()).isEqualTo(1);
    drafts.discard("w", "bob");
    assertThat(workflows()).isZero();
  }

  @Test
  void versionsAreKeptOnceAndTheNewestOfEachIsFound() {
    versions.save(diagram("w"), 1, 11, "<one/>", "ada");
    versions.save(diagram("w"), 2, 1L << 52, "<two/>", "ada");
    versions.save(diagram("w"), 2, 1L << 52, "<again/>", "bob");
    versions.save(diagram("v"), 1, 13, "<v/>", "ada");

    assertThat(versions.latest("w").orElseThrow().xml()).isEqualTo("<two/>");
    assertThat(versions.of("w")).extracting(Versions.Version::version).containsExactly(2, 1);
    assertThat(versions.byDefinition(1L << 52)).map(Versions.Version::version).contains(2);
    assertThat(versions.newest()).extracting(Versions.Version::workflow).containsOnly("v", "w");
  }

  @Test
  void deploymentsAndPausesAreKept() {
    var deployments = new Deployments(database, NOON);
    deployments.keep(11, new Origin("w", 0), Deployments.Kind.COPY, "<copy/>");
    deployments.keep(11, new Origin("w", 0), Deployments.Kind.COPY, "<other/>");
    var pauses = new Pauses(database, NOON);
    pauses.begin("w", "ada");
    pauses.begin("w", "bob");

    assertThat(deployments.isCopy(11)).isTrue();
    assertThat(deployments.xml(11)).contains("<copy/>");
    assertThat(deployments.copiesOlderThan(Duration.ofSeconds(-1))).containsExactly(11L);
    deployments.removed(11);
    assertThat(deployments.isCopy(11)).isFalse();
    assertThat(pauses.all()).containsExactly("w");
    pauses.end("w");
    assertThat(pauses.is("w")).isFalse();
  }

  private Drafts.Saved save(String person, OptionalInt expected, Optional<Integer> basedOn) {
    return drafts.save(diagram("w"), person, "<draft/>", expected, basedOn);
  }

  private int workflows() {
    return database.read(
        db -> db.fetchSingle("select count(*) from workflow").get(0, Integer.class));
  }

  private static Diagram diagram(String id) {
    return Diagram.parse(new String(Diagrams.oneStep(id, "job"), StandardCharsets.UTF_8));
  }
}
