package io.wireroom.library.feed;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** A feed's items as data: each id once, the newest first when every item has a date. */
final class FeedItems {
  /** why: what a step hands back travels through the broker, which takes about 2 MB. */
  private static final int MOST_CONTENT = 800_000;

  private final SyndFeed feed;
  private final Links links;

  FeedItems(SyndFeed feed, URI url) {
    this.feed = feed;
    this.links = Links.of(feed, url);
  }

  /** The items for one step, which hands them back together. */
  ObjectNode together(int limit, Instant since) {
    return output(limit, since, MOST_CONTENT);
  }

  /** All items, each to travel by itself. */
  ObjectNode each() {
    return output(Integer.MAX_VALUE, Instant.MIN, Integer.MAX_VALUE);
  }

  private ObjectNode output(int limit, Instant since, int mostContent) {
    var output = JsonNodeFactory.instance.objectNode();
    output.put("title", ItemText.title(feed.getTitle(), feed.getTitleEx()));
    var items = output.putArray("items");
    var room = mostContent;
    for (var entry : newest(limit, since)) {
      var item = new FeedItem(entry, isAtom(), links);
      var content = item.content();
      var fits = content.length() <= Math.min(room, MOST_CONTENT);
      room -= fits ? content.length() : 0;
      items.add(item.data(fits ? content : ""));
    }
    return output;
  }

  private List<SyndEntry> newest(int limit, Instant since) {
    var seen = new HashSet<String>();
    var entries =
        feed.getEntries().stream()
            .filter(entry -> FeedItem.time(entry).map(since::isBefore).orElse(true))
            .filter(entry -> seen.add(FeedItem.id(entry)))
            .toList();
    var dated = entries.stream().map(FeedItem::time).allMatch(Optional::isPresent);
    return (dated ? entries.stream().sorted(BY_TIME) : entries.stream()).limit(limit).toList();
  }

  private boolean isAtom() {
    return String.valueOf(feed.getFeedType()).startsWith("atom");
  }

  private static final Comparator<SyndEntry> BY_TIME =
      Comparator.comparing((SyndEntry entry) -> FeedItem.time(entry).orElse(Instant.MIN))
          .reversed();
}
