package io.wireroom.engine.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wireroom.connector.Connections.Connection;
import io.wireroom.engine.connections.ConnectionKeys.KeyTrouble;
import io.wireroom.engine.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("module")
class ConnectionKeysTest {
  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
  private static final Duration DAY = Duration.ofHours(24);

  @TempDir Path folder;
  private Database database;

  @BeforeEach
  void openDatabase() {
    database = Database.open(folder.resolve("test.db"));
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }

  @Test
  void makesAKeyFileForItsOwnerOnly() throws IOException {
    open();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile())))
        .isEqualTo("rw-------");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----"})
  void refusesAKeyFileThatOthersMayReadOrWrite(String permissions) throws IOException {
    open();
    Files.setPosixFilePermissions(keyFile(), PosixFilePermissions.fromString(permissions));

    assertThatThrownBy(this::open)
        .isInstanceOf(KeyTrouble.class)
        .hasMessageContaining("chmod 600 " + keyFile());
  }

  @Test
  void refusesAKeyThatIsMissingOrAnotherOne() throws IOException {
    save(open(), "shop", "token-one-4711", DAY);
    Files.delete(keyFile());

    assertThatThrownBy(this::open).isInstanceOf(KeyTrouble.class).hasMessageContaining("missing");
    assertThat(keyFile()).doesNotExist();

    var other = folder.resolve("other.key");
    ConnectionKeys.open(other, Optional.empty(), false);
    Files.copy(other, keyFile(), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
    assertThatThrownBy(this::open)
        .isInstanceOf(KeyTrouble.class)
        .hasMessageContaining("does not open");
    Files.writeString(keyFile(), "no keyset");
    assertThatThrownBy(this::open)
        .isInstanceOf(KeyTrouble.class)
        .hasMessageContaining("is no key file");
  }

  @Test
  void sealsEverythingWithANewKey() throws IOException {
    var store = open();
    save(store, "shop", "token-one-4711", DAY);
    save(store, "shop", "token-two-4711", DAY);
    var old = folder.resolve("old.key");
    Files.copy(keyFile(), old, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);

    store.rotateKey();

    assertThat(open().valid("shop"))
        .containsExactly(bearer("token-two-4711"), bearer("token-one-4711"));
    assertThatThrownBy(() -> ConnectionStore.open(database, old, Optional.empty(), clock(NOON)))
        .isInstanceOf(KeyTrouble.class);
    assertThat(ConnectionKeys.open(keyFile(), Optional.empty(), true).several()).isFalse();
  }

  @Test
  void goesOnWithARotationThatWasKilledHalfway() throws IOException {
    save(open(), "shop", "token-one-4711", DAY);
    var old = folder.resolve("old.key");
    Files.copy(keyFile(), old, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
    // killed after the new key was written, before any row was
    ConnectionKeys.open(keyFile(), Optional.empty(), true).renew();

    assertThat(open().find("shop")).contains(bearer("token-one-4711"));

    assertThat(ConnectionKeys.open(keyFile(), Optional.empty(), true).several()).isFalse();
    assertThatThrownBy(() -> ConnectionStore.open(database, old, Optional.empty(), clock(NOON)))
        .isInstanceOf(KeyTrouble.class);
  }

  @Test
  void takesKeysFromTheEnvironmentTheNewOneFirst() {
    var first = randomKey();
    var second = randomKey();
    save(withKey(first), "shop", "token-one-4711", DAY);

    assertThat(keyFile()).doesNotExist();
    assertThatThrownBy(() -> withKey(second)).isInstanceOf(KeyTrouble.class);
    assertThat(withKey(second + ", " + first).find("shop")).isPresent();
    assertThat(withKey(second).find("shop")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sesame", "c2hvcnQ=", "AAAA,"})
  void refusesAKeyInTheEnvironmentThatIsNone(String key) {
    assertThatThrownBy(() -> withKey(key))
        .isInstanceOf(KeyTrouble.class)
        .hasMessageContaining("openssl rand -base64 32")
        .hasMessageNotContaining("sesame");
  }

  private ConnectionStore withKey(String key) {
    return ConnectionStore.open(database, keyFile(), Optional.of(key), clock(NOON));
  }

  private static String randomKey() {
    var bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private ConnectionStore open() {
    return at(NOON);
  }

  private ConnectionStore at(Instant now) {
    return ConnectionStore.open(database, keyFile(), Optional.empty(), clock(now));
  }

  private Path keyFile() {
    return folder.resolve("connections.key");
  }

  private static void save(ConnectionStore store, String name, String token, Duration keep) {
    store.save(name, "bearer", there -> Map.of("token", token), keep, "ada");
  }

  private static Connection bearer(String token) {
    return new Connection("bearer", Map.of("token", token));
  }

  private static Clock clock(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }
}
