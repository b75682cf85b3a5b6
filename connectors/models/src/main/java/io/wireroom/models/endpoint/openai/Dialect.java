package io.wireroom.models.endpoint.openai;

import java.util.Optional;

/**
 * What an endpoint was found to understand; servers differ.
 *
 * @param maxTokens takes {@code max_tokens}; newer ones want {@code max_completion_tokens}
 * @param streamOptions takes {@code stream_options}, without which a stream has no count
 */
record Dialect(boolean maxTokens, boolean streamOptions) {
  static final Dialect USUAL = new Dialect(true, true);

  /** What to leave out next time, when an error names it and it was sent. */
  Optional<Dialect> without(String error) {
    if (maxTokens && error.contains("max_completion_tokens")) {
      return Optional.of(new Dialect(false, streamOptions));
    }
    return streamOptions && (error.contains("stream_options") || error.contains("include_usage"))
        ? Optional.of(new Dialect(maxTokens, false))
        : Optional.empty();
  }
}
