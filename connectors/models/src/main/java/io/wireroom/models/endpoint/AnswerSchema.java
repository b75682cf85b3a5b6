package io.wireroom.models.endpoint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.stream.Collectors;

/** The JSON Schema that an answer must fit. Nothing is ever loaded from elsewhere for it. */
final class AnswerSchema {
  private static final int LARGEST = 65_536;
  private static final String STANDARD = SpecificationVersion.DRAFT_2020_12.getDialectId();
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder
                  .schemaCacheEnabled(false)
                  .schemaLoader(
                      loader ->
                          loader
                              .fetchRemoteResources(false)
                              .block(iri -> !iri.toString().startsWith("https://json-schema.org/")))
                  .schemaRegistryConfig(
                      SchemaRegistryConfig.builder()
                          .regularExpressionFactory(BoundedPattern::of)
                          .build()));
  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(100).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Schema schema;

  private AnswerSchema(Schema schema) {
    this.schema = schema;
  }

  /** What became of a schema. */
  sealed interface Compiled {
    record Usable(AnswerSchema schema) implements Compiled {}

    /** It is no JSON Schema: the step is set up wrong. */
    record Wrong(String reason) implements Compiled {}
  }

  /** What became of an answer. */
  sealed interface Checked {
    record Fits(JsonNode json) implements Checked {}

    /** One sentence each, for the model to repair and for the editor to read. */
    record Misfits(List<String> problems) implements Checked {}
  }

  static Compiled compile(ObjectNode schema) {
    var text = schema.toString();
    if (text.length() > LARGEST) {
      return new Compiled.Wrong("the schema is larger than " + LARGEST + " characters");
    }
    try {
      var wrong = REGISTRY.getSchema(SchemaLocation.of(STANDARD)).validate(text, InputFormat.JSON);
      if (!wrong.isEmpty()) {
        return new Compiled.Wrong("the schema is not a JSON Schema: " + sentence(wrong.getFirst()));
      }
      var compiled = REGISTRY.getSchema(text, InputFormat.JSON);
      compiled.initializeValidators();
      return new Compiled.Usable(new AnswerSchema(compiled));
    } catch (SchemaException e) {
      return new Compiled.Wrong("the schema cannot be used: " + e.getMessage());
    }
  }

  /** Checks the text of an answer; a Markdown fence around it is taken off. */
  Checked check(String answer) {
    JsonNode json;
    try {
      json = JSON.readTree(unfenced(answer));
    } catch (JsonProcessingException e) {
      return new Checked.Misfits(List.of("it is not JSON: " + e.getOriginalMessage()));
    }
    return check(json);
  }

  Checked check(JsonNode json) {
    if (json.isMissingNode()) {
      return new Checked.Misfits(List.of("it is empty"));
    }
    var errors = schema.validate(json.toString(), InputFormat.JSON);
    return errors.isEmpty()
        ? new Checked.Fits(json)
        : new Checked.Misfits(errors.stream().limit(10).map(AnswerSchema::sentence).toList());
  }

  private static String sentence(Error error) {
    return error.getInstanceLocation() + " " + error.getMessage();
  }

  private static String unfenced(String answer) {
    var text = answer.strip();
    if (text.startsWith("<think>") && text.contains("</think>")) {
      text = text.substring(text.indexOf("</think>") + "</think>".length()).strip();
    }
    return text.startsWith("```") && text.endsWith("```")
        ? text.lines()
            .skip(1)
            .filter(line -> !line.startsWith("```"))
            .collect(Collectors.joining("\n"))
        : text;
  }
}
