package io.wireroom.engine.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wireroom.engine.ServerFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The running server, seen from the command line.
 *
 * <p>why not the door: the address comes from the data folder's own {@code server.json}, never from
 * a workflow; this is the one place outside {@code net} that has an HTTP client.
 */
final class Server {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final String base;
  private final String token;

  private Server(String base, String token) {
    this.base = base;
    this.token = token;
  }

  /** The server of a data folder. */
  static Server of(Path data) {
    var port =
        ServerFile.port(data)
            .orElseThrow(
                () ->
                    new Trouble("No server was started with " + data + ". Run: ./wireroom start"));
    var token =
        ServerFile.adminToken(data)
            .orElseThrow(
                () -> new Trouble(data + "/admin.token is missing. Start the server again."));
    return new Server("http://127.0.0.1:" + port, token);
  }

  String base() {
    return base;
  }

  JsonNode get(String path) {
    return json(send(request(path).GET().build()));
  }

  JsonNode post(String path, JsonNode body) {
    return json(
        send(
            request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build()));
  }

  JsonNode put(String path, JsonNode body) {
    return json(
        send(
            request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body.toString()))
                .build()));
  }

  void delete(String path) {
    json(send(request(path).DELETE().build()));
  }

  /** A name as one segment of a path. */
  static String segment(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Any request; the answer as it is, whatever its status. */
  HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (ConnectException e) {
      throw new Trouble("Nothing answers at " + base + ". Is the server running? ./wireroom start");
    } catch (IOException e) {
      throw new Trouble("The server at " + base + " broke off: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Trouble("Interrupted.");
    }
  }

  /** A stream of server-sent events, as bytes. */
  InputStream stream(String path) {
    try {
      return http.send(request(path).GET().build(), BodyHandlers.ofInputStream()).body();
    } catch (IOException e) {
      throw new Trouble("The server at " + base + " broke off: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Trouble("Interrupted.");
    }
  }

  /** What a path gives, as bytes; a problem becomes {@link Trouble}. */
  InputStream download(String path) {
    try {
      var answer = http.send(request(path).GET().build(), BodyHandlers.ofInputStream());
      if (answer.statusCode() < 400) {
        return answer.body();
      }
      try (var problem = answer.body()) {
        var text = new String(problem.readAllBytes(), StandardCharsets.UTF_8);
        throw new Trouble(parse(text).path("detail").asText("HTTP " + answer.statusCode()));
      }
    } catch (IOException e) {
      throw new Trouble("The server at " + base + " broke off: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Trouble("Interrupted.");
    }
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .header("Authorization", "Bearer " + token)
        .header("Wireroom-Client", "cli");
  }

  /** The answer's JSON; a problem becomes {@link Trouble} with everything it says. */
  static JsonNode json(HttpResponse<String> response) {
    var body = parse(response.body());
    if (response.statusCode() < 400) {
      return body;
    }
    var message = new StringBuilder(body.path("detail").asText("HTTP " + response.statusCode()));
    for (var error : body.path("errors")) {
      var path = error.path("path").asText();
      message
          .append("\n  ")
          .append(path.isEmpty() ? "diagram" : path)
          .append(": ")
          .append(error.path("message").asText());
    }
    throw new Trouble(message.toString());
  }

  /** The JSON, or an empty object when it is none. */
  static JsonNode parse(String text) {
    try {
      return text.isBlank() ? JSON.createObjectNode() : JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return JSON.createObjectNode();
    }
  }

  /** Ends a command with one clear message and exit code 1. */
  static final class Trouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Trouble(String message) {
      super(message);
    }
  }
}
