package io.wireroom.models.extractive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The word lists of a language, from the file beside this class. */
final class WordLists {
  private final Map<String, String> sections = new HashMap<>();

  private WordLists(String text) {
    var section = "";
    for (var line : text.split("\n")) {
      if (line.startsWith("[")) {
        section = line.substring(1, line.indexOf(']'));
      } else if (!line.startsWith("#") && !line.isBlank()) {
        sections.merge(section, line, (before, more) -> before + "\n" + more);
      }
    }
  }

  static WordLists of(String language) {
    try (InputStream in = WordLists.class.getResourceAsStream(language + ".txt")) {
      if (in == null) {
        throw new IllegalArgumentException("no word lists for " + language);
      }
      return new WordLists(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The words of a section. */
  Set<String> words(String section) {
    return Arrays.stream(sections.getOrDefault(section, "").split("\\s+"))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The lines of a section. */
  List<String> lines(String section) {
    return sections.getOrDefault(section, "").lines().map(String::strip).toList();
  }
}
