package io.wireroom.engine.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;

/** The broker's ports, all on 127.0.0.1. */
public record BrokerPorts(int grpc, int rest, int management, int command, int internal) {
  /** Five ports that were free a moment ago; whoever loses the race starts again with others. */
  static BrokerPorts free() {
    var sockets = new ArrayList<ServerSocket>();
    try {
      for (var i = 0; i < 5; i++) {
        sockets.add(new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1")));
      }
      var ports = sockets.stream().mapToInt(ServerSocket::getLocalPort).toArray();
      return new BrokerPorts(ports[0], ports[1], ports[2], ports[3], ports[4]);
    } catch (IOException e) {
      throw new BrokerTrouble("no free port on 127.0.0.1 for the broker: " + e.getMessage(), e);
    } finally {
      sockets.forEach(BrokerPorts::close);
    }
  }

  private static void close(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new BrokerTrouble("cannot give port " + socket.getLocalPort() + " back", e);
    }
  }
}
