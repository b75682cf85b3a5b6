package io.wireroom.engine.history;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words of a text as they are searched: lower case, without accents, letters and digits only. */
final class Words {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int LONGEST = 64;

  private Words() {}

  static List<String> of(String text) {
    var plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    return Arrays.stream(BETWEEN.split(plain.toLowerCase(Locale.ROOT), -1))
        .filter(word -> !word.isEmpty() && word.length() <= LONGEST)
        .distinct()
        .toList();
  }
}
