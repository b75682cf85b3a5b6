package io.wireroom.bench.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The product, as it is killed and started again, always with the same data and port. */
final class Prey implements AutoCloseable {
  private static final String BROKER = "io.wireroom.exporter.SupervisedBroker";

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path home;
  private final Path data;
  private final String allow;
  private final int port;
  private Child engine;

  private Prey(Path home, Path data, String allow, int port) throws IOException {
    this.home = home;
    this.data = data;
    this.allow = allow;
    this.port = port;
    this.engine = startEngine();
  }

  /** Starts it; it need not be ready when this returns. */
  static Prey start(Path home, Path data, String allow) throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      var port = socket.getLocalPort();
      socket.close();
      return new Prey(home, data, allow, port);
    }
  }

  private Child startEngine() throws IOException {
    var jar = home.resolve("engine/target/wireroom-engine.jar");
    if (!Files.exists(jar)) {
      throw new IOException(jar + " is missing: build with mvn package, or use ./wireroom");
    }
    return Child.java(
        List.of(
            "-Xmx192m",
            "-XX:+UseSerialGC",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dwireroom.home=" + home,
            "-cp",
            jar + ":" + home.resolve("engine/target/lib") + "/*",
            "io.wireroom.engine.Main",
            "start",
            "--no-examples",
            "--port",
            String.valueOf(port),
            "--data",
            data.toString()),
        Map.of(
            "WIREROOM_NET_ALLOW",
            allow,
            "WIREROOM_BROKER_DISTRIBUTION",
            home.resolve("engine/target/broker-distribution").toString()),
        data.resolve("engine.log"));
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** Whether the engine's process lives; a start that gave up does not. */
  boolean alive() {
    return engine.process().isAlive();
  }

  void startAgain() throws IOException {
    engine = startEngine();
  }

  /** {@code kill -9} of the engine. Its broker goes with it. */
  void killEngine() throws InterruptedException {
    engine.kill();
  }

  /** {@code kill -9} of the broker; false when there is none at the moment. */
  boolean killBroker() {
    return broker().map(ProcessHandle::destroyForcibly).orElse(false);
  }

  private Optional<ProcessHandle> broker() {
    return engine
        .process()
        .children()
        .filter(child -> commandLine(child).contains(BROKER))
        .filter(child -> !commandLine(child).contains("rehearsal"))
        .findFirst();
  }

  /** why not {@code ProcessHandle.info()}: it cuts a long class path, and what follows it, off. */
  private static String commandLine(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc", String.valueOf(process.pid()), "cmdline"));
    } catch (IOException e) {
      return process.info().commandLine().orElse(""); // why: it ended, or this is no Linux
    }
  }

  void awaitReady(Duration patience) throws IOException, InterruptedException {
    var until = System.nanoTime() + patience.toNanos();
    while (!ready()) {
      if (System.nanoTime() > until || engine.process().waitFor(100, TimeUnit.MILLISECONDS)) {
        throw new IOException("not ready: " + Files.readString(data.resolve("engine.log")));
      }
    }
  }

  private boolean ready() throws InterruptedException {
    try {
      var request =
          HttpRequest.newBuilder(uri("/health/ready")).timeout(Duration.ofSeconds(5)).build();
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200
          && Files.exists(data.resolve("admin.token"));
    } catch (IOException e) {
      return false; // why: not yet
    }
  }

  void publish(String workflow, String bpmn) throws IOException, InterruptedException {
    var base = "/api/workflows/" + workflow;
    send(HttpRequest.newBuilder(uri(base + "/draft")).PUT(BodyPublishers.ofString(bpmn)));
    send(HttpRequest.newBuilder(uri(base + "/publish")).POST(BodyPublishers.noBody()));
  }

  /** What the API answers to a GET, or to a POST of this body. */
  String ask(String path, Optional<String> body) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(20));
    return send(
        body.map(b -> request.POST(BodyPublishers.ofString(b)))
            .orElse(request)
            .header("Content-Type", "application/json"));
  }

  private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    var token = Files.readString(data.resolve("admin.token")).strip();
    var answer =
        http.send(
            request.header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  @Override
  public void close() throws InterruptedException {
    engine.close();
    http.close();
  }
}
