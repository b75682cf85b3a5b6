package io.wireroom.engine.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("module")
class DocumentFilesTest {
  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

  @TempDir Path folder;

  @Test
  void theSameBytesAreKeptOnce() throws IOException {
    var files = at(NOW);

    var first = files.keep(out -> out.write(bytes("news")));
    var second = files.keep(out -> out.write(bytes("news")));

    assertThat(second).isEqualTo(first);
    assertThat(first.id()).isEqualTo(DocumentId.of(bytes("news")));
    try (var all = Files.walk(folder)) {
      assertThat(all.filter(Files::isRegularFile)).hasSize(1);
    }
  }

  @Test
  void nothingStaysOfWhatCannotBeWrittenToItsEnd() throws IOException {
    assertThatThrownBy(
            () ->
                at(NOW)
                    .keep(
                        out -> {
                          out.write(bytes("half"));
                          throw new IOException("No space left on device");
                        }))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("No space left on device");

    try (var all = Files.walk(folder)) {
      assertThat(all.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void sweepsWhatIsOldAndNotNeeded() {
    var needed = at(NOW).keep(out -> out.write(bytes("needed"))).id();
    var old = at(NOW).keep(out -> out.write(bytes("old"))).id();
    var again = at(NOW).keep(out -> out.write(bytes("again"))).id();
    at(NOW.plus(Duration.ofDays(2))).keep(out -> out.write(bytes("again")));

    var gone = at(NOW).sweep(NOW.plus(Duration.ofDays(1)), needed::equals);

    assertThat(gone).isEqualTo(1);
    assertThat(at(NOW).open(old)).isEmpty();
    assertThat(at(NOW).find(needed)).isPresent();
    assertThat(at(NOW).find(again)).isPresent();
  }

  @Test
  void sweepsWhatAKilledProcessLeftUnfinished() throws IOException {
    var files = at(NOW);
    var part = Files.writeString(folder.resolve("new-1.part"), "half");
    Files.setLastModifiedTime(part, FileTime.from(NOW.minus(Duration.ofDays(2))));

    files.sweep(NOW.minus(Duration.ofDays(1)), id -> true);

    assertThat(part).doesNotExist();
  }

  @Test
  void onlyTheOwnerMayLookIntoTheFolder() throws IOException {
    at(NOW);

    assertThat(Files.getPosixFilePermissions(folder)).hasSize(3);
  }

  private DocumentFiles at(Instant now) {
    return new DocumentFiles(folder, Clock.fixed(now, ZoneOffset.UTC));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }
}
