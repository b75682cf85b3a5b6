package io.wireroom.library.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/** A tag as people read it; tags with the same slug are the same tag. */
record PageTag(String name) {
  private static final int MOST = 12;

  Slug slug() {
    return Slug.from(name);
  }

  /**
   * A list of texts, or one text with commas, each tag once.
   *
   * @throws IllegalArgumentException with a sentence for the editor
   */
  static List<PageTag> all(JsonNode given) {
    var tags = new LinkedHashMap<Slug, PageTag>();
    names(given)
        .map(name -> new PageTag(Line.of(name, 60)))
        .filter(tag -> !tag.name.isEmpty())
        .forEach(tag -> tags.putIfAbsent(tag.slug(), tag));
    return tags.values().stream().limit(MOST).toList();
  }

  private static Stream<String> names(JsonNode given) {
    if (given.isTextual()) {
      return Stream.of(given.textValue().split(",", -1));
    }
    if (!given.isArray()) {
      throw new IllegalArgumentException("tags must be a list of texts, or one text with commas");
    }
    var names = new ArrayList<String>();
    for (var tag : given) {
      if (tag.isContainerNode()) {
        throw new IllegalArgumentException("each tag must be a text");
      }
      if (!tag.isNull()) {
        names.add(tag.asText());
      }
    }
    return names.stream();
  }
}
