package io.wireroom.net;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.dns.DnsClient;
import io.vertx.core.dns.DnsClientOptions;
import io.vertx.core.dns.DnsException;
import io.vertx.core.dns.DnsResponseCode;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Asks the given name servers, in order, and nobody else: no hosts file, no search domains.
 *
 * <p>Threading: the questions run on event loops; the calling virtual thread waits.
 */
public final class DnsResolver implements Resolver {
  /** How long IPv6 may lag behind when IPv4 is there already. */
  private static final Duration GRACE = Duration.ofMillis(250);

  private final Loops loops;
  private final List<DnsClient> servers;

  public DnsResolver(Vertx vertx, List<InetSocketAddress> servers) {
    this.loops = new Loops(vertx);
    this.servers = servers.stream().map(server -> client(vertx, server)).toList();
  }

  @Override
  public Found resolve(String name, Duration within) {
    var deadline = Deadline.in(within);
    Found last = new Found.Nothing("no name server is set");
    for (int i = 0; i < servers.size(); i++) {
      var share = deadline.left().dividedBy(servers.size() - i);
      last = ask(servers.get(i), name, Deadline.in(share));
      if (!(last instanceof Found.TooSlow)) {
        return last;
      }
    }
    return last;
  }

  private Found ask(DnsClient server, String name, Deadline deadline) {
    var four = question(name, () -> server.resolveA(name));
    var six = question(name, () -> server.resolveAAAA(name));
    var first = Waiting.on(four, deadline.left());
    boolean found = first instanceof Waiting.Got<List<String>>(var some) && !some.isEmpty();
    var second = Waiting.on(six, found ? deadline.left(GRACE) : deadline.left());

    var all = new ArrayList<>(addresses(first));
    all.addAll(addresses(second));
    if (!all.isEmpty()) {
      return new Found.Addresses(all);
    }
    return answered(first) && answered(second)
        ? new Found.Nothing("no such host: " + name)
        : new Found.TooSlow();
  }

  private static List<InetAddress> addresses(Waiting<List<String>> waited) {
    return waited instanceof Waiting.Got<List<String>>(var texts)
        ? texts.stream().map(InetAddress::ofLiteral).toList()
        : List.of();
  }

  /** Whether the server said that there is nothing, rather than nothing at all. */
  private static boolean answered(Waiting<List<String>> waited) {
    return waited instanceof Waiting.Got
        || (waited instanceof Waiting.Failed<List<String>>(var cause)
            && cause instanceof DnsException said
            && said.code() == DnsResponseCode.NXDOMAIN);
  }

  private CompletableFuture<List<String>> question(
      String name, Supplier<Future<List<String>>> ask) {
    var answer = new CompletableFuture<List<String>>();
    loops
        .of(name)
        .runOnContext(on -> ask.get().onComplete(answer::complete, answer::completeExceptionally));
    return answer;
  }

  private static DnsClient client(Vertx vertx, InetSocketAddress server) {
    return vertx.createDnsClient(
        new DnsClientOptions()
            .setHost(server.getAddress().getHostAddress())
            .setPort(server.getPort()));
  }

  @Override
  public void close() {
    servers.forEach(DnsClient::close);
  }
}
