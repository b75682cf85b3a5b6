package io.wireroom.exporter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/**
 * Posts batches to the engine.
 *
 * <p>why the JDK's client, which is banned elsewhere: this runs inside the broker's process, where
 * the guarded door out is not, and talks to one address only, the engine's own on loopback.
 */
final class Post implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final URI engine;
  private final String secret;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  Post(URI engine, String secret) {
    this.engine = engine;
    this.secret = secret;
  }

  /**
   * Returns when the engine has stored the batch.
   *
   * @return whether somebody may wait for the end of a run at this time
   */
  boolean send(List<Line> batch) throws IOException, InterruptedException {
    var body = new ByteArrayOutputStream();
    for (var line : batch) {
      body.write(line.json());
    }
    var request =
        HttpRequest.newBuilder(engine)
            .timeout(PATIENCE)
            .header("Wireroom-Secret", secret)
            .header("Content-Type", "application/x-ndjson")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
            .build();
    var answer = client.send(request, HttpResponse.BodyHandlers.discarding());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException("the engine answered " + answer.statusCode());
    }
    return answer.headers().firstValue("Wireroom-Awaited").map(Boolean::valueOf).orElse(false);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
