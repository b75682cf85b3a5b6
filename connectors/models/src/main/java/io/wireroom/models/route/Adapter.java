package io.wireroom.models.route;

/** The language that a route's endpoint speaks. */
public enum Adapter {
  /** {@code POST /v1/chat/completions}: vLLM (also on Neuron), Bedrock's and others' like it. */
  OPENAI("openai"),
  /** {@code POST /v1/embeddings}: vectors instead of text. */
  OPENAI_EMBEDDINGS("openai-embeddings"),
  /** Amazon Bedrock's Converse: one shape for all models that know it. */
  BEDROCK_CONVERSE("bedrock-converse"),
  /** Amazon Bedrock's InvokeModel: each vendor's own body. */
  BEDROCK_INVOKE("bedrock-invoke"),
  /** An Amazon SageMaker endpoint, which answers at once. */
  SAGEMAKER("sagemaker"),
  /** An Amazon SageMaker endpoint that puts its answer into a bucket. */
  SAGEMAKER_ASYNC("sagemaker-async"),
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

  /** Whether it is Amazon Bedrock. */
  public boolean bedrock() {
    return this == BEDROCK_CONVERSE || this == BEDROCK_INVOKE;
  }

  /** Whether it is reached through AWS, by its names and credentials. */
  public boolean aws() {
    return switch (this) {
      case BEDROCK_CONVERSE, BEDROCK_INVOKE, SAGEMAKER, SAGEMAKER_ASYNC -> true;
      case OPENAI, OPENAI_EMBEDDINGS, LOCAL_EXTRACTIVE -> false;
    };
  }
}
