package io.wireroom.engine.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code token create | list | revoke}. */
@Command(
    name = "token",
    description = "Create, list and revoke API tokens.",
    synopsisSubcommandLabel = "COMMAND")
final class TokenCommand {
  @Command(name = "create", description = "Create a token; it is shown once.")
  int create(
      @Mixin DataFolder data,
      @Option(names = "--name", required = true, description = "What it is for.") String name,
      @Option(names = "--role", required = true, description = "viewer, author, operator or admin.")
          String role) {
    var body = new ObjectMapper().createObjectNode().put("name", name).put("role", role);
    System.out.println(Server.of(data.path()).post("/api/tokens", body).path("token").asText());
    return 0;
  }

  @Command(name = "list", description = "List the tokens, without their secrets.")
  int list(@Mixin DataFolder data) {
    for (var token : Server.of(data.path()).get("/api/tokens").path("items")) {
      System.out.printf(
          "%-24s %-9s since %s by %s%n",
          token.path("name").asText(),
          token.path("role").asText(),
          token.path("createdAt").asText(),
          token.path("createdBy").asText());
    }
    return 0;
  }

  @Command(name = "revoke", description = "End a token at once.")
  int revoke(@Mixin DataFolder data, @Parameters(paramLabel = "NAME") String name) {
    Server.of(data.path()).delete("/api/tokens/" + Server.segment(name));
    System.out.println("revoked " + name);
    return 0;
  }
}
