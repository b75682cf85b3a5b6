package io.wireroom.models.endpoint;

import io.wireroom.models.route.Adapter;
import io.wireroom.models.route.Price;
import io.wireroom.models.route.Route;
import java.math.BigInteger;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;

/** What a reply cost, by the price of its route and by what was served. */
public final class Tariff {
  private static final String USUAL_TIER = "default";
  private static final String USUAL_LATENCY = "standard";

  private final Route route;
  private final InstantSource clock;

  public Tariff(Route route, InstantSource clock) {
    this.route = route;
    this.clock = clock;
  }

  /**
   * What so many tokens would cost, as they are asked for; for a route by the hour nothing, as the
   * hour is paid for already.
   */
  public Cost foreseen(long input, long output) {
    if (route.adapter() == Adapter.LOCAL_EXTRACTIVE
        || route.price().filter(Price.PerHour.class::isInstance).isPresent()) {
      return new Cost.Known(0);
    }
    var tier = new Served(route.wire().tier(), route.wire().latency(), none(), none());
    return cost(new Reply("", StopReason.END_TURN, new Usage.Tokens(input, output)).served(tier));
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  /** Unknown rather than 0: without a price, a count, or a word on the tier that was asked for. */
  public Cost cost(Reply reply) {
    var price = route.price();
    if (!(reply.usage() instanceof Usage.Tokens tokens)
        || price.isEmpty()
        || !(price.get() instanceof Price.PerToken(var bands))) {
      return new Cost.Unknown();
    }
    var tier = served(reply.served().tier(), route.wire().tier(), USUAL_TIER);
    var latency = served(reply.served().latency(), route.wire().latency(), USUAL_LATENCY);
    if (tier.isEmpty() || latency.isEmpty()) {
      return new Cost.Unknown();
    }
    var today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    return Price.Band.of(bands, tier.get(), latency.get(), tokens.in(), today)
        .filter(band -> covers(band, tokens))
        .flatMap(band -> sum(band, tokens))
        .<Cost>map(Cost.Known::new)
        .orElseGet(Cost.Unknown::new);
  }

  private static boolean covers(Price.Band band, Usage.Tokens tokens) {
    return (tokens.cacheRead() == 0 || band.cacheRead().isPresent())
        && (tokens.cacheWrite5m() == 0 || band.cacheWrite5m().isPresent())
        && (tokens.cacheWrite1h() == 0 || band.cacheWrite1h().isPresent());
  }

  /** Empty when no such sum is believable. */
  private static Optional<Long> sum(Price.Band band, Usage.Tokens tokens) {
    var sum =
        BigInteger.ZERO
            .add(part(tokens.input(), band.input()))
            .add(part(tokens.output(), band.output()))
            .add(part(tokens.reasoning(), band.reasoning().orElse(band.output())))
            .add(part(tokens.cacheRead(), band.cacheRead().orElse(0L)))
            .add(part(tokens.cacheWrite5m(), band.cacheWrite5m().orElse(0L)))
            .add(part(tokens.cacheWrite1h(), band.cacheWrite1h().orElse(0L)));
    return sum.bitLength() < Long.SIZE ? Optional.of(sum.longValue()) : Optional.empty();
  }

  private static BigInteger part(long tokens, long price) {
    return BigInteger.valueOf(tokens).multiply(BigInteger.valueOf(price));
  }

  /** What was asked for is no proof of what was served, unless nothing special was asked for. */
  private static Optional<String> served(
      Optional<String> said, Optional<String> asked, String usual) {
    if (said.isPresent()) {
      return said.map(word -> word.equals("standard") ? usual : word);
    }
    return asked.filter(word -> !word.equals(usual)).isPresent()
        ? Optional.empty()
        : Optional.of(usual);
  }
}
