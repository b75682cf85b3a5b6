package io.wireroom.engine.repair;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.history.IncidentFilter;
import io.wireroom.engine.history.IncidentFilter.Place;
import io.wireroom.engine.history.IncidentView;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.web.Json;
import io.wireroom.engine.web.Params;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A page of incidents: the query's parameters in, items and the next cursor out. */
final class IncidentPage {
  private static final int USUAL = 50;
  private static final int MOST = 200;

  private IncidentPage() {}

  static IncidentFilter filter(RoutingContext context) {
    return new IncidentFilter(
        Params.query(context, "workflow"),
        Params.query(context, "elementId"),
        Params.query(context, "status").map(IncidentPage::open),
        Params.query(context, "q"),
        Params.query(context, "cursor").map(IncidentPage::place),
        Params.query(context, "limit").map(IncidentPage::limit).orElse(USUAL));
  }

  static ObjectNode page(
      IncidentFilter filter,
      List<IncidentView> incidents,
      Function<IncidentView, ObjectNode> shown) {
    var json = Json.MAPPER.createObjectNode();
    var items = json.putArray("items");
    incidents.forEach(incident -> items.add(shown.apply(incident)));
    if (incidents.size() == filter.limit()) {
      json.put("next", cursor(incidents.getLast()));
    }
    return json;
  }

  private static boolean open(String word) {
    return switch (word) {
      case "open" -> true;
      case "resolved" -> false;
      default -> throw new HttpProblem(422, "status must be open or resolved, not " + word + ".");
    };
  }

  private static String cursor(IncidentView last) {
    var place = last.createdAt().toEpochMilli() + " " + last.key();
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

  private static int limit(String text) {
    return Optional.of(text)
        .filter(t -> t.matches("[1-9][0-9]{0,3}"))
        .map(t -> Math.min(Integer.parseInt(t), MOST))
        .orElseThrow(() -> new HttpProblem(422, "limit must be a number from 1 to " + MOST + "."));
  }
}
