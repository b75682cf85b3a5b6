package io.wireroom.engine.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The words after {@code ./wireroom}. */
@Command(name = "wireroom", description = "Draw workflows, run them, see them.")
public final class CommandLineTool {
  private CommandLineTool() {}

  /** Runs a command and returns the exit code. */
  public static int run(String... args) {
    return new CommandLine(new CommandLineTool()).execute(args);
  }
}
