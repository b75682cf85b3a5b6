package io.wireroom.net;

import io.netty.channel.ChannelFactory;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one HTTP client for everything that leaves.
 *
 * <p>Threading: {@link #send} blocks the calling virtual thread; it is refused on an event loop.
 */
public final class Door implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Door.class);
  private static final Pattern METHOD = Pattern.compile("[A-Z]{1,20}");

  private final DoorSettings settings;
  private final Guard guard;
  private final Lanes lanes;
  private final Client client;
  private final Exchange exchange;

  private Door(Vertx vertx, DoorSettings settings) {
    this.settings = settings;
    this.guard = new Guard(settings.allow());
    this.lanes = new Lanes(settings.busy(), settings.waiting());
    this.client = new Client(vertx, settings);
    this.exchange = new Exchange(client, settings.gap());
  }

  /** Opens a door. Close it before the Vert.x. */
  public static Door open(Vertx vertx, DoorSettings settings) {
    return new Door(vertx, settings);
  }

  /**
   * Opens a door with the usual settings whose guard lets {@code allow} pass (host:port, host:*,
   * CIDR).
   *
   * @throws IllegalArgumentException with all that is wrong with {@code allow}
   */
  public static Door open(Vertx vertx, List<String> allow) {
    return open(vertx, DoorSettings.allowing(AllowList.of(allow.toArray(String[]::new))));
  }

  /** Sends and waits for the whole answer. */
  public Answer send(Request request) {
    return send(request, Optional.empty());
  }

  /**
   * Sends, and hands the body of a good answer (2xx) over as it comes; the returned one has none
   * then. It is a {@link Answer.Response} only when the body came to its end.
   */
  public Answer stream(Request request, PieceReader reader) {
    return send(request.header("Accept-Encoding", "identity").following(0), Optional.of(reader));
  }

  /**
   * Channels for the one client that brings its own transport, the AWS SDK's: each judges the
   * address that it connects to as the door does.
   */
  public ChannelFactory<NioSocketChannel> channels() {
    return () -> new GuardedChannel(guard);
  }

  private Answer send(Request request, Optional<PieceReader> reader) {
    if (Context.isOnEventLoopThread()) {
      throw new IllegalStateException("Door.send blocks; call it from a virtual thread");
    }
    var deadline = Deadline.in(request.limits().total());
    var current = request;
    for (int left = request.redirects(); ; left--) {
      var answer = hop(current, reader, deadline);
      if (left <= 0 || !(answer instanceof Answer.Response response)) {
        return answer;
      }
      switch (Redirect.of(current, response)) {
        case Redirect.Go(var next) -> current = next;
        case Redirect.Stay() -> {
          return answer;
        }
        case Redirect.Stop(var reason) -> {
          return refused(reason);
        }
      }
    }
  }

  private Answer hop(Request request, Optional<PieceReader> reader, Deadline deadline) {
    var problem = Headers.problem(request.headers());
    if (problem.isPresent()) {
      return refused(problem.get());
    }
    if (!METHOD.matcher(request.method()).matches() || tunnels(request.method())) {
      return refused("the method is not one that can be sent");
    }
    try {
      return approach(Target.of(request.url()), request, reader, deadline);
    } catch (IllegalArgumentException e) {
      return refused(String.valueOf(e.getMessage()));
    }
  }

  private Answer approach(
      Target target, Request request, Optional<PieceReader> reader, Deadline deadline) {
    return switch (addresses(target, deadline.left(request.limits().connect()))) {
      case Resolver.Found.Nothing(var reason) -> new Answer.Unreachable(reason);
      case Resolver.Found.TooSlow() ->
          new Answer.TimedOut("no address for " + target.host() + " in time");
      case Resolver.Found.Addresses(var all) ->
          switch (guard.judge(target, all)) {
            case Guard.Judgement.Stop(var reason) -> refused(reason);
            case Guard.Judgement.Pass(var judged) ->
                enter(target, judged, request, reader, deadline);
          };
    };
  }

  private Resolver.Found addresses(Target target, Duration within) {
    var literal = target.host().address();
    return literal.isPresent()
        ? new Resolver.Found.Addresses(List.of(Literal.nameless(literal.get())))
        : settings.resolver().resolve(target.host().name(), within);
  }

  private Answer enter(
      Target target,
      List<InetAddress> judged,
      Request request,
      Optional<PieceReader> reader,
      Deadline deadline) {
    return switch (lanes.enter(target.authority(), deadline.left())) {
      case Lanes.Entry.Full() ->
          new Answer.Unreachable("too many requests to " + target.authority() + " wait already");
      case Lanes.Entry.Late() ->
          new Answer.TimedOut("no turn for a request to " + target.authority() + " in time");
      case Lanes.Entry.Entered place -> {
        try (place) {
          yield exchange.run(target, judged, request, reader, deadline);
        }
      }
    };
  }

  private static boolean tunnels(String method) {
    return method.equals("CONNECT") || method.equals("TRACE");
  }

  private static Answer refused(String reason) {
    LOG.warn("door refused reason=\"{}\"", reason);
    return new Answer.Refused(reason);
  }

  @Override
  public void close() {
    client.close().toCompletionStage().toCompletableFuture().join();
    settings.resolver().close();
  }
}
