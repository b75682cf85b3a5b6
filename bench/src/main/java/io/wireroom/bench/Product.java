package io.wireroom.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The product as a user starts it: {@code ./wireroom start} in a child process. */
final class Product implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final Path data;
  private final Duration untilServing;
  private final Duration untilReady;
  private final JsonNode server;

  private Product(Process process, Path data, Duration untilServing, Duration untilReady)
      throws IOException {
    this.process = process;
    this.data = data;
    this.untilServing = untilServing;
    this.untilReady = untilReady;
    this.server = JSON.readTree(Files.readAllBytes(data.resolve("server.json")));
  }

  /** A broker distribution that lasts from one benchmark to the next. */
  static String distribution(Path home) {
    return home.resolve("engine/target/broker-distribution").toString();
  }

  static Product start(Path home, Path data, Map<String, String> environment) throws IOException {
    var port = freePort();
    var builder =
        new ProcessBuilder(
                home.resolve("wireroom").toString(),
                "start",
                "--port",
                String.valueOf(port),
                "--no-examples",
                "--data",
                data.toString())
            .directory(data.toFile())
            .redirectError(data.resolve("product.log").toFile());
    builder.environment().putAll(environment);
    var begun = System.nanoTime();
    var process = builder.start();
    try {
      var serving = CompletableFuture.supplyAsync(() -> awaitServing(process, port, begun));
      awaitReady(process, data);
      var ready = Duration.ofNanos(System.nanoTime() - begun);
      return new Product(process, data, serving.join(), ready);
    } catch (IOException | RuntimeException e) {
      process.destroy();
      throw e;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  /** Until the first 200 of /health/live. */
  private static Duration awaitServing(Process process, int port, long begun) {
    var live = URI.create("http://127.0.0.1:" + port + "/health/live");
    try (var http = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(live).timeout(Duration.ofSeconds(1)).build();
      while (process.isAlive()) {
        if (answers(http, request)) {
          return Duration.ofNanos(System.nanoTime() - begun);
        }
        process.waitFor(20, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new IllegalStateException("the product ended before it served");
  }

  private static boolean answers(HttpClient http, HttpRequest request) throws InterruptedException {
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false; // why: not yet
    }
  }

  private static void awaitReady(Process process, Path data) throws IOException {
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("Wireroom is ready")) {
        Thread.ofVirtual().start(() -> drain(lines));
        return;
      }
    }
    throw new IOException("the product ended: " + Files.readString(data.resolve("product.log")));
  }

  private static void drain(Reader lines) {
    try {
      lines.transferTo(Writer.nullWriter());
    } catch (IOException e) {
      // why nothing: the product is gone
    }
  }

  Duration untilServing() {
    return untilServing;
  }

  Duration untilReady() {
    return untilReady;
  }

  /** Blocks until the engine has made the broker's start cache, or three minutes have passed. */
  void awaitQuickStart() throws IOException, InterruptedException {
    var home = data.resolve("broker/distribution/home");
    for (int i = 0; i < 180; i++) {
      try (var caches = Files.newDirectoryStream(home, "start-*.aot")) {
        if (caches.iterator().hasNext() || process.waitFor(1, TimeUnit.SECONDS)) {
          return;
        }
      }
    }
  }

  /** Processor time that engine and broker have used so far. */
  Duration processorTime() {
    return cpu(server.path("pid").asLong()).plus(cpu(server.path("broker").path("pid").asLong()));
  }

  private static Duration cpu(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().totalCpuDuration())
        .orElse(Duration.ZERO);
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

  /** The admin's token. */
  String token() throws IOException {
    return Files.readString(data.resolve("admin.token")).strip();
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
