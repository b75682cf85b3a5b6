package io.wireroom.engine.expression;

import java.time.Duration;

/**
 * What one evaluation may cost. Every number is a refusal, never a truncated result.
 *
 * @param length characters of the expression
 * @param nesting brackets inside brackets; parsing takes twice as long for each level
 * @param items of a range, and of all iterators of one loop multiplied
 * @param steps syntax nodes evaluated, loop passes included
 * @param depth of evaluation, function calls included
 * @param weight of any value made: one for each node and for each character
 * @param time on the clock
 */
public record FeelLimits(
    int length, int nesting, int items, long steps, int depth, long weight, Duration time) {
  public static final FeelLimits DEFAULT =
      new FeelLimits(10_000, 12, 10_000, 1_000_000, 400, 4_000_000, Duration.ofSeconds(5));

  /** What runs while somebody types. */
  static final FeelLimits PREVIEW =
      new FeelLimits(10_000, 12, 10_000, 300_000, 200, 1_000_000, Duration.ofSeconds(1));
}
