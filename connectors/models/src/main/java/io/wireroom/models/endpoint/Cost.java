package io.wireroom.models.endpoint;

import java.math.BigDecimal;

/** What an answer cost. */
public sealed interface Cost {
  /** In pico-dollars (10⁻¹² US dollars). */
  record Known(long picoDollars) implements Cost {}

  /** No price is known for the route, or it does not say what it served or counted. */
  record Unknown() implements Cost {}

  /** So many pico-dollars in US dollars, as JSON gives money. */
  static BigDecimal dollars(long picoDollars) {
    return BigDecimal.valueOf(picoDollars, 12).stripTrailingZeros();
  }

  /** Both together, as for an answer and its repair; unknown when either is. */
  default Cost plus(Cost other) {
    return this instanceof Known(var a) && other instanceof Known(var b)
        ? new Known(a + b)
        : new Unknown();
  }
}
