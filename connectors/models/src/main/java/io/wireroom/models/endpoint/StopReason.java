package io.wireroom.models.endpoint;

import java.util.Locale;

/** Why a model stopped. Only the first three end a whole answer. */
public enum StopReason {
  END_TURN,
  STOP_SEQUENCE,
  TOOL_USE,
  /** The answer reached its token limit. */
  MAX_TOKENS,
  /** The model or a filter declined. */
  REFUSED,
  /** Prompt and answer together are longer than the model takes. */
  CONTEXT_FULL,
  /** The model wrote what it could not mean: broken tool calls and the like. */
  MALFORMED,
  /** A reason that has no name here. */
  UNKNOWN,
  /** The endpoint never said that the answer is whole. */
  MISSING;

  /** As a step shows it: {@code end_turn}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Converse's and Anthropic's words; also what most others say. */
  public static StopReason of(String word) {
    return switch (word) {
      case "stop", "end_turn", "eos_token", "endoftext", "FINISH", "finish", "complete" -> END_TURN;
      case "stop_sequence" -> STOP_SEQUENCE;
      case "tool_use", "tool_calls", "function_call" -> TOOL_USE;
      case "length", "max_tokens", "LENGTH" -> MAX_TOKENS;
      case "content_filter",
          "content_filtered",
          "CONTENT_FILTERED",
          "guardrail_intervened",
          "refusal" ->
          REFUSED;
      case "model_context_window_exceeded" -> CONTEXT_FULL;
      case "malformed_model_output", "malformed_tool_use" -> MALFORMED;
      case "" -> MISSING;
      default -> UNKNOWN;
    };
  }
}
