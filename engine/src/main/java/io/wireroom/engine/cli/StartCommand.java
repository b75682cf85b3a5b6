package io.wireroom.engine.cli;

import io.wireroom.engine.Application;
import io.wireroom.engine.Settings;
import io.wireroom.engine.SettingsReader;
import io.wireroom.engine.SettingsReader.InvalidSettings;
import io.wireroom.engine.StartTrouble;
import io.wireroom.engine.cli.Server.Trouble;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code start}: the whole product in one process and one child. */
@Command(name = "start", description = "Start the broker, the engine and the browser part.")
final class StartCommand implements Callable<Integer> {
  @Mixin DataFolder data = new DataFolder();

  @Option(
      names = "--port",
      description = "The port to listen on; 0 picks a free one (default: 8080).")
  @Nullable String port;

  @Option(names = "--broker", paramLabel = "embedded|URL", description = "Default: embedded.")
  @Nullable String broker;

  @Option(names = "--no-examples", description = "Do not publish newsroom on the first start.")
  boolean noExamples;

  @Option(names = "--look", hidden = true, description = "Only look whether it could start.")
  boolean look;

  @Override
  public Integer call() throws InterruptedException {
    if (look) {
      return look();
    }
    var application = start(settings());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(application), "stop"));
    System.out.println(application.readyLine());
    System.out.flush();
    Thread.currentThread().join();
    return 0;
  }

  /** For the launcher, before it builds. why 3: a broken build ends with 1. */
  private int look() {
    try {
      Application.look(settings());
      return 0;
    } catch (StartTrouble | Trouble e) {
      System.err.println(e.getMessage());
      return 3;
    }
  }

  private static void stop(Application application) {
    System.err.println("Stopping …");
    application.close();
  }

  private static Application start(Settings settings) {
    try {
      return Application.start(settings);
    } catch (StartTrouble e) {
      throw new Trouble(String.valueOf(e.getMessage()));
    }
  }

  private Settings settings() {
    try {
      return SettingsReader.read(home(), Path.of("").toAbsolutePath(), System.getenv(), flags());
    } catch (InvalidSettings e) {
      throw new Trouble(String.valueOf(e.getMessage()));
    }
  }

  private Map<String, String> flags() {
    var flags = new HashMap<String, String>();
    data.given().ifPresent(folder -> flags.put("data", folder.toString()));
    if (port != null) {
      flags.put("port", port);
    }
    if (broker != null) {
      flags.put("broker", broker);
    }
    if (noExamples) {
      flags.put("examples", "false");
    }
    return flags;
  }

  static Path home() {
    return Path.of(System.getProperty("wireroom.home", "")).toAbsolutePath().normalize();
  }
}
