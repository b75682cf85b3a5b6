package io.wireroom.net;

import java.net.InetAddress;
import java.util.List;

/** Decides which addresses a request may connect to. */
final class Guard {
  /** Addresses of one name that are tried at most; each takes its share of the connect time. */
  private static final int MOST = 6;

  private final AllowList allow;

  Guard(AllowList allow) {
    this.allow = allow;
  }

  /** What the guard says of one target. */
  sealed interface Judgement {
    /** Connect to one of these and to nothing else. */
    record Pass(List<InetAddress> addresses) implements Judgement {}

    /** Do not connect. */
    record Stop(String reason) implements Judgement {}
  }

  /**
   * Judges all addresses of a target's host and keeps those that may be reached. One public address
   * does not excuse a private one beside it, nor the other way round.
   */
  Judgement judge(Target target, List<InetAddress> addresses) {
    var passed =
        addresses.stream()
            .filter(address -> passes(target, address))
            .limit(MOST)
            .map(address -> Literal.nameless(address.getAddress()))
            .toList();
    return passed.isEmpty()
        ? new Judgement.Stop(reason(target, addresses.getFirst()))
        : new Judgement.Pass(passed);
  }

  /**
   * Whether a connection for {@code target} may stand at {@code address}. A rule for a translated
   * address opens the translation; the address behind it has to pass by itself.
   */
  boolean passes(Target target, InetAddress address) {
    var meaning = AddressClass.of(address);
    return meaning == AddressClass.PUBLIC
        || (allow.opens(target.host(), target.port(), address, meaning)
            && meaning.carried(address.getAddress()).map(v4 -> passes(target, v4)).orElse(true));
  }

  private static String reason(Target target, InetAddress address) {
    return "%s leads to %s address; an administrator can allow it in net.allow"
        .formatted(target.authority(), AddressClass.of(address).words());
  }
}
