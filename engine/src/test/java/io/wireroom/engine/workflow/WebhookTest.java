package io.wireroom.engine.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.engine.expression.Feel;
import io.wireroom.engine.workflow.WebhookAuth.Challenge;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("unit")
class WebhookTest {
  private static final String KEY = "=request.body.id";

  @Test
  void readsEverySetting() {
    var webhook =
        hook(
            Map.ofEntries(
                Map.entry("inbound.method", "post"),
                Map.entry("inbound.auth.type", "hmac"),
                Map.entry("inbound.auth.connection", "shop"),
                Map.entry("inbound.auth.header", "X-Sig"),
                Map.entry("inbound.auth.prefix", "v0="),
                Map.entry("inbound.auth.encoding", "base64"),
                Map.entry("inbound.auth.algorithm", "sha512"),
                Map.entry("inbound.auth.timestampHeader", "X-Time"),
                Map.entry("inbound.auth.tolerance", "90s"),
                Map.entry("inbound.auth.signed", "v0:{timestamp}:{body}"),
                Map.entry("inbound.auth.challenge", "dropbox"),
                Map.entry("inbound.dedupeKey", "=request.body.id"),
                Map.entry("inbound.correlationKey", "=request.body.order"),
                Map.entry("inbound.response", "stream"),
                Map.entry("inbound.timeout", "2m"),
                Map.entry("inbound.limit.rate", "10/s"),
                Map.entry("inbound.limit.body", "2 MB"),
                Map.entry("inbound.limit.concurrency", "7")));

    assertThat(webhook.faults()).isEmpty();
    assertThat(webhook.auth().kind()).isEqualTo(AuthKind.HMAC);
    assertThat(webhook.auth().challenge()).isEqualTo(Challenge.DROPBOX);
    assertThat(webhook.auth().hmac())
        .isEqualTo(
            new WebhookAuth.Hmac(
                "X-Sig",
                "v0=",
                true,
                "HmacSHA512",
                "X-Time",
                Duration.ofSeconds(90),
                "v0:{timestamp}:{body}"));
    assertThat(webhook.limits())
        .isEqualTo(
            new WebhookLimits(
                Optional.of(new WebhookLimits.Rate(10, Duration.ofSeconds(1))), 2_000_000, 7));
    assertThat(webhook.dedupeKey()).isEqualTo("=request.body.id");
    assertThat(webhook.response()).isEqualTo("stream");
    assertThat(webhook.timeout()).isEqualTo(Duration.ofMinutes(2));
  }

  @ParameterizedTest
  @CsvSource({
    "inbound.method, TRACE, method",
    "inbound.auth.type, magic, sign in",
    "inbound.auth.connection, a/b, connection's name",
    "inbound.auth.challenge, twitter, address check",
    "inbound.auth.encoding, rot13, signature's form",
    "inbound.auth.algorithm, md5, algorithm",
    "inbound.auth.header, X Sig, header",
    "inbound.auth.timestampHeader, X:Time, header",
    "inbound.auth.tolerance, 2h, age",
    "inbound.auth.signed, body, '{body}'",
    "inbound.auth.signed, '{timestamp}.{body}', '{timestamp}'",
    "inbound.auth.typ, none, no setting inbound.auth.typ",
    "inbound.response, later, answer",
    "inbound.timeout, 6m, timeout",
    "inbound.timeout, 0s, timeout",
    "inbound.timeout, 99999999999999999999h, timeout",
    "inbound.limit.rate, 0/s, rate",
    "inbound.limit.rate, many, rate",
    "inbound.limit.body, 21MB, largest body",
    "inbound.limit.body, -1, largest body",
    "inbound.limit.concurrency, 1001, wait"
  })
  void saysWhatIsWrongWithASetting(String name, String value, String fault) {
    assertThat(hook(Map.of(name, value)).faults())
        .singleElement()
        .asString()
        .containsIgnoringCase(fault);
  }

  @ParameterizedTest
  @CsvSource({
    "inbound.auth.type, magic",
    "inbound.auth.typ, basic",
    "inbound.auth.tolerance, 2h",
    "inbound.auth.type, hmac"
  })
  void settingsOfTheSignInThatAreNotUnderstoodLetNobodyIn(String name, String value) {
    assertThat(hook(Map.of(name, value)).auth().kind()).isEqualTo(AuthKind.UNKNOWN);
  }

  @Test
  void findsTheWebhooksThatRunsWaitFor() {
    var diagram = Diagram.parse(WaitingHooks.everywhere());

    assertThat(diagram.catchHooks())
        .extracting(Webhook::elementId)
        .containsExactly("catch", "receive", "inside", "boundary");
    assertThat(diagram.catchHooks())
        .allSatisfy(hook -> assertThat(hook.place()).isEqualTo(Webhook.Place.CATCH));
    assertThat(diagram.webhooks()).isEmpty();
    assertThat(diagram.misplacedHooks())
        .extracting(e -> e.getAttribute("id"))
        .containsExactly("timer", "task");
  }

  @Test
  void aWebhookThatRunsWaitForNeedsACorrelationKey() {
    assertThat(problems(WaitingHooks.beside(Map.of(), Map.of())))
        .anySatisfy(problem -> assertThat(problem.message()).contains("correlation key"));
  }

  @Test
  void aStartBesideAWaitingWebhookNeedsAKeyAndTheSameSignIn() {
    var key = Map.of("inbound.correlationKey", KEY);
    var bearer = Map.of("inbound.correlationKey", KEY, "inbound.auth.type", "bearer");

    assertThat(problems(WaitingHooks.beside(key, key))).isEmpty();
    assertThat(problems(WaitingHooks.beside(Map.of(), key)))
        .singleElement()
        .satisfies(problem -> assertThat(problem.elementId()).contains("start"));
    assertThat(problems(WaitingHooks.beside(bearer, key)))
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("lets in others"));
  }

  @Test
  void checksTheExpressionsAndTheConnection() {
    var faulty = Map.of("inbound.dedupeKey", "=request.", "inbound.auth.type", "github");
    var unknown = Map.of("inbound.auth.type", "github", "inbound.auth.connection", "nobody");
    var known = Map.of("inbound.auth.type", "github", "inbound.auth.connection", "known");

    assertThat(problems(Bpmn.hook("w", faulty)))
        .extracting(Problem::severity)
        .containsExactlyInAnyOrder(Problem.Severity.error, Problem.Severity.warning);
    assertThat(problems(Bpmn.hook("w", unknown)))
        .singleElement()
        .satisfies(problem -> assertThat(problem.severity()).isEqualTo(Problem.Severity.warning));
    assertThat(problems(Bpmn.hook("w", known))).isEmpty();
  }

  @Test
  void anAddressCheckTakesTheGetsOfItsPath() {
    var checked = hook(Map.of("inbound.method", "POST", "inbound.auth.challenge", "dropbox"));
    var get = hook(Map.of("inbound.method", "GET"));
    var put = hook(Map.of("inbound.method", "PUT"));

    assertThat(checked.takes("GET")).isTrue();
    assertThat(checked.overlaps(get)).isTrue();
    assertThat(get.overlaps(checked)).isTrue();
    assertThat(checked.overlaps(put)).isFalse();
    assertThat(put.takes("GET")).isFalse();
  }

  private static Webhook hook(Map<String, String> properties) {
    return Diagram.parse(Bpmn.hook("w", properties)).webhooks().getFirst();
  }

  private static List<Problem> problems(String xml) {
    return new DiagramCheck(Map.of(), new Feel(Clock.systemUTC()), "known"::equals, Set.of())
        .problems(xml);
  }
}
