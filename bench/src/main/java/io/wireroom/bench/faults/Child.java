package io.wireroom.bench.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A JVM of our own making that lives no longer than we do. */
public record Child(Process process) implements AutoCloseable {
  /** Starts {@code main} with the class path of this process. */
  public static Child start(Class<?> main, Path log, String... args) throws IOException {
    var line =
        new ArrayList<>(
            List.of("-Xmx128m", "-XX:+UseSerialGC", "--sun-misc-unsafe-memory-access=allow"));
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    line.addAll(List.of(args));
    return java(line, Map.of(), log);
  }

  /** Starts a JVM; its output goes to {@code log}, except standard output. */
  static Child java(List<String> arguments, Map<String, String> environment, Path log)
      throws IOException {
    var line = new ArrayList<String>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.add("--enable-native-access=ALL-UNNAMED");
    line.addAll(arguments);
    var builder =
        new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    return new Child(builder.start());
  }

  public String firstLine() throws IOException {
    var line = process.inputReader().readLine();
    if (line == null) {
      throw new IOException("a process of the harness ended before it began");
    }
    return line;
  }

  /** For the child: ends this process when the parent's end of standard input closes. */
  public static void endWithParent() {
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              try {
                while (System.in.read() >= 0) {
                  // why: nothing is ever sent; only the end counts
                }
              } catch (IOException e) {
                // why: an unreadable pipe means the same as a closed one
              }
              Runtime.getRuntime().halt(1);
            });
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Ends it in order, by force after half a minute. */
  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      kill();
    }
  }
}
