package io.wireroom.models.route;

import java.util.Locale;

/**
 * What runs a route's model.
 *
 * @param family for example {@code trn2}, {@code inf2}, {@code cpu}; {@code unknown} when not said
 * @param evidence how that is known
 */
public record Hardware(String family, Evidence evidence) {
  public static final Hardware UNKNOWN = new Hardware("unknown", Evidence.UNKNOWN);

  /** From the best to none; nothing is ever raised by itself. */
  public enum Evidence {
    /** Seen in the answer or on the machine. */
    MEASURED,
    /** The operator of this installation says so. */
    DECLARED,
    /** The vendor says so in public. */
    VENDOR_STATED,
    /** Nobody says. */
    UNKNOWN;

    /** As settings and JSON write it: {@code vendor-stated}. */
    public String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
