package io.wireroom.testkit;

import io.vertx.core.Vertx;
import io.vertx.core.datagram.DatagramPacket;
import io.vertx.core.datagram.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A real name server (UDP) on 127.0.0.1 and a free port. Each name has a script: the first question
 * gets the first set of addresses, the next question the next set, and the last set repeats, with a
 * time to live of 0. Questions for IPv4 (A) and IPv6 (AAAA) go through the script separately. Names
 * without a script do not exist.
 */
public final class ScriptedNameServer implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final Map<String, List<List<String>>> scripts = new ConcurrentHashMap<>();
  private final Map<NameQuestion, Queue<List<String>>> left = new ConcurrentHashMap<>();
  private final List<NameQuestion> asked = new CopyOnWriteArrayList<>();
  private final DatagramSocket socket;

  private ScriptedNameServer() {
    socket = vertx.createDatagramSocket().handler(this::answer);
    socket.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
  }

  public static ScriptedNameServer start() {
    return new ScriptedNameServer();
  }

  /** Leads {@code name} to these sets of addresses (IPv4 and IPv6 mixed), one set per question. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final ScriptedNameServer on(String name, List<String>... sets) {
    scripts.put(name, List.of(sets));
    return this;
  }

  /** Never answers a question for {@code name}. */
  public ScriptedNameServer silent(String name) {
    scripts.put(name, List.of());
    return this;
  }

  /** Where to send questions. */
  public InetSocketAddress address() {
    return new InetSocketAddress("127.0.0.1", socket.localAddress().port());
  }

  /** How often the IPv4 addresses of {@code name} were asked for. */
  public long asked(String name) {
    return asked.stream().filter(q -> q.name().equals(name) && q.bytes() == 4).count();
  }

  private void answer(DatagramPacket packet) {
    var message = packet.data().getBytes();
    var question = NameQuestion.read(message);
    asked.add(question);
    var script = scripts.get(question.name());
    if (script == null) {
      reply(packet, question.nothing(message));
    } else if (!script.isEmpty()) {
      reply(packet, question.answer(message, next(question, script)));
    }
  }

  private List<String> next(NameQuestion question, List<List<String>> script) {
    var sets = left.computeIfAbsent(question, q -> new ConcurrentLinkedQueue<>(script));
    var set = sets.poll();
    return set == null ? script.getLast() : set;
  }

  private void reply(DatagramPacket to, byte[] message) {
    socket.send(
        io.vertx.core.buffer.Buffer.buffer(message), to.sender().port(), to.sender().host());
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
