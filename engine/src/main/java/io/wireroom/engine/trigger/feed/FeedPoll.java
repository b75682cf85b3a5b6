package io.wireroom.engine.trigger.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.workflow.FeedStart;
import io.wireroom.library.Statuses;
import io.wireroom.library.feed.FeedReader;
import io.wireroom.library.feed.FeedReader.Reading;
import io.wireroom.net.Answer;
import io.wireroom.net.Door;
import io.wireroom.net.Request;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One poll of one feed: ask, read, hand new entries to the inbox, move the cursor. Blocks. */
final class FeedPoll {
  private static final Logger LOG = LoggerFactory.getLogger(FeedPoll.class);
  private static final Duration LONGEST_WISH = Duration.ofDays(1);

  private final Door door;
  private final Cursors cursors;
  private final SeenEntries seen;
  private final FeedEvents events;
  private final Pace pace;
  private final Clock clock;

  FeedPoll(
      Door door, Cursors cursors, SeenEntries seen, FeedEvents events, Pace pace, Clock clock) {
    this.door = door;
    this.cursors = cursors;
    this.seen = seen;
    this.events = events;
    this.pace = pace;
    this.clock = clock;
  }

  /** Polls, and returns how it went. */
  Polled run(FeedStart start, Cursor cursor) {
    var polled =
        switch (door.send(request(cursor))) {
          case Answer.Response response -> answered(start, cursor, response);
          case Answer.Refused(var reason) -> failed(cursor, reason, Duration.ZERO);
          case Answer.TooLarge(var reason) -> failed(cursor, reason, Duration.ZERO);
          case Answer.Unreachable(var reason, var _) -> failed(cursor, reason, Duration.ZERO);
          case Answer.TimedOut(var reason, var _) -> failed(cursor, reason, Duration.ZERO);
        };
    cursors.save(polled.cursor());
    if (polled.taken() > 0 || polled.cursor().lastError().isPresent()) {
      LOG.info(
          "feed polled workflow={} element={} new={} error=\"{}\"",
          cursor.workflow(),
          cursor.elementId(),
          polled.taken(),
          polled.cursor().lastError().orElse(""));
    }
    return polled;
  }

  private static Request request(Cursor cursor) {
    var request = FeedReader.request(URI.create(cursor.url()), Request.Limits.DEFAULT);
    if (!cursor.begun()) {
      return request;
    }
    for (var tag : cursor.tag().stream().toList()) {
      request = request.header("If-None-Match", tag);
    }
    for (var modified : cursor.modified().stream().toList()) {
      request = request.header("If-Modified-Since", modified);
    }
    return request;
  }

  private Polled answered(FeedStart start, Cursor cursor, Answer.Response response) {
    if (response.status() == 304 && cursor.begun()) {
      var now = clock.instant();
      return new Polled(cursor.unchanged(now, now.plus(pace.usual(cursor.interval()))), 0);
    }
    if (response.status() / 100 != 2) {
      return failed(
          cursor,
          "the server answered " + response.status(),
          Statuses.retryAfter(response, LONGEST_WISH));
    }
    return switch (FeedReader.readAll(response)) {
      case Reading.Refused(var code, var reason) -> failed(cursor, reason, Duration.ZERO);
      case Reading.Feed(var data) -> take(start, cursor, response, data);
    };
  }

  private Polled take(FeedStart start, Cursor cursor, Answer.Response response, ObjectNode data) {
    var entries = data.path("items").valueStream().toList();
    var ids = entries.stream().map(FeedPoll::id).toList();
    var baseline = !cursor.begun() && !cursor.oldEntriesToo();
    var known = seen.among(cursor, ids);
    var fresh =
        baseline
            ? List.<JsonNode>of()
            : entries.reversed().stream().filter(e -> !known.contains(id(e))).toList();
    var taken = handOver(start, cursor, data, fresh);
    if (taken.stopped().isPresent()) {
      seen.keep(cursor, taken.ids(), clock.instant());
      return new Polled(
          failed(cursor, taken.stopped().get(), Duration.ZERO).cursor(), taken.ids().size());
    }
    seen.keep(cursor, ids, clock.instant());
    return new Polled(
        read(cursor, response, taken.reasons()), fresh.size() - taken.reasons().size());
  }

  /** why the oldest first: runs begin in the order in which things were written. */
  private Taken handOver(FeedStart start, Cursor cursor, ObjectNode data, List<JsonNode> entries) {
    var feed = data.objectNode().put("title", data.path("title").asText()).put("url", cursor.url());
    var ids = new ArrayList<String>();
    var reasons = new ArrayList<String>();
    for (var entry : entries) {
      try {
        events.take(start, feed, entry).ifPresent(reasons::add);
        ids.add(id(entry));
      } catch (HttpProblem e) {
        return new Taken(ids, reasons, Optional.of(String.valueOf(e.getMessage())));
      }
    }
    return new Taken(ids, reasons, Optional.empty());
  }

  private Cursor read(Cursor cursor, Answer.Response response, List<String> reasons) {
    var now = clock.instant();
    var next = now.plus(pace.usual(cursor.interval()));
    var read =
        cursor.read(validator(response, "ETag"), validator(response, "Last-Modified"), now, next);
    return reasons.isEmpty()
        ? read
        : read.complaining(
            reasons.size() + " of its new entries started nothing. " + reasons.getFirst());
  }

  /** why a limit: it is sent back with every poll. */
  private static Optional<String> validator(Answer.Response response, String header) {
    return response.header(header).filter(value -> value.length() <= 500);
  }

  private Polled failed(Cursor cursor, String reason, Duration wish) {
    var now = clock.instant();
    var wait = pace.afterFailure(cursor.interval(), cursor.failures(), wish);
    return new Polled(
        cursor.failed("The feed could not be read: " + reason + ".", now, now.plus(wait)), 0);
  }

  private static String id(JsonNode entry) {
    return entry.path("id").asText();
  }

  /**
   * How a poll went.
   *
   * @param taken entries that became events
   */
  record Polled(Cursor cursor, int taken) {}

  /** {@code ids} were handed over; {@code reasons} says why some of them start nothing. */
  private record Taken(List<String> ids, List<String> reasons, Optional<String> stopped) {}
}
