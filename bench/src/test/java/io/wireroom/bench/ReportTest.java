package io.wireroom.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("unit")
class ReportTest {
  @TempDir Path folder = Path.of("");

  @Test
  void replacesItsOwnSectionAndNoOther() throws IOException {
    var file = folder.resolve("benchmarks.md");
    Files.writeString(file, "# Benchmarks\n\n## A\n\nold\n\n## B\n\nkept\n");

    Report.of("A", List.of("new")).write(file);

    assertThat(file).hasContent("# Benchmarks\n\n## A\n\nnew\n\n## B\n\nkept\n");
  }

  @Test
  void addsASectionThatIsNotThereYet() throws IOException {
    var file = folder.resolve("benchmarks.md");
    Files.writeString(file, "# Benchmarks\n\n## A\n\nkept\n");

    Report.of("B", List.of("new")).write(file);

    assertThat(file).hasContent("# Benchmarks\n\n## A\n\nkept\n\n## B\n\nnew\n");
  }
}
