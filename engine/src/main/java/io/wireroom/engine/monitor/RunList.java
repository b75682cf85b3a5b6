package io.wireroom.engine.monitor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.history.Run;
import io.wireroom.engine.history.RunFilter;
import io.wireroom.engine.history.RunFilter.Place;
import io.wireroom.engine.history.Status;
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

  private RunList() {}

  static RunFilter filter(RoutingContext context) {
    return new RunFilter(
        Params.query(context, "workflow"),
        Params.query(context, "status").map(RunList::status),
        Params.query(context, "q"),
        Params.query(context, "from").map(text -> time("from", text)),
        Params.query(context, "to").map(text -> time("to", text)),
        Params.query(context, "cursor").map(RunList::place),
        Params.query(context, "limit").map(RunList::limit).orElse(USUAL));
  }

  static ObjectNode page(RunFilter filter, List<Run> runs) {
    var json = Json.MAPPER.createObjectNode();
    var items = json.putArray("items");
    runs.forEach(run -> items.add(RunJson.run(run)));
    if (runs.size() == filter.limit()) {
      json.put("next", cursor(runs.getLast()));
    }
    return json;
  }

  private static String cursor(Run last) {
    var place = last.startedAt().toEpochMilli() + " " + last.key();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(place.getBytes(StandardCharsets.US_ASCII));
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

  private static Status status(String word) {
    return Status.of(word)
        .orElseThrow(
            () ->
                new HttpProblem(
                    422,
                    "status must be running, waiting, completed, failed or cancelled, not "
                        + word));
  }

  private static Instant time(String name, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new HttpProblem(422, name + " must be a time such as 2026-11-23T10:00:00Z.");
    }
  }

  private static int limit(String text) {
    if (!text.matches("[0-9]{1,4}") || Integer.parseInt(text) < 1) {
      throw new HttpProblem(422, "limit must be a number from 1 to " + MOST + ".");
    }
    return Math.min(Integer.parseInt(text), MOST);
  }
}
