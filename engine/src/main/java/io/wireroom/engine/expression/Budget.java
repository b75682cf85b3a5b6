package io.wireroom.engine.expression;

import java.util.Optional;
import org.camunda.feel.syntaxtree.Val;

/** What is left of one evaluation's limits; every count that runs out throws. One thread. */
final class Budget {
  private static final int GARBAGE = 8;
  private static final int LARGEST_SCALE = 6_176;
  private static final String SMALLER = "Work on fewer or smaller values, or use a connector step.";

  private final FeelLimits limits;
  private final long deadline;
  private long steps;
  private long made;
  private int depth;
  private Optional<OutOfBounds> broken = Optional.empty();

  Budget(FeelLimits limits) {
    this.limits = limits;
    this.deadline = System.nanoTime() + limits.time().toNanos();
  }

  FeelLimits limits() {
    return limits;
  }

  void enter() {
    tick();
    if (++depth > limits.depth()) {
      throw over("it is nested or calls itself too deeply", "Simplify the expression.");
    }
  }

  void leave() {
    depth--;
  }

  /** Counts one step; called wherever work is done, so that nothing runs on unnoticed. */
  void tick() {
    // why: a function of the engine may have swallowed the first throw
    broken.ifPresent(
        e -> {
          throw e;
        });
    if (++steps > limits.steps()) {
      throw over("it takes more than " + limits.steps() + " steps", SMALLER);
    }
    if ((steps & 63) == 0) {
      checkTime();
    }
  }

  void checkTime() {
    if (System.nanoTime() - deadline > 0) {
      throw over("it takes longer than " + limits.time().toMillis() + " ms", SMALLER);
    }
    if (Thread.currentThread().isInterrupted()) {
      throw over("it was interrupted", "Try again.");
    }
  }

  /** Refuses a count of list items, of a range or of a loop. */
  void items(double count) {
    if (count > limits.items()) {
      throw over("a range or loop has more than " + limits.items() + " items", SMALLER);
    }
  }

  /** Refuses work that grows with the square of a list. */
  void pairs(double work) {
    if (work > 50_000_000) {
      throw over("a list is too long for this function", SMALLER);
    }
  }

  /** Refuses text that would become too long, before it is made. */
  void text(double characters) {
    if (characters > limits.weight()) {
      throw tooLarge();
    }
  }

  /** Counts a value that was made, and all made before: garbage fills the memory too. */
  void made(Val value) {
    var weight = Weight.of(value, limits.weight());
    made += weight;
    if (weight > limits.weight() || made > GARBAGE * limits.weight()) {
      throw tooLarge();
    }
  }

  /** The weight of an argument; inputs may be larger than what is made of them. */
  long argument(Val value) {
    var most = GARBAGE * limits.weight();
    var weight = Weight.of(value, most);
    if (weight > most) {
      throw tooLarge();
    }
    return weight;
  }

  /** Refuses numbers whose exact digits would fill the memory (1e999999999). */
  void scale(int scale) {
    if (Math.abs((long) scale) > LARGEST_SCALE) {
      throw over("a number has too many digits", "Use smaller numbers.");
    }
  }

  OutOfBounds tooLarge() {
    return over("a value is larger than " + limits.weight() + " characters", SMALLER);
  }

  private OutOfBounds over(String reason, String suggestion) {
    var e = new OutOfBounds("The expression was stopped: " + reason + ".", suggestion);
    broken = Optional.of(e);
    return e;
  }
}
