package io.wireroom.engine.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Writes down a stream of server-sent events for as long as it is open. */
public final class EventTape implements AutoCloseable {
  private final HttpClient http = HttpClient.newHttpClient();
  private final InputStream stream;
  private final StringBuffer text = new StringBuffer();

  public EventTape(URI uri, String token) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(uri)
            .header("Authorization", "Bearer " + token)
            .header("Last-Event-ID", "0") // why: what happened before is sent again
            .build();
    stream = http.send(request, BodyHandlers.ofInputStream()).body();
    Thread.startVirtualThread(this::read);
  }

  public String text() {
    return text.toString();
  }

  private void read() {
    var buffer = new byte[8_192];
    try {
      for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
        text.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
      }
    } catch (IOException e) {
      // why nothing: the stream was closed by us or by the product's end
    }
  }

  @Override
  public void close() {
    try {
      stream.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    http.shutdownNow();
  }
}
