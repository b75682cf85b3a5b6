package io.wireroom.engine.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which form is at which path: those of the newest versions. In memory, for the event loop. */
public final class Forms implements OpenStarts {
  private final Map<String, List<FormStart>> byWorkflow = new ConcurrentHashMap<>();

  public Forms(Versions versions) {
    versions.newest().forEach(version -> take(Diagram.parse(version.xml())));
  }

  @Override
  public void take(Diagram diagram) {
    byWorkflow.put(diagram.id(), diagram.forms());
  }

  /** The form that a path shows. */
  public Optional<FormStart> at(String path) {
    return byWorkflow.values().stream()
        .flatMap(List::stream)
        .filter(form -> form.path().equals(path))
        .findFirst();
  }

  @Override
  public List<Problem> conflicts(Diagram diagram) {
    return diagram.forms().stream()
        .flatMap(
            form ->
                at(form.path())
                    .filter(owner -> !owner.workflow().equals(form.workflow()))
                    .map(owner -> taken(form, owner))
                    .stream())
        .toList();
  }

  private static Problem taken(FormStart form, FormStart owner) {
    return Problem.at(
        form.elementId(),
        "The form path '" + form.path() + "' belongs to the workflow " + owner.workflow() + ".",
        "Choose another path.");
  }
}
