package io.wireroom.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds out early whether a port can be had. */
final class Ports {
  private Ports() {}

  /** The port itself, or a free one for 0. */
  static int usable(String host, int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new StartTrouble(
          "Port "
              + port
              + " on "
              + host
              + " cannot be had ("
              + e.getMessage()
              + "). Use --port 0 for a free one.",
          e);
    }
  }
}
