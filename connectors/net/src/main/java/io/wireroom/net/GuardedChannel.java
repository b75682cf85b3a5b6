package io.wireroom.net;

import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;

/** A channel that connects only where the guard lets it: it judges the address, not the name. */
final class GuardedChannel extends NioSocketChannel {
  private final Guard guard;

  GuardedChannel(Guard guard) {
    this.guard = guard;
  }

  @Override
  protected boolean doConnect(SocketAddress remote, SocketAddress local) throws Exception {
    if (!(remote instanceof InetSocketAddress inet) || inet.isUnresolved()) {
      throw new ConnectException("no address to connect to");
    }
    var name = inet.getHostString();
    var host = Host.of(name.indexOf(':') < 0 ? name : "[" + name + "]");
    var target = new Target(true, host, inet.getPort(), "/");
    if (guard.judge(target, List.of(inet.getAddress()))
        instanceof Guard.Judgement.Stop(var reason)) {
      throw new ForbiddenAddress(reason);
    }
    return super.doConnect(remote, local);
  }
}
