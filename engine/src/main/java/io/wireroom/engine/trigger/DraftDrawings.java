package io.wireroom.engine.trigger;

import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.workflow.Drafts;
import io.wireroom.engine.workflow.Versions;

/** What a person tries out: the own draft, or the newest version where there is none. Blocks. */
final class DraftDrawings {
  private final Drafts drafts;
  private final Versions versions;

  DraftDrawings(Drafts drafts, Versions versions) {
    this.drafts = drafts;
    this.versions = versions;
  }

  /** The drawing as it is saved now. */
  String of(String workflow, String person) {
    return drafts
        .find(workflow, person)
        .map(Drafts.Draft::xml)
        .or(() -> versions.latest(workflow).map(Versions.Version::xml))
        .orElseThrow(() -> new HttpProblem(404, "There is no workflow " + workflow + "."));
  }
}
