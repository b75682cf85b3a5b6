package io.wireroom.engine.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wireroom.engine.testing.SmallDisk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("module")
class DistributionTest {
  private final Path archive;
  private final Path folder;

  DistributionTest(@TempDir Path temp) {
    archive = temp.resolve("broker.tar.gz");
    folder = temp.resolve("unpacked");
  }

  @Test
  void unpacksOnce() throws Exception {
    write("broker-1/lib/a.jar", "one");
    var jar = Distribution.unpack(archive, folder).lib().resolve("a.jar");
    Files.writeString(jar, "touched");

    Distribution.unpack(archive, folder);

    assertThat(jar).hasContent("touched");
  }

  @Test
  void unpacksAgainWhatWasLeftHalfway() throws Exception {
    Files.createDirectories(folder.resolve("home/lib"));
    Files.writeString(folder.resolve("home/lib/half.jar"), "half");
    write("broker-1/lib/a.jar", "one");

    var lib = Distribution.unpack(archive, folder).lib();

    assertThat(lib.resolve("a.jar")).hasContent("one");
    assertThat(lib.resolve("half.jar")).doesNotExist();
  }

  @Test
  void unpacksAgainWhenTheArchiveIsAnother() throws Exception {
    write("broker-1/lib/a.jar", "one");
    Distribution.unpack(archive, folder);
    write("broker-2/lib/b.jar", "two, and longer");

    var lib = Distribution.unpack(archive, folder).lib();

    assertThat(lib.resolve("a.jar")).doesNotExist();
    assertThat(lib.resolve("b.jar")).hasContent("two, and longer");
  }

  @Test
  void saysWhichArchiveIsMissing() {
    assertThatThrownBy(() -> Distribution.unpack(archive, folder))
        .isInstanceOf(BrokerTrouble.class)
        .hasMessage("no broker archive at " + archive + " (io.camunda:camunda-zeebe:8.6.0:tar.gz)");
  }

  @Test
  void saysWhatToDoWhereTheDiskIsTooSmall() throws Exception {
    write("broker-1/lib/a.jar", "one");
    Files.createDirectories(folder);

    try (var disk = SmallDisk.mount(folder, 4)) {
      assertThat(disk).isNotNull();
      assertThatThrownBy(() -> Distribution.unpack(archive, folder))
          .hasMessageStartingWith("Less than 500 MB are free in " + folder)
          .hasMessageContaining("Free some space there, or name another folder");
    }
  }

  @Test
  void writesNothingOutsideItsFolder() throws Exception {
    write("broker-1/../../../evil", "x");

    assertThatThrownBy(() -> Distribution.unpack(archive, folder))
        .isInstanceOf(BrokerTrouble.class)
        .hasMessageContaining("names a file outside");
    assertThat(folder.resolveSibling("evil")).doesNotExist();
  }

  @Test
  void saysThatAnArchiveIsBroken() throws Exception {
    Files.writeString(archive, "not gzip");

    assertThatThrownBy(() -> Distribution.unpack(archive, folder))
        .isInstanceOf(BrokerTrouble.class)
        .hasMessageStartingWith("cannot unpack the broker to " + folder);
  }

  private void write(String name, String text) throws IOException {
    try (var tar =
        new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(archive)))) {
      var bytes = text.getBytes(StandardCharsets.UTF_8);
      var entry = new TarArchiveEntry(name, true);
      entry.setSize(bytes.length);
      tar.putArchiveEntry(entry);
      tar.write(bytes);
      tar.closeArchiveEntry();
    }
  }
}
