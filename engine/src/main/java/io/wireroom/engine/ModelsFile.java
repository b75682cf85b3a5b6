package io.wireroom.engine;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.wireroom.models.Models;
import io.wireroom.models.route.ModelTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code DATA/models.yaml}; without it there is the built-in model only. A change is taken without
 * a restart; what is wrong in it is said once, and the old table stays in force.
 */
final class ModelsFile implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ModelsFile.class);
  private static final int PAUSE_SECONDS = 2;

  private final Path file;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("models-file").factory());
  private Optional<byte[]> last = Optional.empty();

  ModelsFile(Path data) {
    this.file = data.resolve("models.yaml");
  }

  /**
   * Reads it for the start.
   *
   * @throws StartTrouble naming all that is wrong
   */
  ModelTable read() {
    if (!Files.exists(file)) {
      return ModelTable.standard();
    }
    try {
      var bytes = Files.readAllBytes(file);
      last = Optional.of(bytes);
      return switch (parsed(bytes)) {
        case ModelTable.Parsed.Table(var table) -> table;
        case ModelTable.Parsed.Wrong(var errors) ->
            throw new StartTrouble(file + ":\n  " + String.join("\n  ", errors));
      };
    } catch (IOException e) {
      throw new StartTrouble(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Takes its changes from now on. */
  ModelsFile follow(Models models) {
    var unused =
        timer.scheduleWithFixedDelay(
            () -> look(models), PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
    return this;
  }

  /** Takes a change, if there is one. */
  void look(Models models) {
    try {
      if (!Files.exists(file)) {
        return; // why: editors remove a file for a moment before they put the new one there
      }
      var bytes = Files.readAllBytes(file);
      if (last.filter(before -> Arrays.equals(before, bytes)).isPresent()) {
        return;
      }
      last = Optional.of(bytes);
      switch (parsed(bytes)) {
        case ModelTable.Parsed.Table(var table) -> {
          models.use(table);
          LOG.info("models changed aliases={}", table.aliases().keySet());
        }
        case ModelTable.Parsed.Wrong(var errors) ->
            LOG.warn("{} is wrong, the old one stays in force: {}", file, errors);
      }
    } catch (IOException | RuntimeException e) {
      // why caught: a thrown exception would end the timer
      LOG.warn("{} cannot be read, the old one stays in force: {}", file, e.getMessage());
    }
  }

  private static ModelTable.Parsed parsed(byte[] bytes) throws IOException {
    return ModelTable.parse(new YAMLMapper().readTree(bytes));
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
