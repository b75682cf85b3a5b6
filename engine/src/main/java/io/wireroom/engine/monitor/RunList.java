package io.wireroom.engine.monitor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.history.RunFilter;
import io.wireroom.engine.history.RunFilter.Place;
import io.wireroom.engine.history.RunPage;
import io.wireroom.engine.history.Status;
import io.wireroom.engine.history.Times;
import io.wireroom.engine.history.ValueFilter;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.web.Json;
import io.wireroom.engine.web.Params;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** A page of the run list: the query's parameters in, items and the next cursor out. */
final class RunList {
  private static final int USUAL = 50;
  private static final int MOST = 200;
  private static final int MOST_VALUES = 10;
  private static final int MOST_INCIDENTS = 100;

  private RunList() {}

  static RunFilter filter(RoutingContext context) {
    var values = context.queryParam("value");
    if (values.size() > MOST_VALUES) {
      throw new HttpProblem(422, "At most " + MOST_VALUES + " conditions on values.");
    }
    return new RunFilter(
        Params.query(context, "workflow"),
        Params.query(context, "status").map(RunList::status),
        Params.query(context, "q"),
        Params.query(context, "from").map(text -> time("from", text)),
        Params.query(context, "to").map(text -> time("to", text)),
        Params.query(context, "cursor").map(RunList::place),
        Params.query(context, "limit").map(RunList::limit).orElse(USUAL),
        Params.query(context, "version").map(RunList::version),
        Params.query(context, "trigger"),
        Params.query(context, "eventId"),
        Params.query(context, "businessKey"),
        values.stream().map(RunList::value).toList());
  }

  static ObjectNode page(RunPage page) {
    var json = Json.MAPPER.createObjectNode();
    var items = json.putArray("items");
    for (var run : page.runs()) {
      var item = RunJson.run(run);
      var troubles = page.troubles().getOrDefault(run.key(), List.of());
      if (!troubles.isEmpty()) {
        item.put("error", troubles.getLast().cause());
        var keys = item.putArray("incidentKeys");
        troubles.stream()
            .limit(MOST_INCIDENTS)
            .forEach(one -> keys.add(String.valueOf(one.incidentKey())));
      }
      items.add(item);
    }
    page.next()
        .ifPresent(
            next -> {
              json.put("next", cursor(next));
              json.put("searchedTo", Times.text(next.startedAt()));
            });
    return json;
  }

  private static String cursor(Place place) {
    var text = place.startedAt().toEpochMilli() + " " + place.key();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static Place place(String cursor) {
    try {
      var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
      var parts = text.split(" ", 2);
      return new Place(Instant.ofEpochMilli(Long.parseLong(parts[0])), Long.parseLong(parts[1]));
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException | DateTimeException e) {
      throw new HttpProblem(422, "cursor must be the \"next\" of an earlier page.");
    }
  }

  private static ValueFilter value(String text) {
    var parts = text.split(":", 3);
    var op =
        parts.length == 3
            ? ValueFilter.Op.of(parts[1])
            : java.util.Optional.<ValueFilter.Op>empty();
    if (op.isEmpty()) {
      throw new HttpProblem(
          422, "value must be NAME:OP:TEXT with eq, contains, gt or lt, as in city:eq:Berlin.");
    }
    try {
      return new ValueFilter(parts[0], op.get(), parts[2]);
    } catch (IllegalArgumentException e) {
      throw new HttpProblem(422, "value: " + e.getMessage() + ".");
    }
  }

  private static Status status(String word) {
    return Status.of(word)
        .orElseThrow(
            () ->
                new HttpProblem(
                    422,
                    "status must be running, waiting, completed, failed or cancelled, not "
                        + word));
  }

  static Instant time(String name, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new HttpProblem(422, name + " must be a time such as 2026-11-23T10:00:00Z.");
    }
  }

  private static int version(String text) {
    if (!text.matches("[0-9]{1,9}")) {
      throw new HttpProblem(422, "version must be a number, 0 for drafts.");
    }
    return Integer.parseInt(text);
  }

  private static int limit(String text) {
    if (!text.matches("[0-9]{1,4}") || Integer.parseInt(text) < 1) {
      throw new HttpProblem(422, "limit must be a number from 1 to " + MOST + ".");
    }
    return Math.min(Integer.parseInt(text), MOST);
  }
}
