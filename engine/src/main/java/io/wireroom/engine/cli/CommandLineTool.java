package io.wireroom.engine.cli;

import io.wireroom.engine.cli.Server.Trouble;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

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
      "  test        Run the whole test suite; --quick leaves out broker and browser.",
      "  bench       Run the benchmarks; figures go to docs/benchmarks.md."
    })
public final class CommandLineTool {
  private static final String VERSION = "0.1.0";

  /** As sysexits.h has it; why not picocli's own 2: {@code run} says something else with that. */
  private static final int MISUSED = 64;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help message and exit.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      scope = ScopeType.INHERIT,
      description = "Print version information and exit.")
  private boolean version;

  private CommandLineTool() {}

  /** Runs a command and returns the exit code. */
  public static int run(String... args) {
    return line().execute(words(args));
  }

  static CommandLine line() {
    var line = new CommandLine(new CommandLineTool());
    line.setExpandAtFiles(false); // why: --input @FILE is ours
    line.setExecutionExceptionHandler(CommandLineTool::explain);
    inCommon(line);
    return line;
  }

  /** {@code help COMMAND} is {@code COMMAND --help}, and so is no word at all. */
  private static String[] words(String... args) {
    if (args.length > 0 && !args[0].equals("help")) {
      return args;
    }
    return Stream.concat(Stream.of(args).skip(1), Stream.of("--help")).toArray(String[]::new);
  }

  private static void inCommon(CommandLine line) {
    line.getCommandSpec().version("Wireroom " + VERSION).exitCodeOnInvalidInput(MISUSED);
    line.getSubcommands().values().forEach(CommandLineTool::inCommon);
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
