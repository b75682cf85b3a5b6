package io.wireroom.models.route;

/** The language that a route's endpoint speaks. */
public enum Adapter {
  /** {@code POST /v1/chat/completions}: vLLM (also on Neuron), Bedrock's and others' like it. */
  OPENAI("openai"),
  /** Built in; no language model. */
  LOCAL_EXTRACTIVE("local-extractive");

  private final String text;

  Adapter(String text) {
    this.text = text;
  }

  /** As settings and JSON write it. */
  public String text() {
    return text;
  }
}
