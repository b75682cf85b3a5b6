package io.wireroom.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** {@code DATA/server.json} and {@code DATA/admin.token}, by which scripts find the server. */
public final class ServerFile {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SERVER = "server.json";
  private static final String TOKEN = "admin.token";

  private ServerFile() {}

  /** Says where the server is; {@code broker} is empty for an external one. */
  static void write(Path data, int port, Optional<BrokerAddress> broker) {
    var node = JSON.createObjectNode();
    node.put("port", port).put("pid", ProcessHandle.current().pid());
    broker.ifPresent(address -> node.set("broker", JSON.valueToTree(address)));
    replace(data.resolve(SERVER), node.toPrettyString());
  }

  /** Keeps the port, by which the next command says that nothing answers there. */
  static void markStopped(Path data, int port) {
    replace(data.resolve(SERVER), JSON.createObjectNode().put("port", port).toPrettyString());
  }

  /** The port that the last server of this data folder listens or listened on. */
  public static Optional<Integer> port(Path data) {
    return read(data.resolve(SERVER)).map(text -> parse(text).path("port").asInt());
  }

  public static Optional<String> adminToken(Path data) {
    return read(data.resolve(TOKEN)).map(String::strip);
  }

  static void writeAdminToken(Path data, String token) {
    replace(data.resolve(TOKEN), token + "\n");
  }

  private static Optional<String> read(Path file) {
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot be read: " + file, e);
    }
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return JSON.createObjectNode();
    }
  }

  private static void replace(Path file, String text) {
    try {
      var owner =
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
      var next = Files.createTempFile(file.getParent(), file.getFileName().toString(), "", owner);
      Files.writeString(next, text);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot be written: " + file, e);
    }
  }

  /** The embedded broker's process and ports, all on loopback. */
  record BrokerAddress(long pid, int grpc, int rest, int management) {}
}
