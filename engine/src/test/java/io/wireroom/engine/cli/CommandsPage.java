package io.wireroom.engine.cli;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Writes {@code docs/commands.md} from the commands themselves. */
final class CommandsPage {
  private static final String INTRODUCTION =
      """
      <!-- Written by CommandsPageTest from the commands: change those, not this page. -->
      # Commands

      What `./wireroom` can do, as `./wireroom --help` and `./wireroom COMMAND --help` say it.

      A command ends with 0 when all went well, with 1 when it could not do what it was asked (one \
      line says why), and with 64 when its words were not understood. What `run` says besides is \
      with it.

      """;

  private CommandsPage() {}

  static String of(CommandLine line) {
    var page = new StringBuilder(INTRODUCTION);
    add(page, "##", line);
    line.getSubcommands().values().forEach(command -> addAll(page, "##", command));
    return page.toString().strip() + "\n";
  }

  private static void addAll(StringBuilder page, String level, CommandLine command) {
    add(page, level, command);
    command.getSubcommands().values().forEach(inner -> addAll(page, level + "#", inner));
  }

  private static void add(StringBuilder page, String level, CommandLine command) {
    page.append(level).append(' ').append(command.getCommandSpec().qualifiedName());
    page.append("\n```\n").append(command.getUsageMessage(Ansi.OFF)).append("```\n\n");
  }
}
