package io.wireroom.models.endpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The tools that a model may ask for, and whether it must. */
public record Tools(List<Tool> all, Choice choice) {
  public static final Tools NONE = new Tools(List.of(), new Choice.Auto());

  public Tools {
    all = List.copyOf(all);
  }

  /**
   * One tool.
   *
   * @param input the JSON Schema of its arguments
   */
  public record Tool(String name, String description, ObjectNode input) {}

  /** Which tool is used. */
  public sealed interface Choice {
    /** The model decides. */
    record Auto() implements Choice {}

    /** Any, but one. */
    record Any() implements Choice {}

    /** This one. */
    record Named(String name) implements Choice {}
  }
}
