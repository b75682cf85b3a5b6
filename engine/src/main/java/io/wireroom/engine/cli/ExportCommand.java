package io.wireroom.engine.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code export RUN}: a whole run as JSON on the standard output. */
@Command(name = "export", description = "Write a whole run as JSON.")
final class ExportCommand implements Callable<Integer> {
  @Mixin DataFolder data = new DataFolder();

  @Parameters(paramLabel = "RUN", description = "The run's key.")
  String run = "";

  @Override
  public Integer call() {
    var server = Server.of(data.path());
    if (!run.matches("[0-9]{1,19}")) {
      throw new Server.Trouble("A run's key is a number, as ./wireroom run prints it.");
    }
    try (var whole = server.download("/api/runs/" + run + "/export")) {
      whole.transferTo(System.out);
      return System.out.checkError() ? 1 : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
