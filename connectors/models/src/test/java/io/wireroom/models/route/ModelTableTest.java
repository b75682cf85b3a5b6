package io.wireroom.models.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class ModelTableTest {
  @Test
  void readsAliasesWithTheirRoutesInOrder() {
    var parsed =
        parse(
            """
            {"models": {"headline-writer": ["trn", "local"]},
             "routes": {
               "trn": {"adapter": "openai", "baseUrl": "http://10.0.0.5:8000/v1",
                       "model": "meta-llama/Llama-3.1-8B-Instruct", "keyEnv": "VLLM_KEY",
                       "hardware": {"family": "trn2", "evidence": "declared"},
                       "timeout": "90s", "maxConcurrent": 16},
               "local": {"adapter": "local-extractive"}}}
            """);

    assertThat(parsed)
        .isInstanceOfSatisfying(
            ModelTable.Parsed.Table.class,
            table ->
                assertThat(table.table().aliases().get("headline-writer"))
                    .containsExactly(
                        new Route(
                            "trn",
                            Adapter.OPENAI,
                            Optional.of(URI.create("http://10.0.0.5:8000/v1")),
                            "meta-llama/Llama-3.1-8B-Instruct",
                            Optional.of(new KeySource.Variable("VLLM_KEY")),
                            new Hardware("trn2", Hardware.Evidence.DECLARED),
                            Duration.ofSeconds(90),
                            16),
                        Route.localExtractive("local")));
  }

  @Test
  void readsARouteOnAwsWithItsPriceAndDeadlines() {
    var parsed =
        parse(
            """
            {"models": {"m": ["claude"]}, "routes": {"claude": {
              "adapter": "bedrock-converse", "region": "eu-central-1",
              "model": "eu.anthropic.claude-haiku-4-5-v1:0", "connection": "aws-news",
              "role": "arn:aws:iam::123456789012:role/newsroom", "stream": true,
              "serviceTier": "flex", "latency": "optimized", "http": "1.1", "usage": "exclusive",
              "deadlines": {"connect": "2s", "firstToken": "10s", "gap": "5s", "total": "90s"},
              "maxConcurrent": 50, "context": 200000,
              "price": {"perMillion": [
                {"input": 1, "output": 5, "cacheRead": 0.1, "cacheWrite5m": 1.25,
                 "cacheWrite1h": 2},
                {"from": "2026-12-01", "tier": "flex", "above": 200000, "input": "0.035",
                 "output": 0.14, "reasoning": 0.2}]}}}}
            """);

    var route =
        ((ModelTable.Parsed.Table) parsed)
            .table()
            .aliases()
            .getOrDefault("m", List.of())
            .getFirst();
    assertThat(route.wire())
        .isEqualTo(
            new Wire(
                Optional.of("eu-central-1"),
                true,
                Optional.of("flex"),
                Optional.of("optimized"),
                true,
                false,
                Optional.of("arn:aws:iam::123456789012:role/newsroom"),
                Wire.SageMaker.USUAL));
    assertThat(route.deadlines())
        .isEqualTo(
            new Deadlines(
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                Duration.ofSeconds(5),
                Duration.ofSeconds(90)));
    assertThat(route.limits()).isEqualTo(new Limits(50, Optional.of(200_000L)));
    assertThat(route.price())
        .contains(
            new Price.PerToken(
                List.of(
                    new Price.Band(
                        LocalDate.EPOCH,
                        "default",
                        "standard",
                        0,
                        1_000_000,
                        5_000_000,
                        Optional.empty(),
                        Optional.of(100_000L),
                        Optional.of(1_250_000L),
                        Optional.of(2_000_000L)),
                    new Price.Band(
                        LocalDate.of(2026, 12, 1),
                        "flex",
                        "standard",
                        200_000,
                        35_000,
                        140_000,
                        Optional.of(200_000L),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()))));
  }

  @Test
  void saysWhatIsWrongWithNewKeysAllAtOnce() {
    assertThat(
            errors(
                """
                {"models": {"m": ["a", "b", "c", "d"]}, "routes": {
                  "a": {"adapter": "bedrock-converse", "model": "m", "region": "Frankfurt",
                        "profile": "p", "identity": "server", "http": 3, "stream": "yes",
                        "payload": "tgi", "usage": "both", "role": "admin", "context": -1,
                        "deadlines": {"gap": "long", "last": "1s"}},
                  "b": {"adapter": "sagemaker-async", "model": "m", "payload": "xml"},
                  "c": {"adapter": "openai", "baseUrl": "http://h", "model": "m", "region": "x",
                        "price": {"perMillion": 3, "perHour": 12}},
                  "d": {"adapter": "openai", "baseUrl": "http://h", "model": "m", "price":
                        {"perMillion": [{"input": -1, "output": 0.00000001},
                         {"input": 1, "output": "x", "from": "soon", "tiers": 1}, {}]}}}}
                """))
        .extracting(error -> error.substring(0, error.indexOf(": ")))
        .containsExactlyInAnyOrder(
            "routes.a.payload",
            "routes.a.identity",
            "routes.a.deadlines.gap",
            "routes.a.deadlines.last",
            "routes.a.context",
            "routes.a.region",
            "routes.a.stream",
            "routes.a.http",
            "routes.a.usage",
            "routes.a.role",
            "routes.b.payload",
            "routes.b.input",
            "routes.c.region",
            "routes.c.region",
            "routes.c.price",
            "routes.d.price.perMillion[0].input",
            "routes.d.price.perMillion[0].output",
            "routes.d.price.perMillion[1].output",
            "routes.d.price.perMillion[1].from",
            "routes.d.price.perMillion[1].tiers",
            "routes.d.price.perMillion[2].input",
            "routes.d.price.perMillion[2].output",
            "routes.d.price.perMillion");
  }

  @Test
  void saysAllThatIsWrongAtOnceEachWithItsKey() {
    assertThat(
            errors(
                """
                {"models": {"Headline Writer": ["nowhere"], "empty": [], "twice": ["ok", "ok"]},
                 "routes": {
                   "ok": {"adapter": "local-extractive"},
                   "a": {"adapter": "bedrock"},
                   "b": {"adapter": "openai", "baseUrl": "ftp://host/", "keyEnv": "sk-12 34",
                         "hardware": {"family": "trn2", "evidence": "hoped"}, "timeout": "soon",
                         "maxConcurrent": 0, "retries": 3},
                   "c": {"adapter": "local-extractive", "baseUrl": "http://host"}},
                 "route": {}}
                """))
        .extracting(error -> error.substring(0, error.indexOf(": ")))
        .containsExactlyInAnyOrder(
            "route",
            "routes.a.adapter",
            "routes.b.retries",
            "routes.b.baseUrl",
            "routes.b.model",
            "routes.b.keyEnv",
            "routes.b.hardware",
            "routes.b.timeout",
            "routes.b.maxConcurrent",
            "routes.c.baseUrl",
            "models.Headline Writer",
            "models.Headline Writer",
            "models.empty",
            "models.twice");
  }

  @Test
  void neverShowsAKeyThatWasPutInTheWrongPlace() {
    assertThat(
            errors(
                """
                {"models": {"m": ["a"]}, "routes": {"a": {"adapter": "openai",
                 "baseUrl": "https://user:hunter2@host/", "model": "m", "keyEnv": "sk-hunter2!"}}}
                """))
        .hasSize(2)
        .noneMatch(error -> error.contains("hunter2"));
  }

  @Test
  void refusesWhatIsNoTable() {
    assertThat(errors("[]")).hasSize(1);
    assertThat(errors("{}")).hasSize(1);
    assertThat(errors("{\"models\": {\"m\": [\"a\"]}, \"routes\": [1]}")).hasSize(2);
  }

  @Test
  void servesTheHeadlineWriterWithoutSettings() {
    assertThat(ModelTable.standard().aliases().get("headline-writer"))
        .singleElement()
        .extracting(Route::adapter)
        .isEqualTo(Adapter.LOCAL_EXTRACTIVE);
  }

  private static List<String> errors(String settings) {
    return switch (parse(settings)) {
      case ModelTable.Parsed.Wrong(var errors) -> errors;
      case ModelTable.Parsed.Table table -> throw new AssertionError("was accepted: " + table);
    };
  }

  private static ModelTable.Parsed parse(String settings) {
    try {
      return ModelTable.parse(new ObjectMapper().readTree(settings));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
