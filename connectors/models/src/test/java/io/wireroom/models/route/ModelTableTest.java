package io.wireroom.models.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Duration;
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
