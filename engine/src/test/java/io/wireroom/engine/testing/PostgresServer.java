package io.wireroom.engine.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;

/**
 * Debian's PostgreSQL on a free port of loopback, run by an ordinary user; it ends with the JVM.
 *
 * <p>Needs {@code /usr/lib/postgresql}, and the user {@code postgres} where the tests run as root.
 */
public final class PostgresServer implements AutoCloseable {
  /** why a shell: its input ends with this JVM, however that ends, and then the server ends. */
  private static final String UNTIL_INPUT_ENDS =
      """
      "$0" "$@" >log 2>&1 & server=$!
      cat >/dev/null
      kill -QUIT $server
      wait $server
      """;

  private static final Path INSTALLED = Path.of("/usr/lib/postgresql");

  private final Path programs;
  private final Path folder;
  private final int port;
  private Optional<Process> process = Optional.empty();

  private PostgresServer(Path programs, Path folder, int port) {
    this.programs = programs;
    this.folder = folder;
    this.port = port;
  }

  /** A server with an empty database; empty where there is no PostgreSQL. */
  public static Optional<PostgresServer> start() {
    return programs().map(PostgresServer::start);
  }

  private static PostgresServer start(Path programs) {
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var folder = Files.createTempDirectory("wireroom-postgres-");
      if (root()) {
        run(folder, List.of("chown", "postgres", folder.toString()));
      }
      var server = new PostgresServer(programs, folder, free.getLocalPort());
      server.initialise();
      free.close();
      server.up();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void initialise() throws IOException {
    var program = programs.resolve("initdb").toString();
    // why another collation than C: the store must not depend on the server's
    run(
        folder,
        asOrdinaryUser(
            List.of(
                program,
                "-D",
                data(),
                "-U",
                "wireroom",
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "--no-instructions")));
  }

  /** Starts it, also again. */
  public void up() {
    var line = new ArrayList<>(List.of("sh", "-c", UNTIL_INPUT_ENDS));
    line.addAll(List.of(programs.resolve("postgres").toString(), "-D", data(), "-p", "" + port));
    line.addAll(List.of("-h", "127.0.0.1", "-k", ""));
    try {
      process =
          Optional.of(new ProcessBuilder(asOrdinaryUser(line)).directory(folder.toFile()).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Awaitility.await("PostgreSQL is up, see " + folder.resolve("log"))
        .atMost(Duration.ofMinutes(1))
        .until(this::answers);
  }

  private boolean answers() {
    try (var connection = DriverManager.getConnection(url(), "wireroom", "")) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  /** Stops it at once, as a crash does. */
  public void down() {
    process.ifPresent(
        running -> {
          try {
            running.getOutputStream().close();
            running.waitFor();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    process = Optional.empty();
  }

  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private static Optional<Path> programs() {
    if (!Files.isDirectory(INSTALLED)) {
      return Optional.empty();
    }
    try (var versions = Files.list(INSTALLED)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Comparator.comparing(Path::toString));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean root() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static List<String> asOrdinaryUser(List<String> line) {
    if (!root()) {
      return line;
    }
    var whole =
        new ArrayList<>(
            List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
    whole.addAll(line);
    return whole;
  }

  private static void run(Path folder, List<String> line) throws IOException {
    var process =
        new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(line.getFirst() + " failed: " + said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    down();
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
