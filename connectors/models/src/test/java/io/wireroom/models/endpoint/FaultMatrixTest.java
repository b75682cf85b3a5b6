package io.wireroom.models.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.models.route.Adapter;
import io.wireroom.models.route.Deadlines;
import io.wireroom.models.route.Wire;
import io.wireroom.testkit.model.Answer;
import io.wireroom.testkit.model.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault with each adapter, whole and streamed: what it is taken for, and what was seen. */
@Tag("module")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultMatrixTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration BRIEF = Duration.ofMillis(500);

  private final AwsPeer peer = new AwsPeer();

  /** An adapter as it is asked. */
  private record Way(String name, Adapter adapter, Wire wire) {
    boolean streamed() {
      return wire.stream();
    }

    /** TGI has no counts and no word for a refusal. */
    boolean generated() {
      return wire.sagemaker().payload() == Wire.Payload.TGI;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static final List<Way> WAYS =
      List.of(
          new Way("openai", Adapter.OPENAI, AwsPeer.with(false, Wire.SageMaker.USUAL)),
          new Way("openai, streamed", Adapter.OPENAI, AwsPeer.streamed()),
          new Way("converse", Adapter.BEDROCK_CONVERSE, AwsPeer.with(false, Wire.SageMaker.USUAL)),
          new Way("converse, streamed", Adapter.BEDROCK_CONVERSE, AwsPeer.streamed()),
          new Way("invoke", Adapter.BEDROCK_INVOKE, AwsPeer.with(false, Wire.SageMaker.USUAL)),
          new Way("invoke, streamed", Adapter.BEDROCK_INVOKE, AwsPeer.streamed()),
          new Way("sagemaker", Adapter.SAGEMAKER, AwsPeer.with(false, Wire.SageMaker.USUAL)),
          new Way("sagemaker, streamed", Adapter.SAGEMAKER, AwsPeer.streamed()),
          new Way(
              "sagemaker with TGI, streamed",
              Adapter.SAGEMAKER,
              AwsPeer.with(true, AwsPeer.payload(Wire.Payload.TGI))));

  /** Causes that do not depend on how the answer comes. */
  private static final Map<Fault, Cause> ALWAYS =
      Map.of(
          Fault.THROTTLED, Cause.THROTTLED,
          Fault.QUOTA, Cause.QUOTA,
          Fault.WARMING, Cause.WARMING,
          Fault.UNAVAILABLE, Cause.TRANSIENT,
          Fault.MODEL_ERROR, Cause.MODEL_ERROR,
          Fault.TOO_LONG, Cause.TOO_LONG,
          Fault.BAD_REQUEST, Cause.BAD_REQUEST,
          Fault.FORBIDDEN, Cause.AUTH,
          Fault.REFUSED, Cause.REFUSED,
          Fault.CUT_OFF, Cause.TRUNCATED);

  /** What is expected: a cause, and whether some of the answer had come. */
  private record Expected(Optional<Cause> cause, boolean begun) {}

  static Stream<Arguments> matrix() {
    var rows = new ArrayList<Arguments>();
    for (var way : WAYS) {
      for (var fault : Fault.values()) {
        rows.add(Arguments.of(way, fault, expected(way, fault)));
      }
    }
    return rows.stream();
  }

  private static Expected expected(Way way, Fault fault) {
    return switch (fault) {
      case NONE, WRONG_USAGE, UNKNOWN_EVENT -> new Expected(Optional.empty(), false);
      case HTML -> new Expected(Optional.empty(), false);
      case REFUSED, CUT_OFF -> of(ALWAYS.getOrDefault(fault, Cause.CANCELLED), true);
      case THROTTLED, QUOTA, WARMING, UNAVAILABLE, MODEL_ERROR, TOO_LONG, BAD_REQUEST, FORBIDDEN ->
          of(ALWAYS.getOrDefault(fault, Cause.CANCELLED), false);
      case SLOW_FIRST_TOKEN, RESET_AT_ONCE -> of(Cause.TRANSIENT, false);
      case NEVER_ENDS -> of(Cause.TRANSIENT, way.streamed());
      case THROTTLED_MIDSTREAM -> midstream(way);
      case NO_STOP -> of(Cause.TRUNCATED, true);
      case HALF_FRAME, RESET, BAD_FRAME ->
          way.streamed() ? broken(way, fault) : of(Cause.TRANSIENT, false);
    };
  }

  private static Expected midstream(Way way) {
    return way.streamed() ? of(Cause.THROTTLED, true) : of(Cause.TRANSIENT, false);
  }

  /** The SDK takes a stream that broke off for complete; a wrong checksum it tells. */
  private static Expected broken(Way way, Fault fault) {
    var told = fault == Fault.BAD_FRAME && way.adapter().aws();
    return of(told ? Cause.TRANSIENT : Cause.TRUNCATED, true);
  }

  private static Expected of(Cause cause, boolean begun) {
    return new Expected(Optional.of(cause), begun);
  }

  @ParameterizedTest(name = "{0}: {1} is {2}")
  @MethodSource("matrix")
  void isTakenForWhatItIs(Way way, Fault fault, Expected expected) {
    peer.server.answers(Answer.with(fault));
    int before = peer.server.calls().size();
    var endpoint = peer.endpoint(way.adapter(), way.wire());

    var result =
        endpoint.answer(
            EndpointContract.request("Hello", Optional.empty()),
            new Asking(
                () -> AwsPeer.key(way.adapter()),
                Patience.of(deadlines(way, fault), LONG),
                way.streamed() ? this::tick : Listener.NONE));

    assertThat(peer.server.calls()).hasSize(before + 1);
    if (expected.cause().isPresent()) {
      var failure = EndpointContract.failure(result);
      assertThat(failure.cause()).isEqualTo(expected.cause().get());
      // why not for a wrong checksum: it may overtake a piece that nobody was handed yet
      if (fault != Fault.BAD_FRAME) {
        assertThat(failure.begun()).isEqualTo(expected.begun());
      }
    } else if (fault == Fault.HTML) {
      assertThat(result).matches(FaultMatrixTest::isUnusable, "no answer at all");
    } else {
      var answer = EndpointContract.answered(result);
      assertThat(answer.text()).isEqualTo("The river runs free.");
      var counted = fault != Fault.WRONG_USAGE && !way.generated();
      assertThat(answer.usage())
          .isEqualTo(counted ? new Usage.Tokens(90, 12) : new Usage.Unknown());
    }
  }

  /** What was to happen after the first piece happens when it was heard. */
  private boolean tick(ModelEvent event) {
    if (event.content()) {
      peer.server.tick();
    }
    return true;
  }

  /** Short only where the fault is that nothing comes. */
  private static Deadlines deadlines(Way way, Fault fault) {
    var silent = fault == Fault.SLOW_FIRST_TOKEN || fault == Fault.NEVER_ENDS;
    return new Deadlines(
        Duration.ofSeconds(30),
        fault == Fault.SLOW_FIRST_TOKEN ? BRIEF : LONG,
        fault == Fault.NEVER_ENDS ? BRIEF : LONG,
        silent && !way.streamed() ? BRIEF : LONG);
  }

  /** A login page is no model's answer, and never text for a step. */
  private static boolean isUnusable(EndpointResult result) {
    return switch (result) {
      case EndpointResult.Answered none -> false;
      case EndpointResult.Rejected(var rejection, var message) -> rejection == Rejection.UNUSABLE;
      case EndpointResult.Failed(var failure) ->
          failure.cause() == Cause.TRUNCATED || failure.cause() == Cause.TRANSIENT;
    };
  }

  @AfterAll
  void close() {
    peer.close();
  }
}
