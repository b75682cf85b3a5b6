package io.wireroom.models.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.models.route.Adapter;
import io.wireroom.models.route.Hardware;
import io.wireroom.models.route.Price;
import io.wireroom.models.route.Price.Band;
import io.wireroom.models.route.Route;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class TariffTest {
  private static final InstantSource NOON =
      InstantSource.fixed(Instant.parse("2026-11-30T12:00:00Z"));
  private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 1);

  @Test
  void addsEachBucketAtItsOwnPrice() {
    var all = band(LocalDate.EPOCH, 0, 1_000_000);

    assertThat(cost(List.of(all), new Usage.Tokens(100, 10, 1_000, 20, 30, 5)))
        .isEqualTo(
            new Cost.Known(
                100 * 1_000_000L
                    + 10 * 5_000_000L
                    + 5 * 5_000_000L
                    + 1_000 * 100_000L
                    + 20 * 1_250_000L
                    + 30 * 2_000_000L));
  }

  @Test
  void takesTheYoungestPriceThatHasBegunAndTheBandOfThePrompt() {
    var bands =
        List.of(
            band(LocalDate.EPOCH, 0, 1),
            band(LocalDate.of(2026, 11, 30), 0, 2),
            band(LocalDate.of(2026, 11, 30), 200, 3),
            band(DECEMBER, 0, 4));

    assertThat(cost(bands, new Usage.Tokens(200, 0))).isEqualTo(new Cost.Known(400));
    assertThat(cost(bands, new Usage.Tokens(150, 0, 51, 0, 0, 0)))
        .isEqualTo(new Cost.Known(150 * 3 + 51 * 100_000L));
  }

  @Test
  void isUnknownAndNeverFreeWithoutAPriceForAllOfIt() {
    var bare =
        new Band(
            LocalDate.EPOCH,
            "default",
            "standard",
            0,
            1,
            1,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    assertThat(cost(List.of(bare), new Usage.Tokens(1, 1))).isEqualTo(new Cost.Known(2));
    assertThat(cost(List.of(bare), new Usage.Tokens(1, 1, 7, 0, 0, 0)))
        .isEqualTo(new Cost.Unknown());
    assertThat(cost(List.of(bare), new Usage.Unknown())).isEqualTo(new Cost.Unknown());
    assertThat(cost(List.of(), new Usage.Tokens(1, 1))).isEqualTo(new Cost.Unknown());
    assertThat(cost(List.of(bare), new Usage.Tokens(Long.MAX_VALUE, 9)))
        .isEqualTo(new Cost.Unknown());
    assertThat(cost(new Price.PerHour(12_000_000_000_000L), new Usage.Tokens(1, 1)))
        .isEqualTo(new Cost.Unknown());
  }

  private static Cost cost(List<Band> bands, Usage usage) {
    return cost(new Price.PerToken(bands), usage);
  }

  private static Cost cost(Price price, Usage usage) {
    var route =
        new Route(
            "r",
            Adapter.OPENAI,
            Optional.empty(),
            "m",
            Optional.empty(),
            Hardware.UNKNOWN,
            Duration.ofSeconds(1),
            1);
    return new Tariff(route.price(price), NOON).cost(new Reply("text", StopReason.END_TURN, usage));
  }

  private static Band band(LocalDate from, long above, long input) {
    return new Band(
        from,
        "default",
        "standard",
        above,
        input,
        5_000_000,
        Optional.empty(),
        Optional.of(100_000L),
        Optional.of(1_250_000L),
        Optional.of(2_000_000L));
  }
}
