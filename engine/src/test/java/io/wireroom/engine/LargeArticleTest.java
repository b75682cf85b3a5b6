package io.wireroom.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.wireroom.engine.testing.Build;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A page of 50 MB goes through a workflow, in the memory that the launcher gives the engine. */
@Tag("broker")
class LargeArticleTest {
  private static final int PAGE_BYTES = 50_000_000;

  private static final String BPMN =
      """
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="test">
        <bpmn:process id="large" name="Large" isExecutable="true">
          <bpmn:startEvent id="start"/>
          <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="get"/>
          <bpmn:serviceTask id="get" name="Get it"><bpmn:extensionElements>
            <zeebe:taskDefinition type="wireroom:http:1" retries="1"/>
            <zeebe:ioMapping>
              <zeebe:input source="=address" target="url"/>
              <zeebe:input source="=64000000" target="maxBytes"/>
            </zeebe:ioMapping>
            <zeebe:taskHeaders><zeebe:header key="resultVariable" value="page"/></zeebe:taskHeaders>
          </bpmn:extensionElements></bpmn:serviceTask>
          <bpmn:sequenceFlow id="f2" sourceRef="get" targetRef="read"/>
          <bpmn:serviceTask id="read" name="Read it"><bpmn:extensionElements>
            <zeebe:taskDefinition type="wireroom:article:1" retries="1"/>
            <zeebe:ioMapping>
              <zeebe:input source="=page.body" target="html"/>
              <zeebe:input source="=address" target="url"/>
            </zeebe:ioMapping>
            <zeebe:taskHeaders>
              <zeebe:header key="resultExpression" value="={article: response, signs: string length(response.text)}"/>
            </zeebe:taskHeaders>
          </bpmn:extensionElements></bpmn:serviceTask>
          <bpmn:sequenceFlow id="f3" sourceRef="read" targetRef="publish"/>
          <bpmn:serviceTask id="publish" name="Publish it"><bpmn:extensionElements>
            <zeebe:taskDefinition type="wireroom:publish-page:1" retries="1"/>
            <zeebe:ioMapping>
              <zeebe:input source="=article.title" target="title"/>
              <zeebe:input source="=article.text" target="markdown"/>
            </zeebe:ioMapping>
            <zeebe:taskHeaders><zeebe:header key="resultVariable" value="published"/></zeebe:taskHeaders>
          </bpmn:extensionElements></bpmn:serviceTask>
          <bpmn:sequenceFlow id="f4" sourceRef="publish" targetRef="end"/>
          <bpmn:endEvent id="end"/>
        </bpmn:process>
      </bpmn:definitions>
      """;

  @Test
  void aPageOf50MegabytesBecomesAPageOfOurs() throws Exception {
    var data = Files.createTempDirectory(Build.target(), "large-");
    var peer = peer();
    var allowed = Map.of("WIREROOM_NET_ALLOW", "127.0.0.1:" + peer.getAddress().getPort());
    try (var product = ProductProcess.startAsUsual(data, allowed)) {
      product.publish("large", BPMN);
      var address = "http://127.0.0.1:%d/page".formatted(peer.getAddress().getPort());

      var run = product.post("/api/workflows/large/runs", "{\"address\": \"" + address + "\"}");

      var path = "/api/runs/" + run.path("runKey").asText();
      await()
          .atMost(Duration.ofMinutes(3))
          .pollInterval(Duration.ofMillis(500))
          .until(() -> product.get(path).path("status").asText().matches("completed|failed"));
      var shown = product.get(path);
      assertThat(shown.path("status").asText()).as(shown.toString()).isEqualTo("completed");

      var body = shown.at("/variables/page/body");
      assertThat(body.path("size").asLong()).isEqualTo(PAGE_BYTES);
      assertThat(body.path("preview").asText()).startsWith("<!doctype html>");
      var document = "/api/documents/" + body.path("$document").asText();
      assertThat(product.bytes(document).body()).hasSize(PAGE_BYTES);
      assertThat(product.bytes(document + "?preview=1").body()).hasSize(4096);
      assertThat(shown.at("/variables/signs").asInt()).isBetween(300_000, 500_000);
      assertThat(shown.at("/variables/article/text/$document").isTextual()).isTrue();
      var page = data.resolve(shown.at("/variables/published/url").asText().substring(1));
      assertThat(Files.size(page)).isGreaterThan(300_000);
      var export = new String(product.bytes(path + "/export").body(), StandardCharsets.UTF_8);
      assertThat(export).contains("\"wireroom-run-1\"", "$document").hasSizeLessThan(40_000);
    } finally {
      peer.stop(0);
    }
  }

  private static HttpServer peer() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/page",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
          exchange.sendResponseHeaders(200, PAGE_BYTES);
          try (var out = exchange.getResponseBody()) {
            write(out);
          }
        });
    server.start();
    return server;
  }

  /** A long story whose pictures are written out in the page, as saved pages are. */
  private static void write(OutputStream out) throws IOException {
    var left = PAGE_BYTES;
    left -= put(out, "<!doctype html><html lang=\"en\"><head><title>A long story</title></head>");
    left -= put(out, "<body><article><h1>A long story</h1>");
    for (int i = 0; i < 800; i++) {
      left -=
          put(out, "<p>" + "The council met again, and again it was late. ".repeat(10) + "</p>");
    }
    var picture = "iVBORw0KGgo".repeat(90_000);
    while (left > picture.length() + 10_000) {
      left -= put(out, "<img alt=\"a picture\" src=\"data:image/png;base64," + picture + "\">");
    }
    left -= put(out, "</article></body></html>");
    put(out, " ".repeat(left));
  }

  private static int put(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    return text.length();
  }
}
