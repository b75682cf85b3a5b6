package io.wireroom.engine.cli;

import io.wireroom.engine.cli.Server.Trouble;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The words after {@code ./wireroom}; {@code test} and {@code bench} are the launcher's own. */
@Command(
    name = "wireroom",
    description = "Draw workflows, run them, see them.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      StartCommand.class,
      DoctorCommand.class,
      PublishCommand.class,
      RunCommand.class,
      ExportCommand.class,
      SignInCommand.class,
      TokenCommand.class,
      ConnectionCommand.class,
    },
    footer = {
      "  test     Run the whole test suite; --quick leaves out broker and browser.",
      "  bench    Run the benchmarks; figures go to docs/benchmarks.md."
    })
public final class CommandLineTool {
  private static final String VERSION = "0.1.0";

  private CommandLineTool() {}

  /** Runs a command and returns the exit code. */
  public static int run(String... args) {
    var line = new CommandLine(new CommandLineTool());
    line.setExpandAtFiles(false); // why: --input @FILE is ours
    line.setExecutionExceptionHandler(CommandLineTool::explain);
    withHelp(line);
    line.addSubcommand("help", new CommandLine.HelpCommand());
    return line.execute(args.length == 0 ? new String[] {"help"} : args);
  }

  /** Gives the command and those below it {@code --help} and {@code --version}. */
  private static void withHelp(CommandLine line) {
    line.getCommandSpec().mixinStandardHelpOptions(true).version("Wireroom " + VERSION);
    line.getSubcommands().values().forEach(CommandLineTool::withHelp);
  }

  private static int explain(Exception e, CommandLine line, CommandLine.ParseResult parsed)
      throws Exception {
    if (e instanceof Trouble) {
      line.getErr().println(e.getMessage());
      line.getErr().flush();
      return 1;
    }
    throw e;
  }
}
