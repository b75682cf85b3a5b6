package io.wireroom.engine.workflow;

import io.wireroom.engine.web.HttpProblem;

/** What a person sees when they open a workflow. Blocks. */
public final class Drawings {
  private final Drafts drafts;
  private final Versions versions;

  public Drawings(Drafts drafts, Versions versions) {
    this.drafts = drafts;
    this.versions = versions;
  }

  /** The person's draft; without one, the newest version. 404 when there is neither. */
  public String of(String workflow, String person) {
    return drafts
        .find(workflow, person)
        .map(Drafts.Draft::xml)
        .or(() -> versions.latest(workflow).map(Versions.Version::xml))
        .orElseThrow(() -> new HttpProblem(404, "There is no workflow " + workflow + "."));
  }
}
