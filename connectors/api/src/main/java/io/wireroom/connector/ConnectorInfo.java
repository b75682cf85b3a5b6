package io.wireroom.connector;

import java.util.List;

/**
 * Constant facts about a connector, shown in the designer and in the docs.
 *
 * @param type the job type, {@code wireroom:NAME:MAJOR}
 * @param name what an editor calls it, a verb phrase ("Read a feed")
 * @param summary one sentence
 * @param icon a Lucide icon name
 * @param kind colours the card on the canvas
 * @param response what {@code response} holds, in one line of JSON-like text
 * @param errors the BPMN errors it can end with ({@link Outcome.Rejected})
 * @param keywords other words that people look for it by ("send an email")
 * @param plainly the same for people who have never seen a diagram
 */
public record ConnectorInfo(
    String type,
    String name,
    String summary,
    String icon,
    Kind kind,
    String response,
    List<ErrorCode> errors,
    List<String> keywords,
    Plainly plainly) {

  public ConnectorInfo {
    if (!type.matches("wireroom:[a-z][a-z0-9-]*:[1-9][0-9]*")) {
      throw new IllegalArgumentException("connector type must be wireroom:NAME:MAJOR: " + type);
    }
    errors = List.copyOf(errors);
    keywords = List.copyOf(keywords);
  }

  /** A connector that is found by its name and summary only. */
  public ConnectorInfo(
      String type,
      String name,
      String summary,
      String icon,
      Kind kind,
      String response,
      List<ErrorCode> errors) {
    this(type, name, summary, icon, kind, response, errors, List.of(), Plainly.NOTHING);
  }

  /** The same, found by these words, too. */
  public ConnectorInfo foundBy(String... words) {
    return new ConnectorInfo(
        type, name, summary, icon, kind, response, errors, List.of(words), plainly);
  }

  /** The same, said plainly. */
  public ConnectorInfo says(String sentence, String effect) {
    return new ConnectorInfo(
        type, name, summary, icon, kind, response, errors, keywords, new Plainly(sentence, effect));
  }

  /** What sort of step it is. */
  public enum Kind {
    ACTION,
    MODEL
  }

  /**
   * What a step does, in words.
   *
   * @param sentence with its inputs in braces; what stands in brackets is left out when one of its
   *     inputs is empty: {@code Reads the feed {url}[, at most {limit} items]}; no full stop
   * @param effect what a call changes outside, and whether it may happen twice; whole sentences
   */
  public record Plainly(String sentence, String effect) {
    static final Plainly NOTHING = new Plainly("", "");
  }

  /** A BPMN error code and when it happens. */
  public record ErrorCode(String code, String meaning) {}
}
