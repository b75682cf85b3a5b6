package io.wireroom.engine.cli;

import io.wireroom.engine.HomeLayout;
import io.wireroom.engine.ServerFile;
import io.wireroom.engine.SettingsReader;
import io.wireroom.engine.SettingsReader.InvalidSettings;
import io.wireroom.engine.store.Database;
import io.wireroom.engine.store.StoreCheck;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code doctor}: what is fine, what is not, and how to mend it. */
@Command(name = "doctor", description = "Check what Wireroom needs, and say how to mend it.")
final class DoctorCommand implements Callable<Integer> {
  private static final long LONGEST_LAG = 60;
  private static final long LEAST_DISK = 2_000_000_000L;
  private static final Instant BUILT = Instant.parse("2026-11-01T00:00:00Z");

  @Mixin DataFolder data = new DataFolder();

  private boolean healthy = true;

  @Override
  public Integer call() {
    var folder = data.path();
    java();
    program("Maven", "mvn", "install Maven 3.8 or newer; it is needed to build the engine");
    node();
    settings();
    disk(folder);
    clock();
    broker();
    ports(folder);
    server(folder);
    return healthy ? 0 : 1;
  }

  private void java() {
    report(
        Runtime.version().feature() >= 25,
        "JDK",
        Runtime.version() + " at " + System.getProperty("java.home"),
        "install a JDK 25 and set WIREROOM_JAVA_HOME");
  }

  private void node() {
    var version = NodeVersion.find();
    report(
        version.isPresent(),
        "Node",
        version.orElse("not found"),
        "install Node 20.19 or newer; it is needed to build the browser part");
  }

  private void program(String what, String name, String mend) {
    var path = System.getenv().getOrDefault("PATH", "");
    var found =
        Stream.of(path.split(File.pathSeparator, -1))
            .map(folder -> Path.of(folder, name))
            .filter(Files::isExecutable)
            .findFirst();
    report(found.isPresent(), what, found.map(Path::toString).orElse("not found"), mend);
  }

  private void settings() {
    var here = Path.of("").toAbsolutePath();
    var flags = new HashMap<String, String>();
    data.given().ifPresent(folder -> flags.put("data", folder.toString()));
    try {
      var settings = SettingsReader.read(StartCommand.home(), here, System.getenv(), flags);
      var file = here.resolve("wireroom.yaml");
      report(
          true, "Settings", Files.exists(file) ? "fine in " + file : "no wireroom.yaml here", "");
      for (var kind : Database.Kind.values()) {
        var found = StoreCheck.look(settings.store(), kind);
        report(found.fine(), "Store", found.what(), found.mend());
      }
    } catch (InvalidSettings e) {
      var mend = "correct it in wireroom.yaml or its WIREROOM_ variable";
      String.valueOf(e.getMessage())
          .lines()
          .forEach(wrong -> report(false, "Settings", wrong, mend));
    } catch (UncheckedIOException e) {
      report(true, "Settings", "are read when the engine is built", "");
    }
  }

  private void disk(Path folder) {
    var existing = folder;
    while (!Files.exists(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    try {
      var free = Files.getFileStore(existing).getUsableSpace();
      report(
          free > LEAST_DISK && Files.isWritable(existing),
          "Disk",
          free / 1_000_000 + " MB free for " + folder,
          "free at least 2 GB and make the folder writable");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void clock() {
    var now = Clock.systemUTC().instant();
    report(
        now.isAfter(BUILT),
        "Clock",
        now.toString(),
        "set the clock; signatures and timers need it");
  }

  private void broker() {
    try {
      var archive = HomeLayout.brokerArchive(StartCommand.home());
      report(
          Files.exists(archive),
          "Broker",
          archive.getFileName() + " is in the local Maven repository",
          "run ./wireroom start again to fetch it");
    } catch (UncheckedIOException e) {
      report(false, "Broker", "not built", "run ./wireroom start");
    }
  }

  private void ports(Path folder) {
    var port = ServerFile.port(folder).orElse(8080);
    var running = running(folder);
    report(
        running || free(port),
        "Port",
        port + (running ? " is ours" : ""),
        "another program has it; use ./wireroom start --port 0");
  }

  private void server(Path folder) {
    if (!running(folder)) {
      System.out.println(mark("–", "-") + "  Server    not running; ./wireroom start");
      return;
    }
    var server = Server.of(folder);
    var ready = server.send(server.request("/health/ready").GET().build());
    report(
        ready.statusCode() == 200,
        "Server",
        server.base() + (ready.statusCode() == 200 ? " is up" : " answers; " + down(ready.body())),
        "wait a minute; if it stays so, see " + folder.resolve("broker/log"));
    history(server);
    for (var rule : server.get("/api/settings").path("netAllow")) {
      System.out.println("   allowed   " + rule.asText());
    }
  }

  private void history(Server server) {
    var state = server.get("/api/history");
    var lag = state.path("lagSeconds").asLong();
    var reason = state.path("reason").asText("");
    report(
        lag < LONGEST_LAG && reason.isEmpty(),
        "History",
        lag
            + " s behind the broker"
            + (reason.isEmpty()
                ? ", " + state.path("diskFreeBytes").asLong() / 1_000_000 + " MB free"
                : "; " + reason),
        "see log/wireroom.log; until it keeps up, the broker's log grows on its disk");
    var unknown = state.path("unknownRecords").asLong();
    if (unknown > 0) {
      System.out.println(
          "   kept      " + unknown + " records that only a newer Wireroom can read");
    }
  }

  /** Which parts are down, in words. */
  private static String down(String health) {
    var parts = Server.parse(health).path("parts").properties().stream();
    return parts
        .filter(part -> !part.getValue().path("status").asText().equals("up"))
        .map(part -> "the " + part.getKey() + " is away")
        .collect(Collectors.joining(", "));
  }

  private static boolean running(Path folder) {
    try {
      var server = Server.of(folder);
      return server.send(server.request("/health/live").GET().build()).statusCode() == 200;
    } catch (Server.Trouble e) {
      return false;
    }
  }

  private static boolean free(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private void report(boolean fine, String what, String found, String mend) {
    healthy &= fine;
    System.out.println(
        "%s  %-9s %s%s"
            .formatted(
                fine ? mark("✓", "ok") : mark("✗", "!!"),
                what,
                found,
                fine ? "" : mark(" → ", " -> ") + mend));
  }

  /** The sign, or another one where the terminal cannot show it. */
  private static String mark(String sign, String plain) {
    return System.out.charset().newEncoder().canEncode(sign) ? sign : plain;
  }
}
