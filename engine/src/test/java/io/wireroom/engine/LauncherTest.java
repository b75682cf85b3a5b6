package io.wireroom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.engine.testing.Build;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The script in a folder of its own; JDK, Node and Maven are scripts that say what they are asked.
 */
@Tag("module")
class LauncherTest {
  @TempDir Path home;

  @BeforeEach
  void copy() throws IOException {
    Files.createDirectories(home.resolve("docs"));
    Files.copy(Build.home().resolve("wireroom"), home.resolve("wireroom"));
    Files.copy(Build.home().resolve("docs/commands.md"), home.resolve("docs/commands.md"));
    Files.createDirectories(home.resolve("jdk/bin"));
    Files.writeString(home.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
    script("jdk/bin/javac", "");
    script("jdk/bin/java", "echo java \"$@\"");
    Files.createDirectories(home.resolve("bin"));
    script("bin/node", "echo 99.0.0");
    script("bin/npm", "");
    script("bin/mvn", "echo a module does not compile; exit 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "help", "--help", "-h"})
  void listsTheCommandsBeforeAnythingIsBuilt(String words) throws Exception {
    var said = run(words);

    assertThat(said.text()).startsWith("Usage: wireroom").contains("  doctor  ", "  bench  ");
    assertThat(said.code()).isZero();
    assertThat(home.resolve("engine")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"doctor --help", "help doctor", "help start", "token create --help"})
  void explainsACommandBeforeAnythingIsBuilt(String words) throws Exception {
    var said = run(words);

    assertThat(said.text()).contains("Usage: wireroom ").doesNotContain("#", "```");
    assertThat(said.code()).isZero();
  }

  @Test
  void refusesWhatIsNoCommandWithoutBuildingFirst() throws Exception {
    var said = run("frobnicate");

    assertThat(said.text()).contains("there is no command 'frobnicate'").hasLineCount(1);
    assertThat(said.code()).isEqualTo(64);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "help", "publish --help"})
  void asksTheEngineOnceItIsBuilt(String words) throws Exception {
    built();

    assertThat(run(words).text()).startsWith("java ").endsWith("--help");
  }

  @Test
  void aBuildThatFailsSaysWhyAndDoesNotCountAsBuilt() throws Exception {
    var said = run("start");

    assertThat(said.text()).contains("Building the engine", "a module does not compile", "failed");
    assertThat(said.code()).isEqualTo(1);
    assertThat(home.resolve("engine/target/built")).doesNotExist();
  }

  @Test
  void aStartThatWouldBeRefusedBuildsNothing() throws Exception {
    built();
    script("jdk/bin/java", "echo Another Wireroom works on it; exit 3");

    var said = run("start");

    assertThat(said.text()).isEqualTo("wireroom: Another Wireroom works on it");
    assertThat(said.code()).isEqualTo(1);
  }

  @Test
  void aBrokenEngineDoesNotKeepItselfFromBeingBuilt() throws Exception {
    built();
    script("jdk/bin/java", "echo no such class; exit 1");

    assertThat(run("start").text()).startsWith("Building the browser part");
  }

  /** As it is after a build, when a page of the browser part was changed since. */
  private void built() throws IOException {
    Files.createDirectories(home.resolve("engine/target"));
    Files.writeString(home.resolve("engine/target/built"), "");
  }

  private void script(String name, String text) throws IOException {
    var file = Files.writeString(home.resolve(name), "#!/bin/sh\n" + text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Said run(String words) throws IOException, InterruptedException {
    var line = new ArrayList<>(List.of(home.resolve("wireroom").toString()));
    if (!words.isEmpty()) {
      line.addAll(List.of(words.split(" ")));
    }
    var builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().put("PATH", home.resolve("bin") + ":" + System.getenv("PATH"));
    builder.environment().put("WIREROOM_JAVA_HOME", home.resolve("jdk").toString());
    builder.environment().remove("WIREROOM_BUILD_LOCKED");
    var process = builder.start();
    var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(process.waitFor(), text.strip());
  }

  /** What it printed, and its exit code. */
  private record Said(int code, String text) {}
}
