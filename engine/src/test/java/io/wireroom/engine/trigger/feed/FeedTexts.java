package io.wireroom.engine.trigger.feed;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Small feeds for tests. */
final class FeedTexts {
  private FeedTexts() {}

  /** RSS with an item of each title, which is its id too. */
  static String rss(String... titles) {
    return feed(
        Stream.of(titles)
            .map(t -> "<item><title>%s</title><guid>%s</guid></item>".formatted(t, t))
            .collect(Collectors.joining()));
  }

  /** RSS around items. */
  static String feed(String items) {
    return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>The feed</title>"
        + items
        + "</channel></rss>";
  }
}
