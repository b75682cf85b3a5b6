package io.wireroom.models.endpoint.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.wireroom.models.endpoint.ApiKey;
import io.wireroom.models.endpoint.Asking;
import io.wireroom.models.endpoint.Cause;
import io.wireroom.models.endpoint.Content;
import io.wireroom.models.endpoint.JsonText;
import io.wireroom.models.endpoint.Message;
import io.wireroom.models.endpoint.ModelRequest;
import io.wireroom.models.endpoint.Rejection;
import io.wireroom.models.endpoint.Reply;
import io.wireroom.models.endpoint.Speaker;
import io.wireroom.models.endpoint.StopReason;
import io.wireroom.models.endpoint.Turn;
import io.wireroom.models.endpoint.Usage;
import io.wireroom.models.endpoint.Vectors;
import io.wireroom.models.route.Route;
import io.wireroom.net.Answer;
import io.wireroom.net.Door;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeMap;

/** {@code POST /v1/embeddings}: each message of the user becomes a {@link Content.Vector}. */
public final class EmbeddingSpeaker implements Speaker {
  private static final long LARGEST_ANSWER = 20_000_000;

  private final Route route;
  private final Door door;
  private final InstantSource clock;

  public EmbeddingSpeaker(Route route, Door door, InstantSource clock) {
    this.route = route;
    this.door = door;
    this.clock = clock;
  }

  @Override
  public boolean knowsSchemas() {
    return false;
  }

  @Override
  public Turn ask(ModelRequest request, Asking asking) {
    var body = JsonNodeFactory.instance.objectNode().put("model", route.model());
    var input = body.putArray("input");
    request.messages().stream()
        .filter(message -> message.role() == Message.Role.USER)
        .forEach(message -> input.add(message.text()));
    body.put("encoding_format", "float");
    return switch (asking.key().get()) {
      case ApiKey.Missing(var reason) -> Turn.failed(Cause.AUTH, "its key is missing: " + reason);
      case ApiKey.Aws wrong -> OpenAiSpeaker.wrongKey();
      case ApiKey.Profile wrong -> OpenAiSpeaker.wrongKey();
      case ApiKey.Server wrong -> OpenAiSpeaker.wrongKey();
      case ApiKey key -> {
        var post = new Posts(route, "/embeddings").of(body, asking.patience(), LARGEST_ANSWER, key);
        yield Posts.read(door.send(post), response -> read(response, key, input.size()));
      }
    };
  }

  private Turn read(Answer.Response response, ApiKey key, int texts) {
    var body = JsonText.parse(key.mask(new String(response.body(), StandardCharsets.UTF_8)));
    if (response.status() != 200) {
      return HttpTrouble.of(response, ChatReply.error(body), clock.instant());
    }
    var vectors = new TreeMap<Integer, Content>();
    for (var item : body.path("data")) {
      Vectors.read(item.path("embedding"))
          .ifPresent(vector -> vectors.put(item.path("index").asInt(-1), vector));
    }
    if (vectors.size() != texts || vectors.firstKey() != 0 || vectors.lastKey() != texts - 1) {
      return Turn.rejected(Rejection.UNUSABLE, "the answer has not a vector for each text");
    }
    return new Turn.Whole(
        new Reply(
            List.copyOf(vectors.values()),
            StopReason.END_TURN,
            usage(body),
            ChatReply.served(body)));
  }

  private static Usage usage(JsonNode body) {
    long in = JsonText.count(body.path("usage").path("prompt_tokens"));
    return in < 0 ? new Usage.Unknown() : new Usage.Tokens(in, 0);
  }
}
