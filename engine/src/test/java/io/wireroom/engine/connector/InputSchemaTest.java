package io.wireroom.engine.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.engine.web.Json;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class InputSchemaTest {
  @Test
  void tellsEachInputsTypeLabelHelpAndFirstValue() throws IOException {
    var expected =
        """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "type": "object",
          "properties": {
            "name": {"type": "string", "title": "Name",
                     "description": "Less than <b>10</b> & more"},
            "text": {"type": "string", "title": "Text"},
            "way": {"type": "string", "title": "Way", "enum": ["up", "down"], "default": "up"},
            "count": {"type": "integer", "title": "Count", "default": 20},
            "share": {"type": "number", "title": "Share", "default": 0.5},
            "loud": {"type": "boolean", "title": "Loud", "default": true},
            "tags": {"type": "array", "items": {"type": "string"}, "title": "Tags"},
            "words": {"type": "object", "additionalProperties": {"type": "integer"},
                      "title": "Words"},
            "object": {"type": "object", "title": "Object"},
            "anything": {"title": "Anything"}
          },
          "required": ["name", "tags"]
        }
        """;

    var schema = InputSchema.of(SampleConnector.of("wireroom:sample:1"));

    assertThat(Json.MAPPER.readTree(Json.bytes(schema))).isEqualTo(Json.MAPPER.readTree(expected));
  }
}
