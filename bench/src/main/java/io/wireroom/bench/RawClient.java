package io.wireroom.bench;

import io.camunda.client.CamundaClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * The comparison: the Camunda client alone, running the same process on the same broker. It creates
 * an instance with result, and its worker does the same HTTP call.
 */
final class RawClient implements AutoCloseable {
  private final CamundaClient client;
  private final HttpClient http;
  private final URI peer;

  RawClient(Product product, HttpClient http, URI peer) {
    this.http = http;
    this.peer = peer;
    this.client =
        CamundaClient.newClientBuilder()
            .grpcAddress(URI.create("http://127.0.0.1:" + product.brokerGrpc()))
            .restAddress(URI.create("http://127.0.0.1:" + product.brokerRest()))
            .preferRestOverGrpc(false)
            .numJobWorkerExecutionThreads(64)
            .build();
    client
        .newDeployResourceCommand()
        .addResourceBytes(Diagrams.raw().getBytes(StandardCharsets.UTF_8), "bench-raw.bpmn")
        .execute();
    client
        .newWorker()
        .jobType("bench-http")
        .handler((jobs, job) -> jobs.newCompleteCommand(job.getKey()).variables(answer()).execute())
        .timeout(Duration.ofSeconds(30))
        .maxJobsActive(64)
        .pollInterval(Duration.ofMillis(10))
        .open();
  }

  private Map<String, Object> answer() throws IOException, InterruptedException {
    var answer = http.send(HttpRequest.newBuilder(peer).build(), BodyHandlers.ofString());
    return Map.of("status", answer.statusCode());
  }

  Object run() {
    return client
        .newCreateInstanceCommand()
        .bpmnProcessId("bench-raw")
        .latestVersion()
        .withResult()
        .requestTimeout(Duration.ofSeconds(60))
        .execute();
  }

  @Override
  public void close() {
    client.close();
  }
}
