package io.wireroom.models.endpoint.aws;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.wireroom.models.endpoint.Content;
import io.wireroom.models.endpoint.ModelEvent;
import io.wireroom.models.endpoint.Reply;
import io.wireroom.models.endpoint.Served;
import io.wireroom.models.endpoint.StopReason;
import io.wireroom.models.endpoint.Usage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlockDeltaEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlockStartEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamMetadataEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamOutput;
import software.amazon.awssdk.services.bedrockruntime.model.MessageStopEvent;
import software.amazon.awssdk.services.bedrockruntime.model.PerformanceConfiguration;
import software.amazon.awssdk.services.bedrockruntime.model.ServiceTier;
import software.amazon.awssdk.services.bedrockruntime.model.TokenUsage;

/** Reads what Converse answers, with no trust in it. */
final class ConverseReader {
  private final boolean inclusive;

  /**
   * @param inclusive whether its count of input has in it what came from the cache
   */
  ConverseReader(boolean inclusive) {
    this.inclusive = inclusive;
  }

  Reply reply(ConverseResponse response) {
    var message = response.output() == null ? null : response.output().message();
    var content =
        message == null
            ? List.<Content>of()
            : message.content().stream().map(ConverseReader::part).toList();
    return new Reply(
        content,
        StopReason.of(response.stopReasonAsString() == null ? "" : response.stopReasonAsString()),
        usage(response.usage()),
        served(response.serviceTier(), response.performanceConfig(), router(response)));
  }

  /** The events that one of Converse's means; none for what only frames the others. */
  List<ModelEvent> events(ConverseStreamOutput output) {
    return switch (output) {
      case ContentBlockStartEvent start -> started(start);
      case ContentBlockDeltaEvent delta -> delta(delta);
      case MessageStopEvent stop ->
          List.of(
              new ModelEvent.Stopped(
                  StopReason.of(
                      stop.stopReasonAsString() == null ? "" : stop.stopReasonAsString())));
      case ConverseStreamMetadataEvent meta ->
          List.of(
              new ModelEvent.Counted(
                  usage(meta.usage()),
                  served(meta.serviceTier(), meta.performanceConfig(), Optional.empty())));
      default ->
          switch (output.sdkEventType()) {
            case MESSAGE_START -> List.of(new ModelEvent.Started());
            case CONTENT_BLOCK_STOP -> List.of();
            case null, default -> List.of(unknown("event", output));
          };
    };
  }

  private static List<ModelEvent> started(ContentBlockStartEvent event) {
    var start = event.start();
    if (start == null) {
      return List.of();
    }
    return start.toolUse() == null
        ? List.of(unknown("contentBlockStart", start))
        : List.of(
            new ModelEvent.ToolStarted(
                index(event.contentBlockIndex()),
                text(start.toolUse().toolUseId()),
                text(start.toolUse().name())));
  }

  private static List<ModelEvent> delta(ContentBlockDeltaEvent event) {
    var delta = event.delta();
    int block = index(event.contentBlockIndex());
    if (delta == null) {
      return List.of();
    }
    if (delta.text() != null) {
      return List.of(new ModelEvent.Text(block, delta.text()));
    }
    if (delta.toolUse() != null) {
      return List.of(new ModelEvent.ToolInput(block, text(delta.toolUse().input())));
    }
    if (delta.reasoningContent() != null) {
      var thought = delta.reasoningContent();
      return thought.text() != null
          ? List.of(new ModelEvent.Reasoning(block, thought.text()))
          : thought.signature() != null
              ? List.of(new ModelEvent.Signature(block, thought.signature()))
              : List.of(unknown("redactedContent", delta));
    }
    return List.of(unknown("contentBlockDelta", delta));
  }

  private static Content part(ContentBlock block) {
    if (block.text() != null) {
      return new Content.Text(block.text());
    }
    if (block.toolUse() != null) {
      var use = block.toolUse();
      var input = use.input();
      return new Content.ToolUse(
          text(use.toolUseId()),
          text(use.name()),
          input == null ? JsonNodeFactory.instance.objectNode() : Documents.json(input));
    }
    var thought =
        block.reasoningContent() == null ? null : block.reasoningContent().reasoningText();
    return thought != null
        ? new Content.Reasoning(text(thought.text()), Optional.ofNullable(thought.signature()))
        : new Content.Unknown(JsonNodeFactory.instance.textNode(block.toString()));
  }

  /** In buckets that do not overlap; unknown when the numbers cannot be. */
  private Usage usage(@Nullable TokenUsage usage) {
    if (usage == null || usage.inputTokens() == null || usage.outputTokens() == null) {
      return new Usage.Unknown();
    }
    long read = count(usage.cacheReadInputTokens());
    long written = count(usage.cacheWriteInputTokens());
    long hour =
        usage.cacheDetails().stream()
            .filter(detail -> "1h".equals(detail.ttlAsString()))
            .mapToLong(detail -> count(detail.inputTokens()))
            .sum();
    long input = usage.inputTokens() - (inclusive ? read + written : 0);
    return input < 0 || usage.outputTokens() < 0 || read < 0 || written < hour || hour < 0
        ? new Usage.Unknown()
        : new Usage.Tokens(input, usage.outputTokens(), read, written - hour, hour, 0);
  }

  private static Served served(
      @Nullable ServiceTier tier,
      @Nullable PerformanceConfiguration performance,
      Optional<String> model) {
    return new Served(
        tier == null ? Optional.empty() : Optional.ofNullable(tier.typeAsString()),
        performance == null ? Optional.empty() : Optional.ofNullable(performance.latencyAsString()),
        Optional.empty(),
        model);
  }

  private static Optional<String> router(ConverseResponse response) {
    return response.trace() == null || response.trace().promptRouter() == null
        ? Optional.empty()
        : Optional.ofNullable(response.trace().promptRouter().invokedModelId());
  }

  private static ModelEvent unknown(String type, Object what) {
    return new ModelEvent.Unknown(type, JsonNodeFactory.instance.textNode(String.valueOf(what)));
  }

  private static long count(@Nullable Integer number) {
    return number == null ? 0 : number;
  }

  private static int index(@Nullable Integer number) {
    return number == null ? 0 : number;
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
