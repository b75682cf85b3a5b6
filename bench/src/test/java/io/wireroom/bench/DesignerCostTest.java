package io.wireroom.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class DesignerCostTest {
  @Test
  void tellsMediansBesideTheirGoals() {
    var report =
        DesignerCost.report(
            List.of(round(900), round(5_000), round(1_000)),
            List.of(large(1_400, 16.6, 16.7, 16.7, 90)));

    assertThat(report.lines())
        .contains(
            "| newsroom: usable canvas | 1,000 ms | ≤ 1,200 ms |",
            "| newsroom: JavaScript of it | 610 kB | ≤ 800 kB |",
            "| 500 steps: usable canvas | 1,400 ms | ≤ 1,500 ms |",
            "| 500 steps: frames a second | 60 | 60 |");
    assertThat(report.good()).isTrue();
  }

  @Test
  void isNotGoodWhenAGoalIsMissed() {
    var slowFrames = DesignerCost.report(List.of(round(900)), List.of(large(1_400, 33, 33, 16)));
    var slowLoad = DesignerCost.report(List.of(round(1_300)), List.of(large(1_400, 16)));

    assertThat(slowFrames.good()).isFalse();
    assertThat(slowLoad.good()).isFalse();
  }

  private static JsonNode round(double usable) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("usableMs", usable)
        .put("requests", 20)
        .put("bytes", 800_000)
        .put("scriptBytes", 610_000);
  }

  private static JsonNode large(double usable, double... frames) {
    var round = JsonNodeFactory.instance.objectNode().put("usableMs", usable);
    var list = round.putArray("frameMs");
    DoubleStream.of(frames).forEach(list::add);
    return round;
  }
}
