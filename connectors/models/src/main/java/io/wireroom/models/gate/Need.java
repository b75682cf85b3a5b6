package io.wireroom.models.gate;

import io.wireroom.models.endpoint.Content;
import io.wireroom.models.endpoint.ModelRequest;
import io.wireroom.models.route.Capability;
import io.wireroom.models.route.Limits;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a request asks of a route.
 *
 * @param capabilities beside text
 * @param input its length in tokens, by a rule of thumb: four characters each
 * @param output the longest answer in tokens
 */
public record Need(Set<Capability> capabilities, long input, long output) {
  private static final int CHARACTERS = 4;
  private static final int USUAL_OUTPUT = 500;

  public Need {
    capabilities = Set.copyOf(capabilities);
  }

  /** What this request needs. */
  public static Need of(ModelRequest request) {
    var capabilities = EnumSet.noneOf(Capability.class);
    if (!request.tools().all().isEmpty()) {
      capabilities.add(Capability.TOOLS);
    }
    var characters = 0L;
    for (var message : request.messages()) {
      characters += message.text().length();
      for (var part : message.content()) {
        if (part instanceof Content.Image) {
          capabilities.add(Capability.IMAGES);
        } else if (part instanceof Content.Document) {
          capabilities.add(Capability.DOCUMENTS);
        }
      }
    }
    var input = (characters + CHARACTERS - 1) / CHARACTERS;
    return new Need(capabilities, input, request.maxTokens().orElse(USUAL_OUTPUT));
  }

  /** What an endpoint may count against its limit by the minute. */
  public long tokens() {
    return input + output;
  }

  /** Whether a route with these limits takes it; one that says nothing is asked. */
  public boolean fits(Limits limits) {
    return limits.takes().isEmpty() || limits.takes().get().containsAll(capabilities);
  }
}
