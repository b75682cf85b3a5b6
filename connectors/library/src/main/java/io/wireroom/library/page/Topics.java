package io.wireroom.library.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tags in use, the most used first. */
final class Topics {
  private Topics() {}

  /** All of them. */
  static List<PageTag> of(List<Headline> stories) {
    return used(stories, 1);
  }

  /** What several stories are about. */
  static List<PageTag> shared(List<Headline> stories) {
    return used(stories, 2);
  }

  private static List<PageTag> used(List<Headline> stories, int least) {
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
        .filter(use -> use.getValue() >= least)
        .sorted(
            Map.Entry.<Slug, Integer>comparingByValue()
                .reversed()
                .thenComparing(use -> use.getKey().text()))
        .map(use -> names.getOrDefault(use.getKey(), new PageTag(use.getKey().text())))
        .toList();
  }
}
