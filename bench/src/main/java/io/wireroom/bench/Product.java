package io.wireroom.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The product as a user starts it: {@code ./wireroom start} in a child process. */
final class Product implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final Path data;
  private final Duration untilReady;
  private final JsonNode server;

  private Product(Process process, Path data, Duration untilReady) throws IOException {
    this.process = process;
    this.data = data;
    this.untilReady = untilReady;
    this.server = JSON.readTree(Files.readAllBytes(data.resolve("server.json")));
  }

  static Product start(Path home, Path data, String netAllow) throws IOException {
    var builder =
        new ProcessBuilder(
                home.resolve("wireroom").toString(),
                "start",
                "--port",
                "0",
                "--no-examples",
                "--data",
                data.toString())
            .directory(data.toFile())
            .redirectError(data.resolve("product.log").toFile());
    builder.environment().put("WIREROOM_NET_ALLOW", netAllow);
    var begun = System.nanoTime();
    var process = builder.start();
    awaitReady(process, data);
    return new Product(process, data, Duration.ofNanos(System.nanoTime() - begun));
  }

  private static void awaitReady(Process process, Path data) throws IOException {
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("Wireroom is ready")) {
        Thread.ofVirtual().start(() -> lines.lines().forEach(ignored -> {}));
        return;
      }
    }
    throw new IOException("the product ended: " + Files.readString(data.resolve("product.log")));
  }

  Duration untilReady() {
    return untilReady;
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.path("port").asInt() + path);
  }

  int brokerGrpc() {
    return server.path("broker").path("grpc").asInt();
  }

  int brokerRest() {
    return server.path("broker").path("rest").asInt();
  }

  /** Resident memory of the engine, in MB. */
  long engineMegabytes() throws IOException {
    return Memory.resident(server.path("pid").asLong());
  }

  /** Resident memory of the broker, in MB. */
  long brokerMegabytes() throws IOException {
    return Memory.resident(server.path("broker").path("pid").asLong());
  }

  /** Saves and publishes a diagram through the API. */
  void publish(HttpClient http, String id, String bpmn) throws IOException, InterruptedException {
    var token = Files.readString(data.resolve("admin.token")).strip();
    send(
        http,
        HttpRequest.newBuilder(uri("/api/workflows/" + id + "/draft"))
            .PUT(BodyPublishers.ofString(bpmn)),
        token);
    send(
        http,
        HttpRequest.newBuilder(uri("/api/workflows/" + id + "/publish"))
            .POST(BodyPublishers.noBody()),
        token);
  }

  private static void send(HttpClient http, HttpRequest.Builder request, String token)
      throws IOException, InterruptedException {
    var answer =
        http.send(
            request.header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(answer.statusCode() + " " + answer.body());
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
