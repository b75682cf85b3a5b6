package io.wireroom.engine.connections;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a value may look in somebody else's text: as it is, URL-encoded, JSON-escaped (and both
 * mixed, as encoders differ in what they escape), as hex, and as base64, alone or inside something
 * longer.
 */
final class Disguises {
  /** Shorter pieces of base64 would be found in texts that have nothing to do with the value. */
  private static final int LEAST_BASE64 = 4;

  private static final int LONGEST_PIECE = 192;

  private Disguises() {}

  /** why pieces: a pattern is matched by recursion, as deep as it is long. */
  static List<Pattern> of(String value) {
    var points = value.codePoints().toArray();
    var pieces = (points.length + LONGEST_PIECE - 1) / LONGEST_PIECE;
    var patterns = new ArrayList<Pattern>();
    for (int i = 0; i < pieces; i++) {
      var from = i * points.length / pieces;
      var to = (i + 1) * points.length / pieces;
      patterns.add(pattern(new String(points, from, to - from)));
    }
    return patterns;
  }

  private static Pattern pattern(String value) {
    var bytes = value.getBytes(StandardCharsets.UTF_8);
    var ways = new ArrayList<String>();
    ways.add(escaped(value));
    ways.addAll(base64(bytes));
    ways.add("(?i:" + HexFormat.of().formatHex(bytes) + ")");
    return Pattern.compile(String.join("|", ways));
  }

  private static String escaped(String value) {
    return value
        .codePoints()
        .mapToObj(c -> "(?:" + String.join("|", forms(c)) + ")")
        .collect(Collectors.joining());
  }

  /** A character plain, behind backslashes, as {@code \\u00e9} and as {@code %C3%A9}. */
  private static List<String> forms(int character) {
    var plain = Character.toString(character);
    var forms = new ArrayList<String>();
    forms.add(
        plain
            .chars()
            .mapToObj(unit -> "\\\\{1,4}u(?i:%04x)".formatted(unit))
            .collect(Collectors.joining()));
    var percent = new StringBuilder();
    for (var one : plain.getBytes(StandardCharsets.UTF_8)) {
      percent.append("%(?:25)?(?i:").append(HexFormat.of().toHexDigits(one)).append(")");
    }
    forms.add(percent.toString());
    switch (character) {
      case ' ' -> forms.addAll(List.of("\\+", "%2[Bb]"));
      case '\n' -> forms.add("\\\\{1,4}n");
      case '\r' -> forms.add("\\\\{1,4}r");
      case '\t' -> forms.add("\\\\{1,4}t");
      default -> {}
    }
    forms.add("\\\\{0,4}" + Pattern.quote(plain)); // last: a % is also how its own escape begins
    return forms;
  }

  /**
   * Both alphabets at each of the three places where the value can begin in a longer text. What the
   * neighbours have a share in is left out, but for the end of a text of its own with its padding.
   */
  private static List<String> base64(byte[] bytes) {
    var ways = new ArrayList<String>();
    var whole = Base64.getEncoder().withoutPadding().encodeToString(bytes);
    ways.add(letters(whole) + "(?:=|%3[Dd])*");
    for (int before = 0; before < 3; before++) {
      var shifted = new byte[before + bytes.length];
      System.arraycopy(bytes, 0, shifted, before, bytes.length);
      var text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
      var from = (before * 8 + 5) / 6;
      var to = shifted.length * 8 / 6;
      if (to - from >= LEAST_BASE64) {
        ways.add(letters(text.substring(from, to)));
      }
    }
    return ways;
  }

  private static String letters(String base64) {
    return base64
        .chars()
        .mapToObj(
            c ->
                switch (c) {
                  case '+' -> "(?:[+-]|%2[Bb])";
                  case '/' -> "(?:\\\\{0,4}/|_|%2[Ff])";
                  default -> Character.toString(c);
                })
        .collect(Collectors.joining());
  }
}
