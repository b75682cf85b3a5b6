package io.wireroom.library.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.connector.Connector;
import io.wireroom.connector.ConnectorInfo;
import io.wireroom.connector.ConnectorInfo.ErrorCode;
import io.wireroom.connector.Effect;
import io.wireroom.connector.Field;
import io.wireroom.connector.Field.Editor;
import io.wireroom.connector.Outcome;
import io.wireroom.connector.Step;
import io.wireroom.library.Addresses;
import io.wireroom.library.Exchange;
import io.wireroom.library.Statuses;
import io.wireroom.net.Answer;
import io.wireroom.net.Door;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Calls any HTTP interface. */
public final class HttpConnector implements Connector<HttpConnector.Input> {
  static final String BAD_JSON = "BAD_JSON";

  private static final ConnectorInfo INFO =
      new ConnectorInfo(
              "wireroom:http:1",
              "Call an HTTP interface",
              "Sends one request to a web address and hands back the answer.",
              "globe",
              ConnectorInfo.Kind.ACTION,
              "{status, headers, body}: body is parsed when it is JSON, text when it is text,"
                  + " Base64 otherwise; header names in lower case",
              Exchange.errors(
                  new ErrorCode(BAD_JSON, "The answer calls itself JSON and is not."),
                  new ErrorCode("HTTP_2XX", "Only when the step is set to fail on it.")))
          .says(
              "Sends {method} to {url}[, with {body}][, signed in by {connection}]",
              "GET and HEAD only read. PUT and DELETE may be sent again when an "
                  + "answer gets lost. POST and PATCH may change something each time: when "
                  + "an answer gets lost a person is asked first, unless the step says that "
                  + "it is repeatable.")
          .foundBy(
              "api",
              "rest",
              "web service",
              "fetch data",
              "send data",
              "post",
              "get",
              "download",
              "request");

  private final Door door;

  public HttpConnector(Door door) {
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
    var verb = input.verb();
    if (RequestWriter.SAFE.contains(verb)) {
      return Effect.reads();
    }
    var target = RequestWriter.shown(input);
    return RequestWriter.IDEMPOTENT.contains(verb) || input.idempotent().orElse(false)
        ? Effect.repeatable(verb, target)
        : Effect.once(verb, target);
  }

  @Override
  public Outcome run(Input input, Step step) {
    return switch (Credentials.of(input, step.connections())) {
      case Credentials.Missing(var reason) -> new Outcome.Broken(reason);
      case Credentials.Found credentials -> call(input, step, credentials);
    };
  }

  private Outcome call(Input input, Step step, Credentials.Found credentials) {
    var request = RequestWriter.write(input, step, credentials);
    return Exchange.send(
        door,
        request,
        response ->
            input.failing().includes(response.status())
                ? failure(input, response, Excerpt.of(request, response, credentials))
                : AnswerReader.read(request, response));
  }

  /** why: a gateway that got no answer does not know either whether the call happened. */
  private Outcome failure(Input input, Answer.Response response, String message) {
    var lost = response.status() == 502 || response.status() == 504;
    return lost && effect(input).kind() == Effect.Kind.ONCE
        ? new Outcome.Unknown(message)
        : Statuses.failure(response, message);
  }

  /** What the step sends. */
  public record Input(
      @Field(
              label = "Method",
              editor = Editor.CHOICE,
              choices = {"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"},
              value = "GET")
          Optional<String> method,
      @Field(label = "Address", help = "Begins with https:// or http://", required = true)
          String url,
      @Field(
              label = "Headers",
              help = "Names and values, such as {\"Accept-Language\": \"de\"}",
              editor = Editor.FEEL)
          Optional<ObjectNode> headers,
      @Field(
              label = "Query",
              help = "Added to the address, such as {page: 2}; a list repeats the name",
              editor = Editor.FEEL)
          Optional<ObjectNode> query,
      @Field(label = "Body", help = "Text, or data that is sent as JSON", editor = Editor.TEXT)
          Optional<JsonNode> body,
      @Field(
              label = "Connection",
              help = "The name of the stored credential to use; basic, bearer or api-key")
          Optional<String> connection,
      @Field(label = "Time limit", help = "For the whole call: 20, 20s or 2m", value = "20s")
          Optional<String> timeout,
      @Field(
              label = "Size limit",
              help = "Bytes that the answer may have at most; 1000000 when empty")
          Optional<Long> maxBytes,
      @Field(
              label = "Fail on",
              help = "Statuses that fail the step: 404, 5xx, 400-403, or none",
              value = "4xx,5xx")
          Optional<String> failOn,
      @Field(label = "Redirects to follow", help = "At most 5; none when empty")
          Optional<Integer> redirects,
      @Field(
              label = "Repeatable",
              help =
                  "true when the other side does calls with the same Idempotency-Key only once:"
                      + " then the step is tried again by itself when an answer got lost",
              editor = Editor.FEEL)
          Optional<Boolean> idempotent) {

    private static final long MOST_BYTES = 64_000_000;

    public Input {
      method = method.map(m -> m.strip().toUpperCase(Locale.ROOT));
      if (!method.orElse("GET").matches("[A-Z]{3,16}")
          || method.orElse("").matches("CONNECT|TRACE")) {
        throw new IllegalArgumentException("this is not a method: " + method.orElse(""));
      }
      // why: for Jackson an absent node is a node all the same.
      body = body.filter(given -> !given.isNull() && !given.isMissingNode());
      Addresses.web(url);
      headers.ifPresent(Headers::read);
      timeout.ifPresent(TimeLimit::parse);
      failOn.ifPresent(FailOn::parse);
      if (maxBytes.filter(bytes -> bytes < 1 || bytes > MOST_BYTES).isPresent()) {
        throw new IllegalArgumentException("the size limit must be from 1 to " + MOST_BYTES);
      }
      if (redirects.filter(count -> count < 0 || count > 5).isPresent()) {
        throw new IllegalArgumentException("redirects must be from 0 to 5");
      }
    }

    String verb() {
      return method.orElse("GET");
    }

    List<Map.Entry<String, String>> fields() {
      return headers.map(Headers::read).orElse(List.of());
    }

    FailOn failing() {
      return FailOn.parse(failOn.orElse("4xx,5xx"));
    }

    Duration limit() {
      return timeout.map(TimeLimit::parse).orElse(Duration.ofSeconds(20));
    }
  }
}
