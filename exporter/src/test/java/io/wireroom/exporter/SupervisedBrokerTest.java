package io.wireroom.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("module")
class SupervisedBrokerTest {
  private final Path folder;
  private final List<Process> processes = new ArrayList<>();

  SupervisedBrokerTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** Stands in for the broker: says that it lives, and does. */
  public static final class Living {
    private Living() {}

    public static void main(String[] args) throws IOException {
      Files.writeString(
          Path.of(System.getProperty("here"), ProcessHandle.current().pid() + ".up"), "");
      Thread.ofPlatform().name("broker").start(Living::live);
    }

    private static void live() {
      java.util.concurrent.locks.LockSupport.park();
    }
  }

  /** Stands in for a broker that cannot be ended in order. */
  public static final class Stubborn {
    private Stubborn() {}

    public static void main(String[] args) throws IOException {
      Runtime.getRuntime()
          .addShutdownHook(
              Thread.ofPlatform().unstarted(java.util.concurrent.locks.LockSupport::park));
      Living.main(args);
    }
  }

  @AfterEach
  void kill() {
    processes.forEach(Process::destroyForcibly);
  }

  @Test
  void endsWhenTheEnginesEndOfThePipeCloses() throws Exception {
    var broker = start(Living.class, 0);
    awaitUp(broker);

    broker.getOutputStream().close();

    assertThat(broker.waitFor()).isZero();
  }

  @Test
  void endsEvenABrokerThatDoesNotShutDown() throws Exception {
    var broker = start(Stubborn.class, 0, "-Dwireroom.grace=100");
    awaitUp(broker);

    broker.getOutputStream().close();

    assertThat(broker.waitFor()).isEqualTo(137);
  }

  @Test
  void saysThatTheFolderIsInUse() throws Exception {
    awaitUp(start(Living.class, 0));

    var second = start(Living.class, 100);

    assertThat(second.waitFor()).isEqualTo(SupervisedBroker.FOLDER_IN_USE);
    assertThat(second.errorReader().readLine()).isEqualTo("another broker uses " + folder);
  }

  @Test
  void waitsForTheLastBrokerToLetTheFolderGo() throws Exception {
    var first = start(Living.class, 0);
    awaitUp(first);
    var second = start(Living.class, 60_000);

    first.destroyForcibly().waitFor();

    awaitUp(second);
  }

  private void awaitUp(Process process) {
    await().until(() -> Files.exists(folder.resolve(process.pid() + ".up")));
  }

  private Process start(Class<?> main, long patience, String... options)
      throws IOException, URISyntaxException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(
        List.of(
            "-Xmx64m",
            "-Dhere=" + folder,
            "-classpath",
            classes(SupervisedBroker.class) + java.io.File.pathSeparator + classes(Living.class),
            SupervisedBroker.class.getName(),
            main.getName(),
            folder.resolve("lock").toString(),
            String.valueOf(patience)));
    var process = new ProcessBuilder(command).start();
    processes.add(process);
    return process;
  }

  private static Path classes(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
