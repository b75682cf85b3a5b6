package io.wireroom.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wireroom.engine.testing.Build;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The product in a process of its own, so that a test can kill it. */
final class ProductProcess implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path data;
  private final Process process;
  private final String readyLine;

  private ProductProcess(Path data, Process process, String readyLine) {
    this.data = data;
    this.process = process;
    this.readyLine = readyLine;
  }

  /** Starts it and returns when it says that it is ready; {@code port} 0 picks a free one. */
  static ProductProcess start(Path data, int port) throws IOException {
    return start(data, command(data, port));
  }

  /** Starts it with the memory that the launcher gives it, and these settings. */
  static ProductProcess startAsUsual(Path data, Map<String, String> environment)
      throws IOException {
    var builder = command(data, 0);
    builder.command().set(1, "-Xmx192m");
    builder.command().add(2, "-XX:MaxDirectMemorySize=64m");
    builder.environment().putAll(environment);
    return start(data, builder);
  }

  /** The same with a command line from {@link #command}, which the caller has changed. */
  static ProductProcess start(Path data, ProcessBuilder builder) throws IOException {
    var process = builder.redirectError(data.resolve("stderr.log").toFile()).start();
    var lines = process.inputReader(StandardCharsets.UTF_8);
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("Wireroom is ready")) {
        return new ProductProcess(data, process, line);
      }
    }
    throw new IOException("the product ended: " + Files.readString(data.resolve("stderr.log")));
  }

  static ProcessBuilder command(Path data, int port) {
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "--enable-native-access=ALL-UNNAMED",
            "-Dwireroom.home=" + Build.home(),
            "-cp",
            System.getProperty("java.class.path"),
            "io.wireroom.engine.Main",
            "start",
            "--port",
            String.valueOf(port),
            "--data",
            data.toString());
    builder
        .environment()
        .put("WIREROOM_BROKER_DISTRIBUTION", Build.brokerDistribution().toString());
    return builder;
  }

  /** What it printed when it was ready. */
  String readyLine() {
    return readyLine;
  }

  int port() throws IOException {
    return JSON.readTree(Files.readAllBytes(data.resolve("server.json"))).path("port").asInt();
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    var answer = http.send(request(path).GET().build(), BodyHandlers.ofString());
    return JSON.readTree(answer.body());
  }

  boolean live() throws IOException, InterruptedException {
    return status("/health/live") == 200;
  }

  int status(String path) throws IOException, InterruptedException {
    return http.send(request(path).GET().build(), BodyHandlers.ofString()).statusCode();
  }

  JsonNode post(String path, String json) throws IOException, InterruptedException {
    var request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build();
    return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
  }

  /** What a path answers, byte by byte. */
  HttpResponse<byte[]> bytes(String path) throws IOException, InterruptedException {
    return http.send(request(path).GET().build(), BodyHandlers.ofByteArray());
  }

  /** Saves a draft and publishes it. */
  void publish(String id, String bpmn) throws IOException, InterruptedException {
    var draft = request("/api/workflows/" + id + "/draft").PUT(BodyPublishers.ofString(bpmn));
    var problems = http.send(draft.build(), BodyHandlers.ofString()).body();
    if (!post("/api/workflows/" + id + "/publish", "").has("version")) {
      throw new AssertionError(problems);
    }
  }

  private HttpRequest.Builder request(String path) throws IOException {
    var token = Files.readString(data.resolve("admin.token")).strip();
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
        .header("Authorization", "Bearer " + token);
  }

  /** {@code kill -9}. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }
}
