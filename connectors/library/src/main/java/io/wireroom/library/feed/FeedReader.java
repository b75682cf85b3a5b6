package io.wireroom.library.feed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.net.Answer;
import io.wireroom.net.Request;
import java.net.URI;
import java.time.Instant;
import java.util.function.Function;

/**
 * The one way from a feed's address to its items: the request that asks for it and the parser that
 * takes its text as hostile. The step and the trigger use it.
 */
public final class FeedReader {
  /** Feeds larger than this are refused. */
  public static final long MOST_BYTES = 10_000_000;

  private static final String ACCEPT =
      "application/atom+xml, application/rss+xml, application/rdf+xml, application/xml;q=0.9,"
          + " text/xml;q=0.9, */*;q=0.1";

  private FeedReader() {}

  /** Asks for the feed; the limits' size is the feed's own. */
  public static Request request(URI url, Request.Limits limits) {
    return Request.get(url)
        .header("Accept", ACCEPT)
        .within(limits.maxBytes(MOST_BYTES))
        .following(5);
  }

  /**
   * Reads the body of a 2xx response; contents beyond what one step can hand back are left out.
   *
   * @param limit the most items
   * @param after leaves out items up to this instant; those without a date stay in
   */
  public static Reading read(Answer.Response response, int limit, Instant after) {
    return read(response, items -> items.together(limit, after));
  }

  /** Reads the body of a 2xx response: all items, each of a size to travel by itself. */
  public static Reading readAll(Answer.Response response) {
    return read(response, FeedItems::each);
  }

  private static Reading read(Answer.Response response, Function<FeedItems, ObjectNode> output) {
    return switch (FeedXml.parse(response)) {
      case FeedXml.Refused(var code, var reason) -> new Reading.Refused(code, reason);
      case FeedXml.Feed(var feed) ->
          new Reading.Feed(output.apply(new FeedItems(feed, response.url())));
    };
  }

  /** What a response was. */
  public sealed interface Reading {
    /**
     * A feed: {@code {title, items: [{id, title, link, published, summary, content, author}]}}, the
     * newest first when every item has a date.
     */
    record Feed(ObjectNode data) implements Reading {}

    /** No feed, or one that is not safe to read; a BPMN error's code and its reason. */
    record Refused(String code, String reason) implements Reading {}
  }
}
