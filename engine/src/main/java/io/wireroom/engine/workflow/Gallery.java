package io.wireroom.engine.workflow;

import io.wireroom.engine.HomeLayout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The example workflows that come with the product, a folder each. Blocks. */
public final class Gallery {
  private final Path folder;

  public Gallery(Path home) {
    this.folder = HomeLayout.workflows(home);
  }

  /** All examples, by id. */
  public List<Template> templates() {
    try (var folders = Files.list(folder)) {
      return folders.sorted().flatMap(f -> template(f).stream()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the examples cannot be listed: " + folder, e);
    }
  }

  public Optional<Template> find(String id) {
    return templates().stream().filter(t -> t.id().equals(id)).findFirst();
  }

  private static Optional<Template> template(Path folder) {
    var id = folder.getFileName().toString();
    var bpmn = folder.resolve(id + ".bpmn");
    var readme = folder.resolve("README.md");
    if (!Files.exists(bpmn) || !Files.exists(readme)) {
      return Optional.empty();
    }
    var lines = read(readme).lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    return Optional.of(
        new Template(
            id,
            lines.getFirst().replaceFirst("^#+ *", ""),
            lines.size() > 1 ? lines.get(1) : "",
            read(bpmn),
            Optional.of(folder.resolve("example-input.json"))
                .filter(Files::exists)
                .map(Gallery::read)));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("an example cannot be read: " + file, e);
    }
  }

  /**
   * An example.
   *
   * @param summary the first sentence of its README
   * @param exampleInput JSON text with {@code {{base}}} for the server's address
   */
  public record Template(
      String id, String name, String summary, String xml, Optional<String> exampleInput) {}
}
