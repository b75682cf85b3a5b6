package io.wireroom.models.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.models.route.Adapter;
import io.wireroom.models.route.Hardware;
import io.wireroom.models.route.Route;
import io.wireroom.models.route.Wire;
import io.wireroom.testkit.model.Answer;
import io.wireroom.testkit.model.SigV4Verifier.Verdict;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every endpoint on AWS promises beside. */
abstract class AwsEndpointContract extends EndpointContract {
  static final String GOOD = "{\"headline\": \"Dam to go\", \"summary\": \"The river runs free.\"}";

  final AwsPeer peer = new AwsPeer();

  abstract Adapter adapter();

  /** The name of the service that its requests are signed for. */
  abstract String service();

  Wire wire() {
    return AwsPeer.with(false, Wire.SageMaker.USUAL);
  }

  @Override
  Endpoint endpoint() {
    return peer.endpoint(adapter(), wire());
  }

  @BeforeEach
  void prepare() {
    key = AwsPeer.KEY;
  }

  @AfterEach
  void close() {
    peer.close();
  }

  @Override
  @Test
  void answersInTheSchema() {
    peer.server.answers(Answer.of(GOOD));

    assertThat(answered(ask(Optional.of(SCHEMA))).json()).contains(json(GOOD));
  }

  @Test
  void signsWhatItSends() {
    answered(ask(Optional.empty()));

    assertThat(peer.server.calls())
        .last()
        .extracting(call -> call.verdict())
        .isEqualTo(new Verdict.Good(AwsPeer.KEY.accessKeyId(), "eu-central-1", service()));
  }

  @Test
  void failsWithoutACredentialAndWithAWrongOne() {
    key = new ApiKey.NotNeeded();
    var none = cause(ask(Optional.empty()));
    key = new ApiKey.Missing("there is no connection named aws");
    var missing = cause(ask(Optional.empty()));
    key =
        new ApiKey.Aws(
            AwsPeer.KEY.accessKeyId(), "not-the-secret-0123456789", "", "eu-central-1", "");
    var wrong = failure(ask(Optional.empty()));

    assertThat(none).isEqualTo(Cause.AUTH);
    assertThat(missing).isEqualTo(Cause.AUTH);
    assertThat(wrong.cause()).isEqualTo(Cause.AUTH);
    assertThat(wrong.message()).doesNotContain("not-the-secret");
  }

  @Test
  void takesNoAddressThatTheGuardForbids() {
    var route =
        new Route(
            "test",
            adapter(),
            Optional.of(URI.create("http://169.254.169.254:80")),
            AwsPeer.CLAUDE,
            Optional.empty(),
            Hardware.UNKNOWN,
            Duration.ofSeconds(60),
            8);

    var failure =
        failure(
            peer.endpoints
                .of(route.wire(wire()))
                .answer(request("Hello", Optional.empty()), () -> key, Duration.ofSeconds(60)));

    assertThat(failure.cause()).isEqualTo(Cause.BAD_REQUEST);
    assertThat(failure.message()).contains("net.allow");
  }

  @Test
  void tellsTheServerWhenNobodyWantsTheAnswerAnyMore() throws Exception {
    // why so long: how often it ticks before something is heard depends on the machine
    var pieces = Collections.nCopies(10_000, "on ").toArray(String[]::new);
    peer.server.answers(Answer.of(pieces).ticking());
    var heard = new CountDownLatch(1);
    var result = new CompletableFuture<EndpointResult>();
    var asking =
        new Asking(
            () -> key,
            Patience.of(Duration.ofSeconds(60)),
            event -> {
              heard.countDown();
              return true;
            });
    var asker =
        Thread.ofVirtual()
            .start(
                () ->
                    result.complete(endpoint().answer(request("Hello", Optional.empty()), asking)));
    while (heard.getCount() > 0) {
      peer.server.tick();
      heard.await(20, TimeUnit.MILLISECONDS);
    }
    asker.interrupt();

    assertThat(cause(result.join())).isEqualTo(Cause.CANCELLED);
    Awaitility.await().until(() -> peer.server.cancels() == 1 && peer.server.inFlight() == 0);
  }
}
