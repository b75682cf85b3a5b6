package io.wireroom.net;

import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One request and its answer over a connection to a judged address.
 *
 * <p>Threading: blocks the calling virtual thread, phase by phase, each with its limit.
 */
final class Exchange {
  private static final Set<String> REPEATABLE = Set.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE");
  private static final int STALE_CONNECTIONS = 2;

  private final Client client;
  private final Duration gap;

  Exchange(Client client, Duration gap) {
    this.client = client;
    this.gap = gap;
  }

  /** How one attempt ended. */
  private sealed interface Attempt {
    /** The request went out, or must not; this is what came of it. */
    record Ended(Answer answer) implements Attempt {}

    /** No connection; another address may do. */
    record Unconnected(Answer answer) implements Attempt {}

    /** A pooled connection turned out to be closed by the server; a new one may do. */
    record Stale(Answer answer) implements Attempt {}
  }

  /** Tries the addresses in order until one takes the connection. */
  Answer run(
      Target target,
      List<InetAddress> addresses,
      Request request,
      Optional<PieceReader> reader,
      Deadline deadline) {
    var connected = Deadline.in(deadline.left(request.limits().connect()));
    Answer last = new Answer.Unreachable("no connection to " + target.authority());
    int stale = 0;
    for (int i = 0; i < addresses.size(); ) {
      var patience = connected.left().dividedBy(addresses.size() - i);
      switch (attempt(target, addresses.get(i), request, reader, patience, deadline)) {
        case Attempt.Ended(var answer) -> {
          return answer;
        }
        case Attempt.Unconnected(var answer) -> {
          last = answer;
          i++;
        }
        case Attempt.Stale(var answer) -> {
          if (++stale > STALE_CONNECTIONS || !REPEATABLE.contains(request.method())) {
            return answer;
          }
        }
      }
    }
    return last;
  }

  private Attempt attempt(
      Target target,
      InetAddress address,
      Request request,
      Optional<PieceReader> reader,
      Duration patience,
      Deadline deadline) {
    var host = target.authority();
    var talk = new Conversation(client, address, target, request, reader.isPresent());
    talk.begin(options(target, address, request, patience));
    return switch (Waiting.on(talk.connected(), patience)) {
      case Waiting.Got<HttpClientRequest>(var open) ->
          converse(talk, host, request, reader, deadline);
      case Waiting.Failed<HttpClientRequest>(var cause) -> {
        talk.abandon();
        var answer = Trouble.answer(cause, host);
        yield answer instanceof Answer.Refused
            ? new Attempt.Ended(answer)
            : new Attempt.Unconnected(answer);
      }
      case Waiting.Late<HttpClientRequest>() -> {
        talk.abandon();
        yield new Attempt.Unconnected(new Answer.TimedOut("no connection to " + host + " in time"));
      }
    };
  }

  private Attempt converse(
      Conversation talk,
      String host,
      Request request,
      Optional<PieceReader> reader,
      Deadline deadline) {
    var answer = listen(talk, host, request.limits(), reader, deadline).afterSending();
    if (answer instanceof Answer.Response response) {
      var whole = Inflation.of(response, request.limits().maxBytes());
      if (!talk.collector().flows()) {
        reader.ifPresent(taker -> handOver(whole, taker));
      }
      return new Attempt.Ended(whole);
    }
    talk.abandon();
    return answer instanceof Answer.Unreachable && talk.reused() && !talk.collector().begun()
        ? new Attempt.Stale(answer)
        : new Attempt.Ended(answer);
  }

  /** A good answer that came compressed, and so as a whole. */
  private static void handOver(Answer answer, PieceReader reader) {
    if (answer instanceof Answer.Response response && response.status() < 300) {
      reader.take(response.body());
    }
  }

  private Answer listen(
      Conversation talk,
      String host,
      Request.Limits limits,
      Optional<PieceReader> reader,
      Deadline deadline) {
    var collector = talk.collector();
    return switch (Waiting.on(collector.head(), deadline.left(limits.firstByte()))) {
      case Waiting.Got<Boolean>(var begun) ->
          reader.isPresent() && collector.flows()
              ? pieceByPiece(talk, host, reader.get(), deadline)
              : toTheEnd(collector, host, deadline);
      case Waiting.Failed<Boolean>(var cause) -> Trouble.answer(cause, host);
      case Waiting.Late<Boolean>() ->
          new Answer.TimedOut(host + " did not begin to answer in time");
    };
  }

  private static Answer pieceByPiece(
      Conversation talk, String host, PieceReader reader, Deadline deadline) {
    while (true) {
      switch (talk.pieces().next(deadline.left(reader.patience()))) {
        case Pieces.Next.Piece(var bytes) -> {
          if (!reader.take(bytes)) {
            return new Answer.Unreachable("the answer of " + host + " was given up");
          }
          talk.pieces().more();
        }
        case Pieces.Next.End() -> {
          return talk.collector().answer().join();
        }
        case Pieces.Next.Late() -> {
          return new Answer.TimedOut(host + " fell silent in the middle of its answer");
        }
        case Pieces.Next.Interrupted() -> {
          return new Answer.Unreachable("the request to " + host + " was interrupted");
        }
      }
    }
  }

  private Answer toTheEnd(Collector collector, String host, Deadline deadline) {
    while (true) {
      var silence = new Deadline(collector.heard() + gap.toNanos());
      switch (Waiting.on(collector.answer(), deadline.left(silence.left()))) {
        case Waiting.Got<Answer>(var answer) -> {
          return answer;
        }
        case Waiting.Failed<Answer>(var cause) -> {
          return Trouble.answer(cause, host);
        }
        case Waiting.Late<Answer>() -> {
          if (deadline.over()) {
            return new Answer.TimedOut(host + " did not finish its answer in time");
          } else if (new Deadline(collector.heard() + gap.toNanos()).over()) {
            return new Answer.TimedOut(host + " fell silent in the middle of its answer");
          }
        }
      }
    }
  }

  private static RequestOptions options(
      Target target, InetAddress address, Request request, Duration patience) {
    var options =
        new RequestOptions()
            .setMethod(HttpMethod.valueOf(request.method()))
            .setServer(SocketAddress.inetSocketAddress(target.port(), Literal.host(address)))
            .setHost(target.host().toString())
            .setPort(target.port())
            .setSsl(target.tls())
            .setURI(target.path())
            .setFollowRedirects(false)
            .setConnectTimeout(Math.max(1, patience.toMillis()));
    if (!Headers.has(request.headers(), "Accept-Encoding")) {
      options.addHeader("Accept-Encoding", "gzip, deflate");
    }
    if (!Headers.has(request.headers(), "User-Agent")) {
      options.addHeader("User-Agent", "Wireroom");
    }
    request.headers().forEach(h -> options.addHeader(h.getKey(), h.getValue()));
    return options;
  }
}
