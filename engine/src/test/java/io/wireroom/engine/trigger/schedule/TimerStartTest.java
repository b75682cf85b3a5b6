package io.wireroom.engine.trigger.schedule;

import static io.wireroom.engine.testing.ApplicationFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.wireroom.engine.testing.ApplicationFixture;
import io.wireroom.engine.trigger.StartDiagrams;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("broker")
@ExtendWith(ApplicationFixture.Extension.class)
class TimerStartTest {
  @Test
  void showsWhenTheBrokerFiresNext(ApplicationFixture product) {
    var before = Instant.now();

    product.publish("timer-next", StartDiagrams.timer("timer-next", "timeCycle", "R/PT2H"));

    var next = next(product, "timer-next", 5);
    assertThat(next.path(0).asText()).isGreaterThan(before.toString());
    assertThat(Duration.between(at(next.path(0)), at(next.path(1)))).isEqualTo(Duration.ofHours(2));
  }

  @Test
  void firesAndHasOneFireLess(ApplicationFixture product) {
    product.publish("timer-twice", StartDiagrams.timer("timer-twice", "timeCycle", "R2/PT1S"));

    assertThat(next(product, "timer-twice", 0)).isEmpty();
    var runs = json(product.send(product.admin("/api/runs?workflow=timer-twice"))).path("items");
    assertThat(runs.findValuesAsText("trigger")).containsExactly("schedule", "schedule");
  }

  /** The next fires, once there are so many. */
  private static JsonNode next(ApplicationFixture product, String workflow, int count) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                json(product.send(product.admin("/api/workflows/" + workflow)))
                    .path("triggers")
                    .path(0)
                    .path("next"),
            next -> next.size() == count);
  }

  private static Instant at(JsonNode text) {
    return Instant.parse(text.asText());
  }
}
