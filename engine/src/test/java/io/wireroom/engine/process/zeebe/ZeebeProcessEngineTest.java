package io.wireroom.engine.process.zeebe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.wireroom.engine.process.Job;
import io.wireroom.engine.process.ProcessEngine.Deployment;
import io.wireroom.engine.process.ProcessEngine.JobHandler;
import io.wireroom.engine.process.Verdict;
import io.wireroom.engine.process.zeebe.ZeebeSettings.Acquisition;
import io.wireroom.engine.testing.BrokerFixture;
import io.wireroom.engine.testing.Diagrams;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("broker")
@ExtendWith(BrokerFixture.Extension.class)
class ZeebeProcessEngineTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final BrokerFixture broker;

  ZeebeProcessEngineTest(BrokerFixture broker) {
    this.broker = broker;
  }

  @ParameterizedTest
  @EnumSource
  void givesTheJobOfACreatedRunToTheWorker(Acquisition acquisition) throws Exception {
    var type = "created-" + acquisition;
    var jobs = new CopyOnWriteArrayList<Job>();
    try (var engine = broker.connect(acquisition)) {
      done(engine.deploy(type + ".bpmn", Diagrams.oneStep(type, type)));
      engine.work(type, List.of("title"), MINUTE, 4, complete(jobs));

      var run = done(engine.create(type, Optional.empty(), object().put("title", "A").put("x", 1)));

      await().until(() -> jobs.size() == 1);
      assertThat(jobs.getFirst().runKey()).isEqualTo(run);
      assertThat(jobs.getFirst().variables()).isEqualTo(object().put("title", "A"));
      assertThat(jobs.getFirst().elementId()).isEqualTo("step");
    }
  }

  @ParameterizedTest
  @EnumSource
  void doesOtherJobsOfATypeWhileSomeOfItHang(Acquisition acquisition) throws Exception {
    var type = "hanging-" + acquisition;
    var hanging = new CopyOnWriteArrayList<Job>();
    var quick = new CopyOnWriteArrayList<Job>();
    var end = new CountDownLatch(1);
    try (var engine = broker.connect(acquisition)) {
      done(engine.deploy(type + ".bpmn", Diagrams.oneStep(type, type)));
      engine.work(type, List.of("hang"), MINUTE, 64, hangOrBeQuick(hanging, quick, end));
      for (var i = 1; i <= 3; i++) {
        done(engine.create(type, Optional.empty(), object().put("hang", true)));
        var begun = i;
        await().until(() -> hanging.size() == begun);
      }

      done(engine.create(type, Optional.empty(), object().put("hang", false)));

      await().until(() -> quick.size() == 1);
      assertThat(end.getCount()).isEqualTo(1);
    } finally {
      end.countDown();
    }
  }

  @ParameterizedTest
  @EnumSource
  void runsNoMoreJobsOfATypeAtOnceThanThereIsRoomFor(Acquisition acquisition) throws Exception {
    var type = "crowded-" + acquisition;
    var running = new AtomicInteger();
    var most = new AtomicInteger();
    var jobs = new CopyOnWriteArrayList<Job>();
    var room = new Semaphore(0);
    try (var engine = broker.connect(acquisition)) {
      done(engine.deploy(type + ".bpmn", Diagrams.oneStep(type, type)));
      engine.work(
          type,
          List.of(),
          MINUTE,
          2,
          job -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            room.acquireUninterruptibly();
            running.decrementAndGet();
            return complete(jobs).handle(job);
          });
      for (var i = 0; i < 6; i++) {
        done(engine.create(type, Optional.empty(), object()));
      }
      await().until(() -> running.get() == 2);

      room.release(6);

      await().until(() -> jobs.size() == 6);
      assertThat(jobs).extracting(Job::key).doesNotHaveDuplicates();
      assertThat(most).hasValue(2);
    }
  }

  @Test
  void startsOneRunForAnEventThatIsPublishedTwice() throws Exception {
    var jobs = new CopyOnWriteArrayList<Job>();
    var engine = broker.engine();
    done(engine.deploy("twice.bpmn", Diagrams.oneStepByMessage("twice", "twice-start", "twice")));

    done(engine.publish("twice-start", "event-1", "event-1", object(), Duration.ofMinutes(5)));
    done(engine.publish("twice-start", "event-1", "event-1", object(), Duration.ofMinutes(5)));
    done(engine.publish("twice-start", "event-2", "event-2", object(), Duration.ofMinutes(5)));
    try (var worker = engine.work("twice", List.of(), MINUTE, 4, complete(jobs))) {
      await().until(() -> jobs.size() >= 2);
    }

    assertThat(jobs).extracting(Job::runKey).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void namesTheElementsOfADiagramThatTheBrokerRefuses() throws Exception {
    var bpmn =
        Diagrams.process(
            "refused",
            """
            <startEvent id="start"/>
            <sequenceFlow id="f1" sourceRef="start" targetRef="nameless"/>
            <serviceTask id="nameless"/>
            <sequenceFlow id="f2" sourceRef="nameless" targetRef="choice"/>
            <exclusiveGateway id="choice"/>
            <sequenceFlow id="f3" sourceRef="choice" targetRef="end">
              <conditionExpression>= a +</conditionExpression>
            </sequenceFlow>
            <endEvent id="end"/>
            """);

    var result = done(broker.engine().deploy("refused.bpmn", bpmn));

    assertThat(result).isInstanceOf(Deployment.Refused.class);
    assertThat(((Deployment.Refused) result).faults())
        .extracting(fault -> fault.elementId().orElse("none"))
        .containsExactlyInAnyOrder("nameless", "f3"); // why: the broker's order varies
    assertThat(((Deployment.Refused) result).faults())
        .extracting(fault -> fault.message())
        .contains("Must have exactly one 'zeebe:taskDefinition' extension element");
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static JobHandler complete(List<Job> jobs) {
    return job -> {
      jobs.add(job);
      return new Verdict.Complete(object());
    };
  }

  private static JobHandler hangOrBeQuick(List<Job> hanging, List<Job> quick, CountDownLatch end) {
    return job -> {
      if (job.variables().path("hang").asBoolean()) {
        hanging.add(job);
        try {
          end.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      } else {
        quick.add(job);
      }
      return new Verdict.Complete(object());
    };
  }

  private static <T> T done(Future<T> future) throws TimeoutException {
    return future.await(30, TimeUnit.SECONDS);
  }
}
