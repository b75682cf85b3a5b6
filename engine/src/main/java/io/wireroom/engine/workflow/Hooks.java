package io.wireroom.engine.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who answers which webhook path: the newest version of each workflow. In memory, for the event
 * loop; {@link Publisher} keeps it true.
 */
public final class Hooks {
  private final Map<String, List<Webhook>> byWorkflow = new ConcurrentHashMap<>();

  public Hooks(Versions versions) {
    versions.newest().forEach(v -> take(v.workflow(), Diagram.parse(v.xml()).webhooks()));
  }

  /** Gives a workflow these webhooks instead of those it had. */
  void take(String workflow, List<Webhook> webhooks) {
    byWorkflow.put(workflow, List.copyOf(webhooks));
  }

  /** The webhooks of all workflows at a path, whatever their method. */
  public List<Webhook> at(String path) {
    return byWorkflow.values().stream()
        .flatMap(List::stream)
        .filter(webhook -> webhook.path().equals(path))
        .toList();
  }

  /** Another workflow that has claimed the requests of {@code wanted}. */
  Optional<Webhook> owner(Webhook wanted) {
    return at(wanted.path()).stream()
        .filter(other -> !other.workflow().equals(wanted.workflow()) && other.overlaps(wanted))
        .findFirst();
  }
}
