package io.wireroom.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One benchmark's section of docs/benchmarks.md; writing it leaves the other sections alone. */
public record Report(String title, List<String> lines, boolean good) {
  private static final String HEADING = "## ";

  public Report {
    lines = List.copyOf(lines);
  }

  /** Figures; there is nothing that they could break. */
  public static Report of(String title, List<String> lines) {
    return new Report(title, lines, true);
  }

  /** Replaces the section, or adds it at the end. */
  void write(Path file) throws IOException {
    var before = new ArrayList<String>();
    var after = new ArrayList<String>();
    var into = before;
    var skipping = false;
    for (var line : Files.readAllLines(file)) {
      if (line.startsWith(HEADING)) {
        skipping = line.equals(HEADING + title);
        into = skipping ? after : into;
      }
      if (!skipping) {
        into.add(line);
      }
    }
    var parts = List.of(String.join("\n", before), text(), String.join("\n", after));
    var whole = String.join("\n\n", parts.stream().map(String::strip).toList());
    Files.writeString(file, whole.strip() + "\n");
  }

  /** The section, as it is in the file. */
  String text() {
    return HEADING + title + "\n\n" + String.join("\n", lines) + "\n";
  }
}
