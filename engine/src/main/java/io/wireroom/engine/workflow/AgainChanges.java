package io.wireroom.engine.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a copy differs from its drawing, so that a run of it can be answered from an earlier run.
 *
 * @param start the start event that the run began at; empty for the none start
 * @param waits steps without a connector that may be answered from the record: timers, messages,
 *     people, called workflows
 * @param interruptions boundary events that may be answered from the record
 * @param before where variables are changed: right before this element
 * @param inputs new values of steps' inputs
 */
public record AgainChanges(
    Optional<String> start,
    Set<String> waits,
    Set<String> interruptions,
    Optional<String> before,
    Map<String, Map<String, JsonNode>> inputs) {
  /** The type of the jobs that ask what is recorded. */
  public static final String JOB = "wireroom:recorded:1";

  /** Of the step that asks whether there is a record, after the id of the step that it is for. */
  public static final String ASK = "-ask";

  /** Of the step that takes what is recorded. */
  public static final String TAKE = "-take";

  /** Of the step as it was drawn. */
  public static final String REAL = "-real";

  /** Of the step that changes variables. */
  public static final String CHANGE = "-change";

  /** Whether the step has a record; set by the one that asks. */
  public static final String RECORDED = "wireroomRecorded";

  /** The code of the error that stands for a boundary event's interruption. */
  public static String code(String boundary) {
    return "wireroom:" + boundary;
  }
}
