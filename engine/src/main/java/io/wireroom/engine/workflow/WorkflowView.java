package io.wireroom.engine.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A workflow as the API shows it. */
public record WorkflowView(
    String id,
    String name,
    String status,
    boolean paused,
    Optional<Integer> version,
    Optional<DraftView> draft,
    List<TriggerView> triggers,
    Runs runs,
    Instant updatedAt,
    Optional<List<VersionView>> versions,
    Optional<List<Problem>> problems,
    Optional<String> exampleInput) {

  /** The caller's own draft. */
  public record DraftView(Instant updatedAt, Optional<Integer> baseVersion) {}

  /** How many runs began today and how many stand at an incident. */
  public record Runs(int today, int failed) {}

  /** One published version. */
  public record VersionView(int version, Instant publishedAt, String publishedBy) {}
}
