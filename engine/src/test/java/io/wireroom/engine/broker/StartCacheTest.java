package io.wireroom.engine.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("unit")
class StartCacheTest {
  @TempDir Path folder = Path.of("");

  @BeforeEach
  void aDistribution() throws IOException {
    Files.createDirectories(folder.resolve("home"));
  }

  @Test
  void isUsedOnceItIsThere() throws IOException {
    var cache = cache(jar("one"));
    var before = cache.use();

    cache.replaceBy(Files.writeString(folder.resolve("finished"), "classes"));

    assertThat(before).isEmpty();
    assertThat(cache.use()).containsExactly("-XX:AOTCache=" + cache.file());
  }

  @Test
  void isOfNoUseToAnotherClassPath() throws IOException {
    var exporter = jar("one");
    var cache = cache(exporter);
    cache.replaceBy(Files.writeString(folder.resolve("finished"), "classes"));

    Files.writeString(exporter, "built again, longer");

    assertThat(cache(exporter).use()).isEmpty();
  }

  @Test
  void takesThePlaceOfOlderOnes() throws IOException {
    var older = cache(jar("one"));
    older.replaceBy(Files.writeString(folder.resolve("finished"), "classes"));

    cache(jar("two")).replaceBy(Files.writeString(folder.resolve("finished"), "classes"));

    assertThat(older.file()).doesNotExist();
  }

  private StartCache cache(Path jar) throws IOException {
    return StartCache.of(new Distribution(folder.resolve("home")), List.of(jar));
  }

  private Path jar(String name) throws IOException {
    return Files.writeString(folder.resolve(name + ".jar"), name);
  }
}
