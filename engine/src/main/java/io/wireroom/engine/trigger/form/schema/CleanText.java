package io.wireroom.engine.trigger.form.schema;

import java.util.regex.Pattern;

/** Text without signs that no keyboard types and that stores or the broker refuse. */
final class CleanText {
  private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F]");
  private static final Pattern LONE = Pattern.compile("[\\uD800-\\uDFFF]");

  private CleanText() {}

  static String of(String text) {
    // why codepoints: in a Java pattern half a pair matches only where it stands alone
    return LONE.matcher(CONTROL.matcher(text).replaceAll("")).replaceAll("\uFFFD");
  }
}
