package io.wireroom.engine.connections;

import io.wireroom.engine.connections.ConnectionView.UsedBy;
import io.wireroom.engine.workflow.ConnectionUses;
import io.wireroom.models.Models;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Who uses which connection: webhooks, steps and models. Blocks. */
public final class ConnectionUsers {
  private final ConnectionUses uses;
  private final Models models;

  public ConnectionUsers(ConnectionUses uses, Models models) {
    this.uses = uses;
    this.models = models;
  }

  Map<String, List<UsedBy>> byConnection() {
    var byName = new TreeMap<String, List<UsedBy>>();
    for (var use : uses.all()) {
      var user =
          new UsedBy(
              use.kind(), Optional.of(use.workflow()), Optional.of(use.elementId()), use.name());
      byName.computeIfAbsent(use.connection(), n -> new ArrayList<>()).add(user);
    }
    models.states().values().stream()
        .flatMap(List::stream)
        .map(state -> state.route())
        .distinct()
        .forEach(
            route ->
                route
                    .connection()
                    .ifPresent(
                        name ->
                            byName
                                .computeIfAbsent(name, n -> new ArrayList<>())
                                .add(
                                    new UsedBy(
                                        "model",
                                        Optional.empty(),
                                        Optional.empty(),
                                        route.name()))));
    return byName;
  }
}
