package io.wireroom.models.endpoint.openai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.models.endpoint.ApiKey;
import io.wireroom.models.endpoint.Asking;
import io.wireroom.models.endpoint.Assembler;
import io.wireroom.models.endpoint.Cause;
import io.wireroom.models.endpoint.EventLines;
import io.wireroom.models.endpoint.JsonText;
import io.wireroom.models.endpoint.ModelEvent;
import io.wireroom.models.endpoint.ModelRequest;
import io.wireroom.models.endpoint.Patience;
import io.wireroom.models.endpoint.Rejection;
import io.wireroom.models.endpoint.Speaker;
import io.wireroom.models.endpoint.Turn;
import io.wireroom.models.route.Route;
import io.wireroom.net.Answer;
import io.wireroom.net.Door;
import io.wireroom.net.PieceReader;
import io.wireroom.net.Request;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** {@code POST /v1/chat/completions} through the door, whole or as it is made. */
public final class OpenAiSpeaker implements Speaker {
  private static final long LARGEST_ANSWER = 2_000_000;
  private static final long LARGEST_STREAM = 64_000_000;

  private final Route route;
  private final Door door;
  private final InstantSource clock;
  private final Posts posts;
  private volatile Dialect dialect = Dialect.USUAL;

  public OpenAiSpeaker(Route route, Door door, InstantSource clock) {
    this.route = route;
    this.door = door;
    this.clock = clock;
    this.posts = new Posts(route, "/chat/completions");
  }

  /** Asks, and once more for each thing that the endpoint turns out not to understand. */
  @Override
  public Turn ask(ModelRequest request, Asking asking) {
    while (true) {
      var speaking = dialect;
      var turn = send(request, speaking, asking);
      var simpler =
          turn instanceof Turn.NotUnderstood(var error, var result)
              ? speaking.without(error)
              : Optional.<Dialect>empty();
      if (simpler.isEmpty()) {
        return turn;
      }
      dialect = simpler.get();
      asking.patience().again();
    }
  }

  @Override
  public boolean well(ApiKey key) {
    return new Health(route, door).well(key);
  }

  private Turn send(ModelRequest request, Dialect speaking, Asking asking) {
    if (asking.patience().left().isZero()) {
      return Turn.failed(Cause.TRANSIENT, "it took longer than the step may take");
    }
    var streamed = route.wire().stream() || asking.streamed();
    var body = ChatBody.of(route.model(), request, streamed, speaking);
    route.wire().tier().ifPresent(tier -> body.put("service_tier", tier));
    return switch (asking.key().get()) {
      case ApiKey.Missing(var reason) -> Turn.failed(Cause.AUTH, "its key is missing: " + reason);
      case ApiKey.Aws wrong -> wrongKey();
      case ApiKey.Profile wrong -> wrongKey();
      case ApiKey.Server wrong -> wrongKey();
      case ApiKey.NotNeeded none -> send(body, none, streamed, request, asking);
      case ApiKey.Present present -> send(body, present, streamed, request, asking);
    };
  }

  private Turn send(
      ObjectNode body, ApiKey key, boolean streamed, ModelRequest request, Asking asking) {
    return streamed
        ? stream(posts.of(body, asking.patience(), LARGEST_STREAM, key), key, request, asking)
        : whole(posts.of(body, asking.patience(), LARGEST_ANSWER, key), key, request, asking);
  }

  private Turn whole(Request http, ApiKey key, ModelRequest request, Asking asking) {
    var turn = read(door.send(http), key, request);
    var shown =
        turn instanceof Turn.Whole(var reply)
            ? asking.listener().on(new ModelEvent.Text(0, reply.text()))
            : true;
    return shown ? turn : Turn.failed(Cause.CANCELLED, "nobody waits any more");
  }

  private Turn stream(Request http, ApiKey key, ModelRequest request, Asking asking) {
    var answer = new Assembler(asking);
    var stream = new ChatStream(answer, route.wire().inclusive());
    var lines = new EventLines(data -> stream.take(key.mask(data)));
    var came = door.stream(http, new Pieces(asking.patience(), lines));
    if (stream.error().isPresent()) {
      return HttpTrouble.inStream(ChatReply.error(stream.error().get()), answer);
    }
    return switch (came) {
      case Answer.Response response -> ended(response, lines, stream, answer, key, request);
      case Answer.TooLarge(var reason) -> Turn.rejected(Rejection.UNUSABLE, reason);
      // why: an answer that said it is whole is whole, however its connection ended
      case Answer.TimedOut(var reason, var sent) ->
          answer.stopped() ? answer.turn(request) : answer.failed(Cause.TRANSIENT, reason);
      case Answer.Unreachable none ->
          answer.stopped() || answer.begun() || answer.over()
              ? answer.turn(request)
              : read(came, key, request);
      case Answer.Refused none -> read(came, key, request);
    };
  }

  private Turn ended(
      Answer.Response response,
      EventLines lines,
      ChatStream stream,
      Assembler answer,
      ApiKey key,
      ModelRequest request) {
    if (response.status() != 200) {
      return read(response, key, request);
    }
    lines.end();
    if (stream.error().isPresent()) {
      return HttpTrouble.inStream(ChatReply.error(stream.error().get()), answer);
    }
    return stream.readable()
        ? answer.turn(request)
        : Turn.rejected(Rejection.UNUSABLE, "the answer is not a stream of chat completions");
  }

  private Turn read(Answer answer, ApiKey key, ModelRequest request) {
    return Posts.read(answer, response -> read(response, key, request));
  }

  private Turn read(Answer.Response response, ApiKey key, ModelRequest request) {
    var body = JsonText.parse(key.mask(new String(response.body(), StandardCharsets.UTF_8)));
    return response.status() == 200
        ? ChatReply.read(body, request, route.wire().inclusive())
        : HttpTrouble.of(response, ChatReply.error(body), clock.instant());
  }

  static Turn wrongKey() {
    return Turn.failed(Cause.AUTH, "it takes bearer or api-key, and no credential of AWS");
  }

  /** Bytes of a stream on their way to its lines. */
  private record Pieces(Patience time, EventLines lines) implements PieceReader {
    @Override
    public Duration patience() {
      return time.next();
    }

    @Override
    public boolean take(byte[] piece) {
      return lines.add(piece);
    }
  }
}
