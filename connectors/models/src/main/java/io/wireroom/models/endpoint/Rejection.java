package io.wireroom.models.endpoint;

/** Why a model gives no answer that a second try of the same would. Each is a BPMN error. */
public enum Rejection {
  REFUSED("the model declined to answer, or a content filter did"),
  TRUNCATED("the answer was cut off; raise maxTokens or ask for less"),
  NOT_SCHEMA("the answer does not fit the schema, also after one repair"),
  TOO_LONG("the prompt is too long for the model"),
  UNUSABLE("the answer is empty, too large or no chat answer at all"),
  UNABLE("this model cannot do what is asked; only the built-in one says so"),
  MISSING("no model of this name is set up");

  private final String meaning;

  Rejection(String meaning) {
    this.meaning = meaning;
  }

  /** The BPMN error code. */
  public String code() {
    return "MODEL_" + name();
  }

  /** When it happens, for the docs. */
  public String meaning() {
    return meaning;
  }
}
