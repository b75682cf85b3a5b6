package io.wireroom.engine.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import io.wireroom.engine.web.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Files under docs/ that are written from the connectors, so that they cannot grow old. */
@Tag("module")
class GeneratedFilesTest {
  private static final Path DOCS = Path.of("..", "docs");
  private static final String REFRESH =
      "mvn test -pl engine -am -Dtest=GeneratedFilesTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dwireroom.refresh=true";

  @AutoClose private static final BuiltIn BUILT_IN = new BuiltIn();

  @Test
  void connectorsPageIsUpToDate() throws IOException {
    compare("connectors.md", ConnectorsPage.of(BUILT_IN.connectors()));
  }

  @Test
  void elementTemplatesAreUpToDate() throws IOException {
    compare("element-templates.json", templates());
  }

  private static String templates() throws JsonProcessingException {
    var indented = new DefaultIndenter("  ", "\n");
    var printer =
        new DefaultPrettyPrinter(
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Spacing.AFTER))
            .withObjectIndenter(indented)
            .withArrayIndenter(indented);
    var templates = BUILT_IN.stream().map(ElementTemplate::of).toList();
    return Json.MAPPER.writer(printer).writeValueAsString(templates) + "\n";
  }

  private static void compare(String name, String expected) throws IOException {
    var file = DOCS.resolve(name);
    if (Boolean.getBoolean("wireroom.refresh")) {
      Files.createDirectories(DOCS);
      Files.writeString(file, expected);
    }
    assertThat(file)
        .as("docs/%s differs from the connectors; refresh it with: %s", name, REFRESH)
        .exists()
        .hasContent(expected);
  }
}
