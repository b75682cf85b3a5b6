package io.wireroom.engine.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.cli.Server.Trouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code connection set | list | test | retire | remove | rotate-key}. */
@Command(
    name = "connection",
    description = "Store, list, test and remove credentials.",
    synopsisSubcommandLabel = "COMMAND")
final class ConnectionCommand {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Command(name = "set", description = "Store a credential, or change one.")
  int set(
      @Mixin DataFolder data,
      @Parameters(paramLabel = "NAME") String name,
      @Option(names = "--type", required = true, description = "Such as bearer; list shows all.")
          String type,
      @Option(
              names = "--field",
              required = true,
              paramLabel = "NAME=@FILE",
              description = "A value from a file; @- reads standard input.")
          List<String> fields,
      @Option(
              names = "--keep-previous",
              paramLabel = "TIME",
              description = "How long webhooks take the values from before (default: 24h).")
          @Nullable String keepPrevious) {
    var body = JSON.createObjectNode().put("type", type);
    body.set("fields", values(fields));
    if (keepPrevious != null) {
      body.put("keepPrevious", keepPrevious);
    }
    Server.of(data.path()).put(path(name), body);
    System.out.println("stored " + name);
    return 0;
  }

  @Command(name = "list", description = "List the credentials, without their values.")
  int list(@Mixin DataFolder data) {
    var answer = Server.of(data.path()).get("/api/connections");
    for (var item : answer.path("items")) {
      System.out.printf(
          "%-24s %-15s changed %s by %s%s%s%n",
          item.path("name").asText(),
          item.path("type").asText(),
          item.path("updatedAt").asText(),
          item.path("owner").asText(),
          item.has("previousUntil")
              ? ", the previous one valid until " + item.path("previousUntil").asText()
              : "",
          item.path("readable").asBoolean() ? "" : ", CANNOT BE OPENED: set it again");
    }
    for (var type : answer.path("types")) {
      System.err.println(
          "type " + type.path("type").asText() + ": " + String.join(", ", names(type)));
    }
    return 0;
  }

  @Command(name = "test", description = "Try a credential out.")
  int test(
      @Mixin DataFolder data,
      @Parameters(paramLabel = "NAME") String name,
      @Option(names = "--url", description = "Where to send it to see whether it is accepted.")
          @Nullable String url) {
    var body = JSON.createObjectNode();
    if (url != null) {
      body.put("url", url);
    }
    var result = Server.of(data.path()).post(path(name) + "/test", body);
    System.out.println(result.path("detail").asText());
    return result.path("ok").asBoolean() ? 0 : 1;
  }

  @Command(name = "retire", description = "End the validity of the values from before.")
  int retire(@Mixin DataFolder data, @Parameters(paramLabel = "NAME") String name) {
    Server.of(data.path()).post(path(name) + "/retire", JSON.createObjectNode());
    System.out.println("retired the values that " + name + " had before");
    return 0;
  }

  @Command(name = "remove", description = "Remove a credential.")
  int remove(
      @Mixin DataFolder data,
      @Parameters(paramLabel = "NAME") String name,
      @Option(names = "--force", description = "Also when something uses it.") boolean force) {
    Server.of(data.path()).delete(path(name) + (force ? "?force=true" : ""));
    System.out.println("removed " + name);
    return 0;
  }

  @Command(name = "rotate-key", description = "Seal all credentials with a new key.")
  int rotateKey(@Mixin DataFolder data) {
    Server.of(data.path()).post("/api/connections/rotate-key", JSON.createObjectNode());
    System.out.println("all connections are sealed with a new key; the old one is gone");
    return 0;
  }

  private static ObjectNode values(List<String> fields) {
    var values = JSON.createObjectNode();
    for (var field : fields) {
      var equals = field.indexOf('=');
      var name = equals < 0 ? field : field.substring(0, equals);
      if (equals < 0 || !field.startsWith("@", equals + 1)) {
        throw new Trouble(
            "The value of %s must come from a file (--field %s=@FILE) or standard input (%s=@-):"
                    .formatted(name, name, name)
                + " what stands on the command line is seen by other users and kept by the shell.");
      }
      values.put(name, read(field.substring(equals + 2)));
    }
    return values;
  }

  private static String read(String file) {
    try {
      var bytes = file.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(file));
      // why: editors and echo end a file with a line break that belongs to no credential
      return new String(bytes, StandardCharsets.UTF_8).replaceFirst("\\R\\z", "");
    } catch (IOException e) {
      throw new Trouble("The file cannot be read: " + file);
    }
  }

  private static List<String> names(JsonNode type) {
    return type.path("fields")
        .valueStream()
        .map(
            field ->
                field.path("required").asBoolean()
                    ? field.path("name").asText()
                    : "[" + field.path("name").asText() + "]")
        .toList();
  }

  private static String path(String name) {
    return "/api/connections/" + Server.segment(name);
  }
}
