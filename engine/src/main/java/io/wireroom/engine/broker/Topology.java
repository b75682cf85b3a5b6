package io.wireroom.engine.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Asks the broker on 127.0.0.1 whether its partition has a healthy leader. */
record Topology(int port) {
  private static final int PATIENCE_MILLIS = 1_000;

  /**
   * Whether work can be given to the broker now; blocks for a second at most.
   *
   * <p>why a socket: the house has one HTTP client and it refuses loopback; this is one line.
   */
  boolean ready() {
    try (var socket = new Socket()) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.connect(
          new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), PATIENCE_MILLIS);
      socket
          .getOutputStream()
          .write(
              "GET /v2/topology HTTP/1.0\r\nHost: localhost\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return answer.contains("\"role\":\"leader\"") && answer.contains("\"health\":\"healthy\"");
    } catch (IOException e) {
      return false; // why: not yet; the caller asks again until its own patience ends
    }
  }
}
