package io.wireroom.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

@Tag("unit")
class CommandsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "commands.md");
  private static final Pattern LISTED = Pattern.compile("(?m)^  [a-z-]+ +(?=[A-Z])");
  private static final String REFRESH =
      "mvn test -pl engine -am -Dtest=CommandsPageTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dwireroom.refresh=true";

  @Test
  void isUpToDate() throws IOException {
    var expected = CommandsPage.of(CommandLineTool.line());
    if (Boolean.getBoolean("wireroom.refresh")) {
      Files.writeString(PAGE, expected);
    }

    assertThat(PAGE)
        .as("docs/commands.md differs from the commands; refresh it with: %s", REFRESH)
        .exists()
        .hasContent(expected);
  }

  @Test
  void listsAllCommandsInOneColumn() {
    var list = CommandLineTool.line().getUsageMessage(Ansi.OFF);

    var columns = LISTED.matcher(list).results().map(found -> found.end() - found.start());

    assertThat(columns.toList()).hasSize(10).containsOnly(14);
  }
}
