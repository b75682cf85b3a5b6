package io.wireroom.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.Callable;

/** One call of a webhook, or of what stands in for it, that must be answered as expected. */
record Hook(HttpClient http, URI address, int expected) implements Callable<String> {
  @Override
  public String call() throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{}"))
            .build();
    var answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != expected) {
      throw new IOException(address + " answered " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }
}
