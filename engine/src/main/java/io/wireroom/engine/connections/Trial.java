package io.wireroom.engine.connections;

import io.wireroom.connector.Connections.Connection;
import io.wireroom.engine.connections.Stored.Tested;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.net.Answer;
import io.wireroom.net.Door;
import io.wireroom.net.Request;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/** Tries a connection out: by a request to an address that a person gives, or by its form. */
final class Trial {
  private static final Duration LIMIT = Duration.ofSeconds(15);
  private static final long MOST_BYTES = 1_000_000;

  private final Door door;
  private final Clock clock;

  Trial(Door door, Clock clock) {
    this.door = door;
    this.clock = clock;
  }

  /** Blocks while it asks. */
  Tested of(Connection connection, Optional<String> url) {
    var type = ConnectionTypes.find(connection.type());
    if (type.isEmpty()) {
      return said(false, "This version knows no connections of type " + connection.type() + ".");
    }
    var faults = type.get().faults(connection.fields());
    if (!faults.isEmpty()) {
      return said(false, faults.getFirst().message());
    }
    return type.get().testUrl() ? called(connection, address(url)) : said(true, form(connection));
  }

  private Tested called(Connection connection, URI url) {
    var limits = Request.Limits.DEFAULT.total(LIMIT).maxBytes(MOST_BYTES);
    var answer = door.send(credential(Request.get(url), connection).within(limits));
    return switch (answer) {
      case Answer.Response response -> said(response.status() < 400, words(response.status()));
      case Answer.Refused(var reason) -> said(false, "The address is not allowed: " + reason + ".");
      case Answer.Unreachable(var reason, var _) ->
          said(false, "The server was not reached: " + reason + ".");
      case Answer.TimedOut(var reason, var _) ->
          said(false, "The server took too long: " + reason + ".");
      case Answer.TooLarge(var reason) ->
          said(true, "The server took the credential; its answer is too large to read.");
    };
  }

  private static Request credential(Request request, Connection connection) {
    var fields = connection.fields();
    return switch (connection.type()) {
      case "basic" ->
          request.secret(
              "Authorization",
              "Basic " + base64(fields.get("user") + ":" + fields.get("password")));
      case "bearer" -> request.secret("Authorization", "Bearer " + fields.get("token"));
      case "api-key" ->
          request.secret(fields.getOrDefault("header", ""), fields.getOrDefault("value", ""));
      default -> request;
    };
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** why nothing of what the server said: it may have quoted the credential. */
  private static String words(int status) {
    var meaning =
        switch (status) {
          case 401 -> "it does not accept the credential.";
          case 403 -> "it knows the credential and does not allow this address with it.";
          case 404 -> "there is nothing at this address; try another one.";
          case 407 -> "a proxy asks for a sign-in of its own.";
          case 429 -> "too many requests; try again later.";
          default -> status < 400 ? "it is in order." : other(status);
        };
    return "The server answered " + status + ": " + meaning;
  }

  private static String other(int status) {
    return status < 500 ? "it does not take this request." : "it has trouble of its own.";
  }

  private static String form(Connection connection) {
    return switch (connection.type()) {
      case "webhook-secret" ->
          connection.fields().getOrDefault("secret", "").startsWith("whsec_")
              ? "The form is right: what follows whsec_ is base64. Only the sender can show more."
              : "The form is right: long enough and on one line. Only the sender can show more.";
      case "jwt" -> "The key can be read. Only a token of the issuer can show more.";
      case "aws" ->
          "Only the form of the fields was checked; nothing was sent to AWS by this test.";
      default -> "The form is right.";
    };
  }

  private static URI address(Optional<String> url) {
    var text =
        url.map(String::strip)
            .orElseThrow(
                () -> new HttpProblem(422, "Give an address (url) to try the credential at."));
    try {
      var uri = new URI(text);
      if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
          && uri.getHost() != null
          && uri.getUserInfo() == null) {
        return uri;
      }
    } catch (java.net.URISyntaxException e) {
      // the sentence below says it
    }
    throw new HttpProblem(422, "The address must begin with https:// or http:// and name a host.");
  }

  private Tested said(boolean ok, String detail) {
    return new Tested(clock.instant(), ok, detail);
  }
}
