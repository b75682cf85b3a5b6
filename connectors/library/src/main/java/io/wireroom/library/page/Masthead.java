package io.wireroom.library.page;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A site's name and the line under it. A file {@code site.json} in the site's folder with {@code
 * title} and {@code tagline} sets both.
 */
record Masthead(String title, String tagline) {
  static final String FILE = "site.json";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Masthead OWN =
      new Masthead("The Wire Room", "News, as it comes in over the wire");

  /** As the file says; what it leaves out follows from the site's name. */
  static Masthead of(Optional<Slug> site, AtomicFiles files) throws IOException {
    var usual = site.map(Masthead::named).orElse(OWN);
    if (!files.exists(FILE)) {
      return usual;
    }
    try {
      var set = JSON.readTree(files.read(FILE));
      return new Masthead(
          Line.of(set.path("title").asText(usual.title), 80),
          Line.of(set.path("tagline").asText(usual.tagline), 160));
    } catch (JacksonException e) {
      return usual;
    }
  }

  private static Masthead named(Slug site) {
    var title =
        Stream.of(site.text().split("-"))
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining(" "));
    return new Masthead(title, "");
  }
}
