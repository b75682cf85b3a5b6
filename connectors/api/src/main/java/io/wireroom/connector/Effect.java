package io.wireroom.connector;

import java.util.Optional;

/**
 * What a step's call does outside, and so what may be done when its answer got lost.
 *
 * @param method a word for what is done, such as an HTTP method; shown to people
 * @param target where it goes, without query and credentials; shown to people
 */
public record Effect(Kind kind, Optional<String> method, Optional<String> target) {
  /** What a second call would do. */
  public enum Kind {
    /** It changes nothing outside: reading, asking a model. */
    READS,
    /** It changes something, and a second call under the same key changes nothing more. */
    REPEATABLE,
    /** A second call may do it twice: a person is asked before it is sent again. */
    ONCE
  }

  /** Changes nothing outside; when in doubt it is called again. */
  public static Effect reads() {
    return new Effect(Kind.READS, Optional.empty(), Optional.empty());
  }

  /** May be sent again under the same key: a PUT, or the other side keeps idempotency keys. */
  public static Effect repeatable(String method, String target) {
    return new Effect(Kind.REPEATABLE, Optional.of(method), Optional.of(target));
  }

  /** Must not happen twice. */
  public static Effect once(String method, String target) {
    return new Effect(Kind.ONCE, Optional.of(method), Optional.of(target));
  }

  /** Nobody said what it does, so it must not happen twice. */
  public static Effect unsaid() {
    return new Effect(Kind.ONCE, Optional.empty(), Optional.empty());
  }
}
