package io.wireroom.engine.web;

import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;

/** A request's parameters, never null. */
public final class Params {
  private Params() {}

  /** A part of the path that the route names. */
  public static String path(RoutingContext context, String name) {
    var value = context.pathParam(name);
    if (value == null) {
      throw new IllegalStateException("the route has no :" + name);
    }
    return value;
  }

  public static Optional<String> query(RoutingContext context, String name) {
    return Optional.ofNullable(context.request().getParam(name)).filter(v -> !v.isBlank());
  }

  /** A key of the broker in the path; 404 for anything else. */
  public static long key(RoutingContext context, String name) {
    var value = path(context, name);
    if (!value.matches("[0-9]{1,18}")) {
      throw new HttpProblem(404, "There is no " + value + "; keys are numbers.");
    }
    return Long.parseLong(value);
  }

  /** A length of time such as {@code 30s}, {@code 2m} or {@code PT30S}, at most {@code most}. */
  public static Optional<Duration> duration(RoutingContext context, String name, Duration most) {
    return query(context, name).map(text -> duration(name, text)).map(d -> shorter(d, most));
  }

  private static Duration duration(String name, String text) {
    try {
      var iso = text.matches("(?i)[0-9]+[smh]") ? "PT" + text : text;
      return Duration.parse(iso);
    } catch (java.time.format.DateTimeParseException e) {
      throw new HttpProblem(422, name + " must be a length of time such as 30s, not " + text);
    }
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
