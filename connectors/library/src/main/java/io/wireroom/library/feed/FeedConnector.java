package io.wireroom.library.feed;

import io.wireroom.connector.Connector;
import io.wireroom.connector.ConnectorInfo;
import io.wireroom.connector.ConnectorInfo.ErrorCode;
import io.wireroom.connector.Effect;
import io.wireroom.connector.Field;
import io.wireroom.connector.Outcome;
import io.wireroom.connector.Step;
import io.wireroom.library.Addresses;
import io.wireroom.library.Deadline;
import io.wireroom.library.Exchange;
import io.wireroom.library.PointInTime;
import io.wireroom.library.Statuses;
import io.wireroom.net.Answer;
import io.wireroom.net.Door;
import io.wireroom.net.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Reads a news feed. */
public final class FeedConnector implements Connector<FeedConnector.Input> {
  static final String NOT_A_FEED = "NOT_A_FEED";
  static final String UNSAFE_FEED = "UNSAFE_FEED";

  private static final ConnectorInfo INFO =
      new ConnectorInfo(
              "wireroom:feed:1",
              "Read a feed",
              "Reads an RSS or Atom feed and hands back its items, the newest first.",
              "rss",
              ConnectorInfo.Kind.ACTION,
              "{title, items: [{id, title, link, published, summary, content, author}]}: summary is"
                  + " text, content safe HTML; link, published and author are null when the feed has"
                  + " none",
              Exchange.errors(
                  new ErrorCode(
                      NOT_A_FEED, "The address gives a web page, nothing at all, or broken XML."),
                  new ErrorCode(
                      UNSAFE_FEED, "The XML has a DOCTYPE, is nested too deep or too large.")))
          .says(
              "Reads the feed at {url}[, at most {limit} items][, only what is newer "
                  + "than {since}]",
              "Only reads.")
          .foundBy("rss", "atom", "news", "podcast", "get entries", "new articles");

  private final Door door;

  public FeedConnector(Door door) {
    this.door = door;
  }

  @Override
  public ConnectorInfo info() {
    return INFO;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public Effect effect(Input input) {
    return Effect.reads();
  }

  @Override
  public Outcome run(Input input, Step step) {
    var limits = Deadline.within(step, Duration.ofSeconds(30));
    var request = FeedReader.request(Addresses.web(input.url()), limits);
    return Exchange.send(door, request, response -> read(input, request, response));
  }

  private static Outcome read(Input input, Request request, Answer.Response response) {
    var where = Addresses.named(request);
    if (response.status() / 100 != 2) {
      return Statuses.failure(response, where + " answered " + response.status());
    }
    return switch (FeedReader.read(response, input.limit().orElse(20), input.after())) {
      case FeedReader.Reading.Refused(var code, var reason) ->
          new Outcome.Rejected(code, where + ": " + reason);
      case FeedReader.Reading.Feed(var data) -> new Outcome.Done(data);
    };
  }

  /** Which feed, and how much of it. */
  public record Input(
      @Field(
              label = "Feed address",
              help = "The address of the RSS or Atom feed itself, not of the site",
              required = true)
          String url,
      @Field(label = "Items at most", help = "From 1 to 500; 20 when empty", value = "20")
          Optional<Integer> limit,
      @Field(
              label = "Only after",
              help = "A date or a date and time, such as 2026-11-01; items without a date stay in")
          Optional<String> since) {

    public Input {
      Addresses.web(url);
      if (limit.filter(items -> items < 1 || items > 500).isPresent()) {
        throw new IllegalArgumentException("the number of items must be from 1 to 500");
      }
      since.ifPresent(PointInTime::parse);
    }

    Instant after() {
      return since.map(PointInTime::parse).orElse(Instant.MIN);
    }
  }
}
