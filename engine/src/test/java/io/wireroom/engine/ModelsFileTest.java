package io.wireroom.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.wireroom.models.Endpoints;
import io.wireroom.models.Models;
import io.wireroom.net.Door;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("module")
class ModelsFileTest {
  private static final String ONE =
      """
      models: {%s: [local]}
      routes: {local: {adapter: local-extractive}}
      """;

  @TempDir private Path data;
  private final Vertx vertx = Vertx.vertx();
  private final Door door = Door.open(vertx, List.of());
  private final Endpoints endpoints = new Endpoints(door, Clock.systemUTC());

  @AfterEach
  void close() {
    endpoints.close();
    door.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void takesAChangeAndKeepsTheOldTableWhenTheNewOneIsWrong() throws IOException {
    write(ONE.formatted("first"));
    try (var file = new ModelsFile(data)) {
      var models =
          new Models(
              file.read(),
              endpoints,
              name -> Optional.empty(),
              name -> Optional.empty(),
              false,
              Clock.systemUTC(),
              new Random(7));

      write(ONE.formatted("second"));
      file.look(models);
      assertThat(models.states()).containsOnlyKeys("second");

      write("models: {third: [nowhere]}");
      file.look(models);
      write("models: [");
      file.look(models);
      Files.delete(data.resolve("models.yaml"));
      file.look(models);
      assertThat(models.states()).containsOnlyKeys("second");
    }
  }

  @Test
  void doesNotStartWithAWrongOne() throws IOException {
    write("models: {third: [nowhere]}\nroutes: {a: {adapter: none}}");

    try (var file = new ModelsFile(data)) {
      assertThatThrownBy(file::read)
          .hasMessageContaining("models.third")
          .hasMessageContaining("routes.a.adapter");
    }
  }

  private void write(String content) throws IOException {
    Files.writeString(data.resolve("models.yaml"), content);
  }
}
