package io.wireroom.engine.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who answers which webhook path: the newest version of each workflow. In memory, for the event
 * loop; {@link Publisher} keeps it true.
 */
public final class Hooks implements OpenStarts {
  private final Map<String, List<Webhook>> byWorkflow = new ConcurrentHashMap<>();

  public Hooks(Versions versions) {
    versions.newest().forEach(version -> take(Diagram.parse(version.xml())));
  }

  @Override
  public void take(Diagram diagram) {
    byWorkflow.put(diagram.id(), diagram.allHooks());
  }

  /** The webhooks of all workflows at a path, whatever their method. */
  public List<Webhook> at(String path) {
    return byWorkflow.values().stream()
        .flatMap(List::stream)
        .filter(webhook -> webhook.path().equals(path))
        .toList();
  }

  @Override
  public List<Problem> conflicts(Diagram diagram) {
    return diagram.allHooks().stream()
        .flatMap(webhook -> owner(webhook).map(owner -> taken(webhook, owner)).stream())
        .toList();
  }

  private static Problem taken(Webhook webhook, Webhook owner) {
    return Problem.at(
        webhook.elementId(),
        "The webhook path '"
            + webhook.path()
            + "' belongs to the workflow "
            + owner.workflow()
            + ".",
        "Choose another path.");
  }

  /** Another workflow that has claimed the requests of {@code wanted}. */
  Optional<Webhook> owner(Webhook wanted) {
    return at(wanted.path()).stream()
        .filter(other -> !other.workflow().equals(wanted.workflow()) && other.overlaps(wanted))
        .findFirst();
  }
}
