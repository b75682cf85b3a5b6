package io.wireroom.library.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A page's, tag's or site's name in addresses and on disk: small letters, digits and single dashes.
 *
 * <p>why so strict: it becomes a file name, and on every disk it must be exactly this one.
 */
record Slug(String text) {
  static final int LONGEST = 200;

  private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  /** Names of devices on Windows, and what the site itself keeps. */
  private static final Set<String> RESERVED =
      Set.of(
          "aux",
          "con",
          "nul",
          "prn",
          "index",
          "archive",
          "articles",
          "tags",
          "site",
          "style",
          "icon");

  private static final Pattern DEVICE = Pattern.compile("(com|lpt)[0-9]");

  private static final Map<String, String> SPELLED =
      Map.ofEntries(
          Map.entry("ß", "ss"),
          Map.entry("æ", "ae"),
          Map.entry("œ", "oe"),
          Map.entry("ø", "o"),
          Map.entry("ð", "d"),
          Map.entry("þ", "th"),
          Map.entry("ł", "l"),
          Map.entry("đ", "d"),
          Map.entry("ı", "i"),
          Map.entry("&", " and "),
          Map.entry("+", " plus "),
          Map.entry("#", " sharp "),
          Map.entry("'", ""),
          Map.entry("’", ""));

  Slug {
    if (!hasForm(text)) {
      throw new IllegalArgumentException(
          "an address name has small letters, digits and single dashes, at most %d: %s"
              .formatted(LONGEST, shown(text)));
    }
    if (isReserved(text)) {
      throw new IllegalArgumentException("this address name is taken by the site itself: " + text);
    }
  }

  /** Whether a name found on disk can be one of ours. */
  static boolean fits(String text) {
    return hasForm(text) && !isReserved(text);
  }

  private static boolean hasForm(String text) {
    return text.length() <= LONGEST && FORM.matcher(text).matches();
  }

  /** A name made of any text: the same for the same text, never refused. */
  static Slug from(String text) {
    var plain = text.toLowerCase(Locale.ROOT);
    for (var spelled : SPELLED.entrySet()) {
      plain = plain.replace(spelled.getKey(), spelled.getValue());
    }
    plain = Normalizer.normalize(plain, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
    var dashed = trim(plain.replaceAll("[^a-z0-9]+", "-"));
    var cut = dashed.length() > 80 ? trim(dashed.substring(0, wordEnd(dashed))) : dashed;
    if (cut.isEmpty()) {
      return new Slug("x-" + hash(text));
    }
    return new Slug(isReserved(cut) ? cut + "-1" : cut);
  }

  /** Another name for the same text, told apart by {@code owner}. */
  Slug of(String owner) {
    var room = LONGEST - 9;
    var short1 = text.length() > room ? trim(text.substring(0, room)) : text;
    return new Slug(short1 + "-" + hash(owner));
  }

  private static boolean isReserved(String text) {
    return RESERVED.contains(text) || DEVICE.matcher(text).matches();
  }

  private static int wordEnd(String dashed) {
    var dash = dashed.lastIndexOf('-', 80);
    return dash > 40 ? dash : 80;
  }

  private static String trim(String dashed) {
    return dashed.replaceAll("^-+|-+$", "");
  }

  private static String shown(String text) {
    var line = text.replaceAll("[^\\x20-\\x7E]", "?");
    return line.length() > 60 ? line.substring(0, 60) + "…" : line;
  }

  private static String hash(String text) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
