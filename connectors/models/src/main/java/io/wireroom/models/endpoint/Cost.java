package io.wireroom.models.endpoint;

/** What an answer cost. */
public sealed interface Cost {
  /** In pico-dollars (10⁻¹² US dollars). */
  record Known(long picoDollars) implements Cost {}

  /** No price is known for the route. */
  record Unknown() implements Cost {}
}
