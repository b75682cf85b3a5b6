package io.wireroom.engine.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.wireroom.engine.cli.Server.Trouble;
import io.wireroom.engine.workflow.Diagram;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code publish FILE.bpmn}: saves and publishes. */
@Command(name = "publish", description = "Save a diagram as your draft and publish it.")
final class PublishCommand implements Callable<Integer> {
  @Mixin DataFolder data = new DataFolder();

  @Parameters(paramLabel = "FILE.bpmn", description = "The diagram.")
  Path file = Path.of("");

  @Override
  public Integer call() {
    var xml = read();
    var id = id(xml);
    var server = Server.of(data.path());
    save(server, id, xml);
    var answer =
        server.post("/api/workflows/" + id + "/publish", new ObjectMapper().createObjectNode());
    System.out.println("published " + id + " version " + answer.path("version").asInt());
    for (var problem : answer.path("problems")) {
      System.out.println(
          "warning: %s: %s %s"
              .formatted(
                  problem.path("elementId").asText(""),
                  problem.path("message").asText(""),
                  problem.path("fix").asText(""))
              .strip());
    }
    return 0;
  }

  private String read() {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new Trouble("The file cannot be read: " + file);
    }
  }

  private static String id(String xml) {
    try {
      return Diagram.parse(xml).id();
    } catch (Diagram.NotADiagram e) {
      throw new Trouble(e.problem().message());
    }
  }

  /** Saves over whatever draft is there: the file is what the caller wants published. */
  private static void save(Server server, String id, String xml) {
    var path = "/api/workflows/" + id + "/draft";
    var current = server.send(server.request(path).GET().build());
    var request =
        server
            .request(path)
            .header("Content-Type", "application/xml")
            .PUT(BodyPublishers.ofString(xml));
    current.headers().firstValue("ETag").ifPresent(tag -> request.header("If-Match", tag));
    newest(server, id).ifPresent(v -> request.header("Wireroom-Base-Version", v));
    Server.json(server.send(request.build()));
  }

  private static java.util.Optional<String> newest(Server server, String id) {
    var answer = server.send(server.request("/api/workflows/" + id).GET().build());
    return answer.statusCode() == 200
        ? java.util.Optional.of(Server.json(answer).path("version").asText(""))
            .filter(v -> !v.isEmpty())
        : java.util.Optional.empty();
  }
}
