package io.wireroom.engine.store;

import org.jspecify.annotations.Nullable;

/**
 * The store cannot do its work at the moment; nothing of a write was kept, except that after {@link
 * Kind#AWAY} it may have been. The message is a sentence for people.
 */
public final class StoreTrouble extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  StoreTrouble(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /** What is wrong, and so what has to happen. */
  public enum Kind {
    /** No room: somebody frees some, and it goes on. */
    FULL,
    /** Somebody else holds a lock: it goes on by itself. */
    BUSY,
    /** The database does not answer: it goes on when it is back. */
    AWAY,
    /** Another engine works on it: one of the two has to stop. */
    TAKEN,
    /** Damaged: it is read only until a person has mended it. */
    DAMAGED
  }
}
