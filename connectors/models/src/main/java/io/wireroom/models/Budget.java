package io.wireroom.models;

/** What one request may cost at most, in pico-dollars. */
public record Budget(long picoDollars) {
  public Budget {
    if (picoDollars < 0) {
      throw new IllegalArgumentException("a budget is not negative: " + picoDollars);
    }
  }
}
