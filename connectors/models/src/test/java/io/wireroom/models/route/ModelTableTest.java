package io.wireroom.models.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  void readsEachPolicyAndWhatARouteTakes() {
    var table =
        table(
            """
            {"models": {
               "cheap": {"routes": ["a", "b"], "policy": "cheapest", "firstToken": "2s",
                         "hedge": true, "wait": "9s"},
               "fast": {"routes": ["a", "b"], "policy": "fastest", "maxCost": 0.002},
               "mixed": {"routes": ["a", "b"], "policy": "weighted", "weights": {"a": 3, "b": 1}},
               "watched": {"routes": ["a"], "policy": "shadow", "shadow": "b"},
               "here": {"routes": ["a", "b"], "dataRegions": ["eu"]},
               "plain": ["a"]},
             "routes": {
               "a": {"adapter": "openai", "baseUrl": "http://h", "model": "m", "region": "eu-home",
                     "takes": ["images", "tools"],
                     "limits": {"requestsPerMinute": 60, "tokensPerMinute": 100000}},
               "b": {"adapter": "bedrock-converse", "model": "us.amazon.nova-lite-v1:0",
                     "region": "us-east-1"}}}
            """);

    var a = table.aliases().getOrDefault("plain", List.of()).getFirst();
    var b = table.aliases().getOrDefault("cheap", List.of()).getLast();
    assertThat(table.policy("cheap"))
        .isEqualTo(
            Policy.PINNED
                .choice(new Policy.Choice.Cheapest(Duration.ofSeconds(2)))
                .line(Duration.ofSeconds(9))
                .hedging());
    assertThat(table.policy("fast").choice()).isEqualTo(new Policy.Choice.Fastest(2_000_000_000L));
    assertThat(table.policy("mixed").choice())
        .isEqualTo(new Policy.Choice.Weighted(Map.of("a", 3, "b", 1)));
    assertThat(table.policy("watched").choice()).isEqualTo(new Policy.Choice.Shadow(b));
    assertThat(table.policy("here").allows(a)).isTrue();
    assertThat(table.policy("here").allows(b)).isFalse();
    assertThat(table.policy("plain")).isEqualTo(Policy.PINNED);
    assertThat(table.policy("watched").text()).isEqualTo("shadow");
    assertThat(a.limits())
        .isEqualTo(
            new Limits(
                8,
                Optional.empty(),
                Optional.of(60L),
                Optional.of(100_000L),
                Optional.of(Set.of(Capability.IMAGES, Capability.TOOLS))));
  }

  @Test
  void saysWhatIsWrongWithPoliciesAllAtOnce() {
    assertThat(
            errors(
                """
                {"models": {
                   "a": {"routes": ["r"], "policy": "best", "hedge": "yes", "wait": "long", "x": 1},
                   "b": {"routes": ["r"], "policy": "cheapest", "maxCost": 1},
                   "c": {"routes": ["r"], "policy": "weighted", "weights": {"s": 1}},
                   "d": {"routes": ["r"], "policy": "weighted", "weights": {"r": 0}},
                   "e": {"routes": ["r"], "policy": "shadow", "shadow": "r"},
                   "f": {"routes": ["r"], "policy": "shadow", "shadow": "nowhere"},
                   "g": {"routes": ["r"], "dataRegions": ["eu"]},
                   "h": {"routes": ["r"], "dataRegions": "EU"},
                   "j": {"routes": ["t"], "policy": "shadow", "shadow": "r",
                         "dataRegions": ["eu"]},
                   "k": {"routes": ["u"], "policy": "fastest", "maxCost": 1},
                   "l": {"routes": ["r"], "policy": "shadow", "shadow": "u"},
                   "i": {"policy": "fastest", "maxCost": -1}},
                 "routes": {
                   "r": {"adapter": "openai", "baseUrl": "http://h", "model": "m"},
                   "u": {"adapter": "sagemaker-async", "model": "m", "input": "s3://news/in"},
                   "t": {"adapter": "openai", "baseUrl": "http://h", "model": "m", "region": "eu"},
                   "s": {"adapter": "openai", "baseUrl": "http://h", "model": "m",
                         "takes": ["images", "music"],
                         "limits": {"requestsPerMinute": 0, "perDay": 3}}}}
                """))
        .extracting(error -> error.substring(0, error.indexOf(": ")))
        .containsExactlyInAnyOrder(
            "models.a.policy",
            "models.a.hedge",
            "models.a.wait",
            "models.a.x",
            "models.b.maxCost",
            "models.b.firstToken",
            "models.c.weights.s",
            "models.c.weights.r",
            "models.d.weights",
            "models.e.shadow",
            "models.f.shadow",
            "models.g.dataRegions",
            "models.h.dataRegions",
            "models.j.shadow",
            "models.k.policy",
            "models.l.policy",
            "models.i",
            "models.i.maxCost",
            "routes.s.takes",
            "routes.s.limits.requestsPerMinute",
            "routes.s.limits.perDay");
  }

  @Test
  void knowsWhereAProfileOfBedrockSendsDataTo() {
    assertThat(bedrock("eu.anthropic.claude-haiku-4-5-v1:0").dataRegion()).contains("eu");
    assertThat(bedrock("global.anthropic.claude-sonnet-5-v1:0").dataRegion()).contains("global");
    assertThat(
            bedrock("arn:aws:bedrock:us-east-1:1:inference-profile/us.amazon.nova-lite-v1:0")
                .dataRegion())
        .contains("us");
    assertThat(bedrock("amazon.nova-lite-v1:0").dataRegion()).isEmpty();
  }

  private static Route bedrock(String model) {
    return new Route(
        "r",
        Adapter.BEDROCK_CONVERSE,
        Optional.empty(),
        model,
        Optional.empty(),
        Hardware.UNKNOWN,
        Duration.ofSeconds(9),
        8);
  }

  private static ModelTable table(String settings) {
    return switch (parse(settings)) {
      case ModelTable.Parsed.Wrong(var errors) -> throw new AssertionError(errors);
      case ModelTable.Parsed.Table(var table) -> table;
    };
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
