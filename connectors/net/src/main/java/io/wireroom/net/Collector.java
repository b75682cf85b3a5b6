package io.wireroom.net;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Gathers one answer within its limits.
 *
 * <p>Threading: written on the connection's event loop, read by the waiting virtual thread.
 */
final class Collector {
  static final int MAX_HEADERS = 200;

  private final URI url;
  private final String authority;
  private final long maxBytes;
  private final Gathered body = new Gathered();
  private final CompletableFuture<Boolean> head = new CompletableFuture<>();
  private final CompletableFuture<Answer> answer = new CompletableFuture<>();
  private volatile long heard = System.nanoTime();
  private long arrived;
  private volatile boolean begun;
  private final Optional<Pieces> pieces;

  /**
   * @param pieces take the body of a good answer instead; its own is empty then
   */
  Collector(URI url, String authority, long maxBytes, Optional<Pieces> pieces) {
    this.pieces = pieces;
    this.url = url;
    this.authority = authority;
    this.maxBytes = maxBytes;
  }

  /** Ends when the answer's head is there, or nothing more will come. */
  CompletableFuture<Boolean> head() {
    return head;
  }

  /** Ends with the whole answer, not yet inflated, or with what is wrong with it. */
  CompletableFuture<Answer> answer() {
    return answer;
  }

  /** When something of the answer came last, on the monotonic clock. */
  long heard() {
    return heard;
  }

  /** Whether the answer's head came. */
  boolean begun() {
    return begun;
  }

  /** Whether the body goes to the pieces. */
  boolean flows() {
    return pieces.isPresent() && pieces.get().flows();
  }

  void begin(HttpClientResponse response) {
    begun = true;
    heard = System.nanoTime();
    response.exceptionHandler(this::fail);
    var headers = response.headers().entries();
    if (headers.size() > MAX_HEADERS) {
      end(new Answer.TooLarge("the answer has more than " + MAX_HEADERS + " headers"));
    } else if (response.statusCode() < 200) {
      // why: Vert.x takes the connection out of its pool for the other protocol and forgets it.
      response.request().connection().close();
      end(new Answer.Unreachable(authority + " wants to speak another protocol"));
    } else if (announcesTooMuch(response)) {
      end(tooLarge());
    } else {
      body.expect(response.getHeader("Content-Length"));
      gather(response, headers.stream().map(h -> Map.entry(h.getKey(), h.getValue())).toList());
    }
  }

  void fail(Throwable cause) {
    end(Trouble.answer(cause, authority));
  }

  private void gather(HttpClientResponse response, List<Map.Entry<String, String>> headers) {
    response.handler(this::take);
    var good = response.statusCode() < 300 && response.getHeader("Content-Encoding") == null;
    pieces.filter(some -> good).ifPresent(some -> some.open(response));
    response.endHandler(
        end -> end(new Answer.Response(response.statusCode(), headers, body.bytes(), url)));
    head.complete(true);
  }

  private void take(Buffer chunk) {
    if (answer.isDone()) {
      return;
    }
    heard = System.nanoTime();
    arrived += chunk.length();
    if (arrived > maxBytes) {
      end(tooLarge());
    } else if (flows()) {
      pieces.get().add(chunk.getBytes());
    } else {
      body.add(chunk.getBytes());
    }
  }

  private void end(Answer result) {
    answer.complete(result);
    pieces.ifPresent(Pieces::end);
    head.complete(true);
  }

  private Answer tooLarge() {
    return new Answer.TooLarge("the answer is larger than " + maxBytes + " bytes");
  }

  private boolean announcesTooMuch(HttpClientResponse response) {
    var length = response.getHeader("Content-Length");
    if (length == null || response.request().getMethod() == HttpMethod.HEAD) {
      return false;
    }
    try {
      return Long.parseLong(length) > maxBytes;
    } catch (NumberFormatException e) {
      return true;
    }
  }
}
