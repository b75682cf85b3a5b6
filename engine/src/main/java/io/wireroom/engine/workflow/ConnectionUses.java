package io.wireroom.engine.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where the newest versions of workflows name stored credentials. Blocks. */
public final class ConnectionUses {
  private static final Pattern LITERAL = Pattern.compile("=\\s*\"([^\"\\\\]*)\"\\s*");

  private final Versions versions;

  public ConnectionUses(Versions versions) {
    this.versions = versions;
  }

  /** All uses whose name is fixed in the diagram; an expression may name any, and is not here. */
  public List<Use> all() {
    var uses = new ArrayList<Use>();
    for (var version : versions.newest()) {
      var diagram = Diagram.parse(version.xml());
      for (var element : diagram.flowElements()) {
        var named = Diagram.properties(element).getOrDefault("inbound.auth.connection", "");
        add(uses, "webhook", diagram, element.getAttribute("id"), named);
      }
      for (var task : diagram.tasks().values()) {
        var source = task.inputs().getOrDefault("connection", "");
        add(uses, "step", diagram, task.elementId(), fixed(source).orElse(""));
      }
    }
    return uses;
  }

  private static void add(List<Use> uses, String kind, Diagram diagram, String id, String named) {
    if (!named.isBlank()) {
      uses.add(new Use(named.strip(), kind, diagram.id(), id, diagram.name()));
    }
  }

  private static Optional<String> fixed(String source) {
    if (!source.startsWith("=")) {
      return Optional.of(source);
    }
    var literal = LITERAL.matcher(source);
    return literal.matches() ? Optional.of(literal.group(1)) : Optional.empty();
  }

  /**
   * A place in a diagram.
   *
   * @param connection which credential it names
   * @param kind {@code webhook} or {@code step}
   * @param name what people call the workflow
   */
  public record Use(
      String connection, String kind, String workflow, String elementId, String name) {}
}
