package io.wireroom.engine.again;

import io.wireroom.engine.history.Run;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.workflow.Deployments;
import io.wireroom.engine.workflow.Drafts;
import io.wireroom.engine.workflow.Versions;
import java.util.Optional;

/** Finds the diagram that a run is run again on. */
final class Drawings {
  private final Deployments deployments;
  private final Versions versions;
  private final Drafts drafts;

  Drawings(Deployments deployments, Versions versions, Drafts drafts) {
    this.deployments = deployments;
    this.versions = versions;
    this.drafts = drafts;
  }

  /**
   * A diagram as drawn.
   *
   * @param version 0 for a draft
   */
  record Drawing(int version, String xml) {}

  Drawing of(Run run, AgainRequest.Which which, String person) {
    return switch (which) {
      case AgainRequest.Which.Same() -> ranOn(run);
      case AgainRequest.Which.Newest() ->
          versions
              .latest(run.workflow())
              .map(version -> new Drawing(version.version(), version.xml()))
              .orElseThrow(
                  () ->
                      new HttpProblem(
                          409, "The workflow " + run.workflow() + " is not published."));
      case AgainRequest.Which.Draft() ->
          drafts
              .find(run.workflow(), person)
              .map(draft -> new Drawing(0, draft.xml()))
              .orElseThrow(
                  () -> new HttpProblem(409, "You have no draft of " + run.workflow() + "."));
      case AgainRequest.Which.Version(var number) ->
          published(run, number)
              .orElseThrow(
                  () ->
                      new HttpProblem(
                          409, "There is no version %d of %s.".formatted(number, run.workflow())));
    };
  }

  Drawing ranOn(Run run) {
    return deployments
        .xml(run.definitionKey())
        .map(xml -> new Drawing(run.version(), xml))
        .or(() -> published(run, run.version()))
        .orElseThrow(
            () ->
                new HttpProblem(
                    409,
                    "The diagram of this run was not published here, so choose another version."));
  }

  private Optional<Drawing> published(Run run, int number) {
    return versions.of(run.workflow()).stream()
        .filter(version -> version.version() == number)
        .findFirst()
        .map(version -> new Drawing(number, version.xml()));
  }
}
