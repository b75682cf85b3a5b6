package io.wireroom.library.page;

import java.util.List;
import java.util.Optional;

/**
 * What an editor or a workflow says that a page shall hold.
 *
 * @param summary one or two sentences under the headline; empty for none
 * @param source where the story comes from, a web address
 * @param language a BCP 47 tag
 */
record PageContent(
    String title,
    String markdown,
    List<PageTag> tags,
    Optional<String> summary,
    Optional<String> byline,
    Optional<String> source,
    Optional<String> language) {
  PageContent {
    tags = List.copyOf(tags);
  }
}
