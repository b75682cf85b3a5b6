package io.wireroom.engine.trigger;

import static io.wireroom.engine.testing.ApplicationFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.engine.testing.ApplicationFixture;
import io.wireroom.engine.testing.RawClient;
import io.wireroom.engine.workflow.Bpmn;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Bad input over raw connections, against the whole product. */
@Tag("broker")
@ExtendWith(ApplicationFixture.Extension.class)
class HookTroubleTest {
  @Test
  void aBodyThatCannotBeTakenIsRefusedAndKeptWithItsReason(ApplicationFixture product) {
    publish(product, "trouble-body", Map.of());

    for (var body :
        List.of(
            "[".repeat(100_000),
            "{\"a\":1,\"a\":2}",
            "1".repeat(900_000),
            "{\"n\":0.1000000000000000000000000001}",
            "\"\\ud800\"",
            "\"\u00ff\"",
            "{",
            "{} {}")) {
      assertThat(post(product, "trouble-body", length(body) + body)).contains(" 422 ");
    }
    assertThat(post(product, "trouble-body", length("x".repeat(1_000_001)) + "x".repeat(1_000_001)))
        .contains(" 413 ");
    assertThat(post(product, "trouble-body", "Content-Encoding: gzip\r\n" + length("{}") + "{}"))
        .contains(" 415 ");
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(inbox(product, "trouble-body"))
                    .contains("rejected", "A name stands there twice.", "\"size\":900000"));
    assertThat(statuses(product, "trouble-body")).containsOnly("rejected");
  }

  @Test
  void aRequestWhoseFramingLiesStartsNothing(ApplicationFixture product) {
    publish(product, "trouble-framing", Map.of());

    for (var rest :
        List.of(
            "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{} ",
            "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked\r\n\r\n1\r\n{}\r\n0\r\n\r\n",
            "X: a\u0000b\r\nContent-Length: 2\r\n\r\n{}")) {
      assertThat(post(product, "trouble-framing", rest)).contains(" 400 ");
    }
    try (var client = RawClient.connect(product.uri("/"))) {
      var cut = client.send(head("trouble-framing") + "Content-Length: 9\r\n\r\n{}").finish();
      assertThat(cut.rest()).doesNotContain(" 202 ");
    }
    assertThat(statuses(product, "trouble-framing"))
        .doesNotContain("accepted", "started", "waiting");
  }

  @Test
  void aLineBreakInTheAddressBecomesNoHeader(ApplicationFixture product) {
    publish(product, "trouble-break", Map.of());
    var broken = "trouble-break?x=%0d%0aSet-Cookie:%20a=b";

    for (var path : List.of(broken, "%0d%0aSet-Cookie:%20a=b", "trouble-break%0d%0a")) {
      assertThat(post(product, path, length("{}") + "{}"))
          .doesNotContain("\nSet-Cookie", "\nset-cookie");
    }
  }

  @Test
  void unknownPathsByTheThousandLeaveNothingBehind(ApplicationFixture product) {
    IntStream.range(0, 3_000)
        .parallel()
        .forEach(
            i -> assertThat(product.post("/hooks/unknown-" + i, "{}").statusCode()).isEqualTo(404));

    assertThat(product.send(product.admin("/metrics")).body()).doesNotContain("unknown-");
    assertThat(product.send(product.admin("/api/inbox?q=unknown-")).body())
        .doesNotContain("unknown-");
  }

  @Test
  void aThousandIdleConnectionsHoldNobodyUp(ApplicationFixture product) {
    publish(product, "trouble-idle", Map.of());
    var idle = Stream.generate(() -> RawClient.connect(product.uri("/"))).limit(1_000).toList();
    try {
      idle.forEach(client -> client.send(head("trouble-idle") + "Content-Length: 9\r\n\r\n{"));

      assertThat(post(product, "trouble-idle", length("{}") + "{}")).contains(" 202 ");
    } finally {
      idle.forEach(RawClient::close);
    }
  }

  @Test
  void slowCallersDoNotTakeTheWaitingPlacesOfOthers(ApplicationFixture product) {
    publish(
        product,
        "trouble-places",
        Map.of("inbound.response", "result", "inbound.limit.concurrency", "1"));

    try (var slow = RawClient.connect(product.uri("/"))) {
      slow.send(head("trouble-places") + "Content-Length: 9\r\n\r\n{");

      assertThat(post(product, "trouble-places", length("{}") + "{}")).contains(" 200 ");
    }
  }

  @Test
  void aWebhooksRateIsItsOwn(ApplicationFixture product) {
    publish(product, "trouble-rate", Map.of("inbound.limit.rate", "2/h"));

    assertThat(product.post("/hooks/trouble-rate", "{}").statusCode()).isEqualTo(202);
    assertThat(product.post("/hooks/trouble-rate", "{}").statusCode()).isEqualTo(202);
    var third = product.post("/hooks/trouble-rate", "{}");

    assertThat(third.statusCode()).isEqualTo(429);
    assertThat(third.headers().firstValue("Retry-After")).get().asString().matches("[0-9]{4}");
  }

  private static void publish(ApplicationFixture product, String id, Map<String, String> more) {
    var settings = new HashMap<>(more);
    settings.put("inbound.path", id);
    product.publish(id, Bpmn.hook(id, settings));
  }

  private static String post(ApplicationFixture product, String path, String rest) {
    return RawClient.exchange(product.uri("/"), head(path) + rest);
  }

  private static String head(String path) {
    return "POST /hooks/" + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n";
  }

  private static String length(String body) {
    return "Content-Length: " + body.getBytes(StandardCharsets.ISO_8859_1).length + "\r\n\r\n";
  }

  private static String inbox(ApplicationFixture product, String workflow) {
    return product.send(product.admin("/api/inbox?workflow=" + workflow)).body();
  }

  private static List<String> statuses(ApplicationFixture product, String workflow) {
    return json(product.send(product.admin("/api/inbox?workflow=" + workflow)))
        .path("items")
        .findValuesAsText("status");
  }
}
