package io.wireroom.engine.workflow;

import java.util.ArrayList;
import java.util.List;

/** Where the newest versions of workflows name stored credentials. Blocks. */
public final class ConnectionUses {
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
        add(uses, "step", diagram, task.elementId(), task.fixed("connection").orElse(""));
      }
    }
    return uses;
  }

  private static void add(List<Use> uses, String kind, Diagram diagram, String id, String named) {
    if (!named.isBlank()) {
      uses.add(new Use(named.strip(), kind, diagram.id(), id, diagram.name()));
    }
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
