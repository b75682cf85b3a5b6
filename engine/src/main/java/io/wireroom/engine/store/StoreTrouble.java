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
    /** Somebody frees some room, and it goes on. */
    FULL("The store's disk is full."),
    /** Somebody else holds a lock: it goes on by itself. */
    BUSY("Another program locks the store."),
    /** It goes on when the database is back. */
    AWAY("The database does not answer."),
    /** One of two engines has to stop. */
    TAKEN("Another Wireroom works on this store."),
    /** It is read only until a person has mended it. */
    DAMAGED("The store is damaged and read only; ./wireroom doctor says how to mend it.");

    private final String sentence;

    Kind(String sentence) {
      this.sentence = sentence;
    }

    /** For whoever calls from outside: without addresses, files and what a driver says. */
    public String sentence() {
      return sentence;
    }
  }
}
