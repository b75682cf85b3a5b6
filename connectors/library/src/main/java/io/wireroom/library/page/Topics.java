package io.wireroom.library.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tags in use, the most used first. */
final class Topics {
  private Topics() {}

  static List<PageTag> of(List<Headline> stories) {
    var names = new LinkedHashMap<Slug, PageTag>();
    var uses = new LinkedHashMap<Slug, Integer>();
    // why from the oldest: a tag keeps the spelling that it came with.
    for (var story : stories.reversed()) {
      for (var tag : story.tags()) {
        names.putIfAbsent(tag.slug(), tag);
        uses.merge(tag.slug(), 1, Integer::sum);
      }
    }
    return uses.entrySet().stream()
        .sorted(
            Map.Entry.<Slug, Integer>comparingByValue()
                .reversed()
                .thenComparing(use -> use.getKey().text()))
        .map(use -> names.getOrDefault(use.getKey(), new PageTag(use.getKey().text())))
        .toList();
  }
}
