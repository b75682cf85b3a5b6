package io.wireroom.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.vertx.core.Vertx;
import io.wireroom.testkit.ScriptedServer;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("module")
class GuardedChannelTest {
  private final Vertx vertx = Vertx.vertx();
  private final ScriptedServer server = ScriptedServer.start();
  private final MultiThreadIoEventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

  @AfterEach
  void close() {
    loops.shutdownGracefully().syncUninterruptibly();
    server.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void connectsWhereTheGuardLetsIt() {
    var channel = connect(List.of("127.0.0.1:*"), "127.0.0.1");

    assertThat(channel.isActive()).isTrue();
  }

  @Test
  void neverConnectsElsewhereWhateverTheNameIs() {
    for (var host : List.of("127.0.0.1", "localhost", "169.254.169.254", "::1")) {
      assertThat(catchThrowable(() -> connect(List.of(), host)))
          .as(host)
          .hasMessageContaining("net.allow");
    }
  }

  private Channel connect(List<String> allow, String host) {
    try (var door = Door.open(vertx, allow)) {
      return new Bootstrap()
          .group(loops)
          .channelFactory(door.channels())
          .handler(new ChannelInboundHandlerAdapter())
          .connect(new InetSocketAddress(host, server.port()))
          .syncUninterruptibly()
          .channel();
    }
  }
}
