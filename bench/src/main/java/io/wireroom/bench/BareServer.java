package io.wireroom.bench;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.wireroom.bench.faults.Child;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * What an acknowledgement costs at least when each has its own fsync: a Vert.x handler that appends
 * the body to a file, forces it to the disk and answers 202, in a process of its own.
 */
final class BareServer implements AutoCloseable {
  private static final int THREADS = 64;

  private final Child child;
  private final int port;

  private BareServer(Child child, int port) {
    this.child = child;
    this.port = port;
  }

  static BareServer start(Path folder) throws IOException {
    var file = folder.resolve("bare.log").toString();
    var child = Child.start(BareServer.class, folder.resolve("bare.err"), file);
    return new BareServer(child, Integer.parseInt(child.firstLine()));
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + port + "/");
  }

  @Override
  public void close() throws InterruptedException {
    child.close();
  }

  /** The child process; prints its port. */
  public static void main(String[] args) throws IOException {
    Child.endWithParent();
    var file =
        FileChannel.open(Path.of(args[0]), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    var vertx = Vertx.vertx(new VertxOptions().setWorkerPoolSize(THREADS));
    vertx
        .createHttpServer()
        .requestHandler(
            request ->
                request
                    .body()
                    .compose(body -> vertx.executeBlocking(() -> store(file, body), false))
                    .onSuccess(
                        id ->
                            request
                                .response()
                                .setStatusCode(202)
                                .putHeader("Content-Type", "application/json")
                                .end("{\"eventId\":\"" + id + "\"}"))
                    .onFailure(error -> request.response().setStatusCode(500).end()))
        .listen(0, "127.0.0.1")
        .onSuccess(server -> System.out.println(server.actualPort()));
  }

  private static UUID store(FileChannel file, Buffer body) throws IOException {
    file.write(ByteBuffer.wrap(body.getBytes()));
    file.force(false);
    return UUID.randomUUID();
  }
}
