package io.wireroom.library.page;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** What the front page, the archive and the tag pages show of a story. */
record Headline(String slug, String title, String teaser, List<PageTag> tags, Instant published) {
  /** The newest first; at the same moment by name, so that the order never changes. */
  static final Comparator<Headline> NEWEST_FIRST =
      Comparator.comparing(Headline::published).reversed().thenComparing(Headline::slug);

  static Headline of(StoredPage page) {
    return new Headline(
        page.slug(),
        page.content().title(),
        page.teaser(),
        page.content().tags(),
        page.published());
  }

  boolean has(Slug tag) {
    return tags.stream().anyMatch(own -> own.slug().equals(tag));
  }
}
