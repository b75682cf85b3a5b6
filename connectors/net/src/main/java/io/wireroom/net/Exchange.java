package io.wireroom.net;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * One request and its answer over a connection to a judged address.
 *
 * <p>Threading: blocks the calling virtual thread; the event loop only hands over.
 */
final class Exchange {
  private final HttpClientAgent client;
  private final Duration gap;

  Exchange(HttpClientAgent client, Duration gap) {
    this.client = client;
    this.gap = gap;
  }

  /** Tries the addresses in order until one takes the connection. */
  Answer run(Target target, List<InetAddress> addresses, Request request, Deadline deadline) {
    var connected = Deadline.in(deadline.left(request.limits().connect()));
    Answer last = new Answer.Unreachable("no connection to " + target.authority());
    for (int i = 0; i < addresses.size(); i++) {
      var patience = connected.left().dividedBy(addresses.size() - i);
      switch (connect(target, addresses.get(i), request, patience)) {
        case Waiting.Got<HttpClientRequest>(var open) -> {
          return converse(open, target, addresses.get(i), request, deadline);
        }
        case Waiting.Failed<HttpClientRequest>(var cause) ->
            last = Trouble.answer(cause, target.authority());
        case Waiting.Late<HttpClientRequest>() ->
            last = new Answer.TimedOut("no connection to " + target.authority() + " in time");
      }
    }
    return last;
  }

  private Waiting<HttpClientRequest> connect(
      Target target, InetAddress address, Request request, Duration patience) {
    var opening = client.request(options(target, address, request, patience));
    var waited = Waiting.on(future(opening), patience);
    if (!(waited instanceof Waiting.Got<HttpClientRequest>)) {
      // why: a connection that comes too late has to go back to the pool.
      opening.onSuccess(HttpClientRequest::reset);
    }
    return waited;
  }

  private Answer converse(
      HttpClientRequest open,
      Target target,
      InetAddress address,
      Request request,
      Deadline deadline) {
    if (!standsAt(open, address, target.port())) {
      open.connection().close();
      return new Answer.Refused(target.authority() + " was reached at an address nobody judged");
    }
    var collector = new Collector(request.url(), target.authority(), request.limits().maxBytes());
    open.send(Buffer.buffer(request.body())).onComplete(collector::begin, collector::fail);
    var answer = listen(collector, target, request.limits(), deadline);
    if (!(answer instanceof Answer.Response response)) {
      open.reset();
      return answer;
    }
    return Inflation.of(response, request.limits().maxBytes());
  }

  private Answer listen(
      Collector collector, Target target, Request.Limits limits, Deadline deadline) {
    var host = target.authority();
    if (!(Waiting.on(collector.head(), deadline.left(limits.firstByte())) instanceof Waiting.Got)) {
      return new Answer.TimedOut(host + " did not begin to answer in time");
    }
    while (true) {
      long before = collector.arrived();
      switch (Waiting.on(collector.answer(), deadline.left(gap))) {
        case Waiting.Got<Answer>(var answer) -> {
          return answer;
        }
        case Waiting.Failed<Answer>(var cause) -> {
          return Trouble.answer(cause, host);
        }
        case Waiting.Late<Answer>() -> {
          if (deadline.over()) {
            return new Answer.TimedOut(host + " did not finish its answer in time");
          } else if (collector.arrived() == before) {
            return new Answer.TimedOut(host + " fell silent in the middle of its answer");
          }
        }
      }
    }
  }

  private static boolean standsAt(HttpClientRequest open, InetAddress address, int port) {
    var remote = open.connection().remoteAddress();
    return remote != null
        && remote.port() == port
        && address.getHostAddress().equals(remote.hostAddress());
  }

  private static RequestOptions options(
      Target target, InetAddress address, Request request, Duration patience) {
    var options =
        new RequestOptions()
            .setMethod(HttpMethod.valueOf(request.method()))
            .setServer(SocketAddress.inetSocketAddress(target.port(), address.getHostAddress()))
            .setHost(target.host().toString())
            .setPort(target.port())
            .setSsl(target.tls())
            .setURI(target.path())
            .setFollowRedirects(false)
            .setConnectTimeout(Math.max(1, patience.toMillis()));
    if (!Headers.has(request.headers(), "Accept-Encoding")) {
      options.addHeader("Accept-Encoding", "gzip, deflate");
    }
    request.headers().forEach(h -> options.addHeader(h.getKey(), h.getValue()));
    return options;
  }

  private static <T> CompletableFuture<T> future(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture();
  }
}
