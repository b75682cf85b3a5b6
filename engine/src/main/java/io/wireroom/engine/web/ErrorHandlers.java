package io.wireroom.engine.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import io.wireroom.engine.process.ProcessEngine;
import io.wireroom.engine.store.StoreTrouble;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one funnel for HTTP errors: everything that fails becomes problem+json here. */
public final class ErrorHandlers {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorHandlers.class);
  private static final Duration SOON = Duration.ofSeconds(2);
  private static final ObjectMapper JSON = new ObjectMapper();

  private ErrorHandlers() {}

  public static void mount(Router router) {
    router.route().failureHandler(ErrorHandlers::answer);
    for (int status : new int[] {405, 406, 413, 415}) {
      router.errorHandler(
          status, context -> send(context, new HttpProblem(status, reason(status))));
    }
    router.errorHandler(500, ErrorHandlers::answer);
  }

  private static void answer(RoutingContext context) {
    if (context.response().ended()) {
      return;
    }
    if (context.response().headWritten()) {
      context.response().reset();
      return;
    }
    send(context, problem(context));
  }

  private static HttpProblem problem(RoutingContext context) {
    var failure = context.failure();
    return switch (failure) {
      case HttpProblem known -> known;
      case ProcessEngine.Unavailable away ->
          HttpProblem.retryLater(503, sentence(away) + " Try again soon.", SOON);
      case StoreTrouble trouble -> HttpProblem.retryLater(503, trouble.kind().sentence(), SOON);
      case HttpException http ->
          new HttpProblem(http.getStatusCode(), reason(http.getStatusCode()));
      case null -> new HttpProblem(context.statusCode(), reason(context.statusCode()));
      default -> bug(context, failure);
    };
  }

  private static String sentence(ProcessEngine.Unavailable away) {
    var said = String.valueOf(away.getMessage());
    return said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1) + ".";
  }

  private static HttpProblem bug(RoutingContext context, Throwable failure) {
    LOG.error(
        "request failed method={} path={}",
        context.request().method(),
        context.normalizedPath(),
        failure);
    return new HttpProblem(500, "Something went wrong inside Wireroom; its log has the cause.");
  }

  private static void send(RoutingContext context, HttpProblem problem) {
    problem
        .retryAfter()
        .ifPresent(
            after ->
                context
                    .response()
                    .putHeader("Retry-After", String.valueOf(Math.max(1, after.toSeconds()))));
    context
        .response()
        .setStatusCode(problem.status())
        .putHeader("Content-Type", "application/problem+json")
        .end(body(problem));
  }

  private static String body(HttpProblem problem) {
    var body = JSON.createObjectNode();
    body.put("type", "about:blank");
    body.put("title", HttpResponseStatus.valueOf(problem.status()).reasonPhrase());
    body.put("status", problem.status());
    body.put("detail", problem.getMessage());
    body.set("errors", JSON.valueToTree(problem.errors()));
    if (problem.offersRunAgain()) {
      body.put("runAgain", true);
    }
    return body.toString();
  }

  private static String reason(int status) {
    return switch (status) {
      case 404 -> "There is nothing at this address.";
      case 405 -> "This address does not take this method.";
      case 413 -> "The request's body is too large.";
      case 415 -> "This address does not take this content type.";
      default -> HttpResponseStatus.valueOf(status).reasonPhrase() + ".";
    };
  }

  /** Nothing is there. */
  static void notFound(RoutingContext context) {
    send(context, new HttpProblem(404, reason(404)));
  }
}
