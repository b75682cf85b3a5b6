package io.wireroom.engine;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.wireroom.models.route.ModelTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code DATA/models.yaml}; without it there is the built-in model only. */
final class ModelsFile {
  private ModelsFile() {}

  static ModelTable read(Path data) {
    var file = data.resolve("models.yaml");
    if (!Files.exists(file)) {
      return ModelTable.standard();
    }
    try {
      return switch (ModelTable.parse(new YAMLMapper().readTree(Files.readAllBytes(file)))) {
        case ModelTable.Parsed.Table(var table) -> table;
        case ModelTable.Parsed.Wrong(var errors) ->
            throw new StartTrouble(file + ":\n  " + String.join("\n  ", errors));
      };
    } catch (IOException e) {
      throw new StartTrouble(file + " cannot be read: " + e.getMessage(), e);
    }
  }
}
