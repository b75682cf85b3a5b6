package io.wireroom.models.endpoint.aws;

import io.wireroom.models.endpoint.Content;
import io.wireroom.models.endpoint.Message;
import io.wireroom.models.endpoint.ModelRequest;
import io.wireroom.models.endpoint.Tools;
import io.wireroom.models.route.Route;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.bedrockruntime.model.CachePointBlock;
import software.amazon.awssdk.services.bedrockruntime.model.CachePointType;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamRequest;
import software.amazon.awssdk.services.bedrockruntime.model.InferenceConfiguration;
import software.amazon.awssdk.services.bedrockruntime.model.OutputConfig;
import software.amazon.awssdk.services.bedrockruntime.model.PerformanceConfiguration;
import software.amazon.awssdk.services.bedrockruntime.model.ReasoningContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ServiceTier;
import software.amazon.awssdk.services.bedrockruntime.model.SystemContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.Tool;
import software.amazon.awssdk.services.bedrockruntime.model.ToolChoice;
import software.amazon.awssdk.services.bedrockruntime.model.ToolConfiguration;
import software.amazon.awssdk.services.bedrockruntime.model.ToolResultContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ToolResultStatus;

/** Writes a request for Converse. */
final class ConverseWriter {
  private final Route route;
  private final ModelRequest request;

  ConverseWriter(Route route, ModelRequest request) {
    this.route = route;
    this.request = request;
  }

  /** What Converse has no way to say; nothing is ever left out in silence. */
  Optional<String> unsayable() {
    return request.messages().stream()
            .flatMap(message -> message.content().stream())
            .anyMatch(part -> part instanceof Content.Unknown || part instanceof Content.Vector)
        ? Optional.of("Converse has no way to say a part of the conversation")
        : Optional.empty();
  }

  ConverseRequest whole() {
    var out =
        ConverseRequest.builder()
            .modelId(route.model())
            .messages(messages())
            .system(system())
            .inferenceConfig(inference());
    tools().ifPresent(out::toolConfig);
    output().ifPresent(out::outputConfig);
    tier().ifPresent(out::serviceTier);
    latency().ifPresent(out::performanceConfig);
    return out.build();
  }

  ConverseStreamRequest streamed() {
    var out =
        ConverseStreamRequest.builder()
            .modelId(route.model())
            .messages(messages())
            .system(system())
            .inferenceConfig(inference());
    tools().ifPresent(out::toolConfig);
    output().ifPresent(out::outputConfig);
    tier().ifPresent(out::serviceTier);
    latency().ifPresent(out::performanceConfig);
    return out.build();
  }

  private List<software.amazon.awssdk.services.bedrockruntime.model.Message> messages() {
    return request.conversation().stream()
        .map(
            message ->
                software.amazon.awssdk.services.bedrockruntime.model.Message.builder()
                    .role(
                        message.role() == Message.Role.ASSISTANT
                            ? ConversationRole.ASSISTANT
                            : ConversationRole.USER)
                    .content(message.content().stream().map(ConverseWriter::block).toList())
                    .build())
        .toList();
  }

  private List<SystemContentBlock> system() {
    return request.system().stream()
        .map(
            part ->
                part instanceof Content.CachePoint(var hour)
                    ? SystemContentBlock.fromCachePoint(cachePoint(hour))
                    : SystemContentBlock.fromText(
                        new Message(Message.Role.SYSTEM, List.of(part)).text()))
        .toList();
  }

  private static ContentBlock block(Content part) {
    return switch (part) {
      case Content.Text(var text) -> ContentBlock.fromText(text);
      case Content.Image(var format, var bytes) ->
          ContentBlock.fromImage(
              i -> i.format(format).source(s -> s.bytes(SdkBytes.fromByteArray(bytes))));
      case Content.Document(var name, var format, var bytes) ->
          ContentBlock.fromDocument(
              d -> d.name(name).format(format).source(s -> s.bytes(SdkBytes.fromByteArray(bytes))));
      case Content.ToolUse(var id, var name, var input) ->
          ContentBlock.fromToolUse(t -> t.toolUseId(id).name(name).input(Documents.of(input)));
      case Content.ToolResult(var id, var content, var failed) ->
          ContentBlock.fromToolResult(
              t ->
                  t.toolUseId(id)
                      .status(failed ? ToolResultStatus.ERROR : ToolResultStatus.SUCCESS)
                      .content(
                          ToolResultContentBlock.fromText(
                              new Message(Message.Role.USER, content).text())));
      case Content.Reasoning(var text, var signature) ->
          ContentBlock.fromReasoningContent(
              ReasoningContentBlock.fromReasoningText(
                  r -> {
                    r.text(text);
                    signature.ifPresent(r::signature);
                  }));
      case Content.CachePoint(var hour) -> ContentBlock.fromCachePoint(cachePoint(hour));
      case Content.Vector vector ->
          throw new IllegalArgumentException("was to be refused before: " + vector);
      case Content.Unknown unknown ->
          throw new IllegalArgumentException("was to be refused before: " + unknown);
    };
  }

  private static CachePointBlock cachePoint(boolean hour) {
    return CachePointBlock.builder().type(CachePointType.DEFAULT).ttl(hour ? "1h" : "5m").build();
  }

  private InferenceConfiguration inference() {
    var out = InferenceConfiguration.builder();
    request.maxTokens().ifPresent(out::maxTokens);
    request.temperature().map(Double::floatValue).ifPresent(out::temperature);
    request.sampling().topP().map(Double::floatValue).ifPresent(out::topP);
    if (!request.sampling().stop().isEmpty()) {
      out.stopSequences(request.sampling().stop());
    }
    return out.build();
  }

  private Optional<ToolConfiguration> tools() {
    var tools = request.tools();
    if (tools.all().isEmpty()) {
      return Optional.empty();
    }
    var all =
        tools.all().stream()
            .map(
                tool ->
                    Tool.fromToolSpec(
                        t ->
                            t.name(tool.name())
                                .description(tool.description())
                                .inputSchema(s -> s.json(Documents.of(tool.input())))))
            .toList();
    return Optional.of(
        ToolConfiguration.builder().tools(all).toolChoice(choice(tools.choice())).build());
  }

  private static ToolChoice choice(Tools.Choice choice) {
    return switch (choice) {
      case Tools.Choice.Auto() -> ToolChoice.fromAuto(a -> {});
      case Tools.Choice.Any() -> ToolChoice.fromAny(a -> {});
      case Tools.Choice.Named(var name) -> ToolChoice.fromTool(t -> t.name(name));
    };
  }

  private Optional<OutputConfig> output() {
    return request
        .schema()
        .map(
            schema ->
                OutputConfig.builder()
                    .textFormat(
                        f ->
                            f.type("json_schema")
                                .structure(
                                    s ->
                                        s.jsonSchema(
                                            j -> j.name("answer").schema(schema.toString()))))
                    .build());
  }

  private Optional<ServiceTier> tier() {
    return route.wire().tier().map(tier -> ServiceTier.builder().type(tier).build());
  }

  private Optional<PerformanceConfiguration> latency() {
    return route.wire().latency().map(l -> PerformanceConfiguration.builder().latency(l).build());
  }
}
