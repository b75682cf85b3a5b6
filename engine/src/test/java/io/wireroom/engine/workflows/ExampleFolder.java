package io.wireroom.engine.workflows;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.testing.Build;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder of {@code workflows/}: diagram, README, example input, expected result. */
record ExampleFolder(Path path) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path ROOT = Build.home().resolve("workflows");

  static ExampleFolder named(String id) {
    return new ExampleFolder(ROOT.resolve(id));
  }

  /** Every folder, in the order of their names. */
  static List<ExampleFolder> all() {
    try (var folders = Files.list(ROOT)) {
      return folders.filter(Files::isDirectory).sorted().map(ExampleFolder::new).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The id of the workflow, which is the folder's name. */
  String id() {
    return path.getFileName().toString();
  }

  Path diagram() {
    return path.resolve(id() + ".bpmn");
  }

  String readme() {
    return text("README.md");
  }

  /** The example input for a server at {@code base}. */
  ObjectNode input(String base) {
    return json("example-input.json", base);
  }

  /** The variables that the run of the example must end with, for a server at {@code base}. */
  ObjectNode expected(String base) {
    return json("expected.json", base);
  }

  /**
   * What people fill in at the steps that wait for them, by the step's id: one object for each time
   * that the step waits, or a list of them. Empty when no step waits.
   */
  ObjectNode answers() {
    return Files.exists(path.resolve("example-answers.json"))
        ? json("example-answers.json", "")
        : JSON.createObjectNode();
  }

  String text(String name) {
    try {
      return Files.readString(path.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return id();
  }

  private ObjectNode json(String name, String base) {
    try {
      return (ObjectNode) JSON.readTree(text(name).replace("{{base}}", base));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
