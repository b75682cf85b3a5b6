package io.wireroom.engine.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wireroom.engine.cli.Server.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code run WORKFLOW}: starts a run, follows it and prints its result. */
@Command(
    name = "run",
    description = "Start a run, follow its steps and print its result.",
    footer = {
      "Exit code: 0 completed, 1 not started, 2 stopped at a problem or cancelled,",
      "3 not done in time, 64 the words were not understood."
    })
final class RunCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_LOOKS = 100;

  @Mixin DataFolder data = new DataFolder();

  @Parameters(paramLabel = "WORKFLOW", description = "The workflow's id.")
  String workflow = "";

  @Option(
      names = "--input",
      paramLabel = "JSON|@FILE",
      description = "The input; {{base}} in it becomes the server's address.")
  String input = "{}";

  @Option(names = "--wait", description = "How long to follow the run (default: 60s).")
  String wait = "60s";

  @Override
  public Integer call() throws InterruptedException {
    var within = duration(wait);
    var server = Server.of(data.path());
    var path = "/api/workflows/" + Server.segment(workflow) + "/runs";
    var started = server.post(path, input(server.base()));
    var key = started.path("runKey").asText("");
    if (key.isEmpty()) {
      System.out.println(noRunYet(started));
      return 3;
    }
    System.out.println("run " + key + "  " + server.base() + "/run?key=" + key);
    return follow(server, key, Instant.now().plus(within));
  }

  private static String noRunYet(JsonNode accepted) {
    var event = accepted.path("eventId").asText();
    return accepted.path("status").asText().equals("waiting")
        ? "The workflow is paused. Event " + event + " waits and starts a run when it is resumed."
        : "accepted as event " + event;
  }

  private int follow(Server server, String key, Instant until) throws InterruptedException {
    var progress = new Progress(System.out, new LoopItems(server, key));
    untilSeen(server, key);
    try (var events = new EventStream(server.stream("/api/runs/" + key + "/events"))) {
      // why: the stream tells what happens from now on, and a short run is over by now
      steps(server.get("/api/runs/" + key), progress);
      while (true) {
        var event = events.next(Duration.between(Instant.now(), until));
        if (event.isEmpty()) {
          System.out.println("still running after " + wait + "; the run goes on");
          return 3;
        }
        switch (event.get().name()) {
          case "step" -> progress.step(event.get().data());
          case "run" -> {
            var status = event.get().data().path("status").asText();
            if (!status.equals("running") && !status.equals("waiting")) {
              return end(server, key, status, progress);
            }
          }
          case "closed" ->
              throw new Trouble(
                  "The server has stopped. Start it again with ./wireroom start;"
                      + " the run goes on by itself.");
          default -> {}
        }
      }
    }
  }

  /** why: the broker may have made the run a moment before the history knows of it. */
  private static void untilSeen(Server server, String key) throws InterruptedException {
    for (var i = 0; i < MOST_LOOKS; i++) {
      if (server.send(server.request("/api/runs/" + key).GET().build()).statusCode() != 404) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private static int end(Server server, String key, String status, Progress progress) {
    var run = server.get("/api/runs/" + key);
    steps(run, progress);
    if (status.equals("completed")) {
      System.out.println("completed");
      System.out.println(result(run.path("variables")).toPrettyString());
      new LinkedHashSet<>(run.path("variables").findValuesAsText("url"))
          .stream()
              .filter(url -> url.startsWith("/site/"))
              .forEach(url -> System.out.println("published  " + server.base() + url));
      return 0;
    }
    System.out.println(status.equals("failed") ? "stopped at a problem" : status);
    return 2;
  }

  /** why without nulls: a diagram sets to null what was only in use on the way. */
  private static JsonNode result(JsonNode variables) {
    var result = JSON.createObjectNode();
    variables.properties().stream()
        .filter(variable -> !variable.getValue().isNull())
        .forEach(variable -> result.set(variable.getKey(), variable.getValue()));
    return result;
  }

  private static void steps(JsonNode run, Progress progress) {
    run.path("steps").forEach(progress::step);
  }

  private JsonNode input(String base) {
    var text = input.startsWith("@") ? read(Path.of(input.substring(1))) : input;
    try {
      return JSON.readTree(text.replace("{{base}}", base));
    } catch (JsonProcessingException e) {
      throw new Trouble("The input is not JSON: " + e.getOriginalMessage());
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new Trouble("The input file cannot be read: " + file);
    }
  }

  private static Duration duration(String text) {
    try {
      return Duration.parse(text.matches("(?i)[0-9]+[smh]") ? "PT" + text : text);
    } catch (DateTimeParseException e) {
      throw new Trouble("--wait must be a length of time such as 60s, not " + text);
    }
  }
}
