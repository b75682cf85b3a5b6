package io.wireroom.engine.web;

import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Whether a request comes from this machine, by the address of its connection. */
public final class Loopback {
  private Loopback() {}

  public static boolean sent(RoutingContext context) {
    var remote = context.request().remoteAddress();
    var host = remote == null ? null : remote.hostAddress();
    try {
      return host != null && InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
