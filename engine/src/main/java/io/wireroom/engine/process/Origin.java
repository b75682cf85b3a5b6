package io.wireroom.engine.process;

/**
 * What a definition of the broker was made from. It is written into the definition, since the
 * broker counts a version of its own for each pause and knows a copy under another id.
 *
 * @param version 0 for a draft
 */
public record Origin(String workflow, int version) {
  /** The namespace of the two attributes on the process. */
  public static final String NAMESPACE = "https://wireroom.io/schema/origin/1";

  public static final String WORKFLOW = "workflow";
  public static final String VERSION = "version";
}
