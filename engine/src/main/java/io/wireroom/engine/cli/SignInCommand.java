package io.wireroom.engine.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sign-in}: a new one-time link. */
@Command(name = "sign-in", description = "Print a one-time sign-in link for the browser.")
final class SignInCommand implements Callable<Integer> {
  @Mixin DataFolder data = new DataFolder();

  @Override
  public Integer call() {
    var server = Server.of(data.path());
    var code = server.post("/api/sign-in-codes", new ObjectMapper().createObjectNode());
    System.out.println(server.base() + "/sign-in?code=" + code.path("code").asText());
    return 0;
  }
}
