package io.wireroom.engine.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * Bytes by their content, each kept once: large ones as files, small ones where a part keeps its
 * own (the inbox, together with their event). Blocks.
 */
public final class Documents {
  /** What is larger leaves the values and becomes a document. */
  public static final int LARGE = 64 << 10;

  private static final int BEGINNING = 4_096;

  private final DocumentFiles files;
  private final List<Shelf> shelves = new CopyOnWriteArrayList<>();
  private final Map<String, Predicate<DocumentId>> needed = new ConcurrentHashMap<>();

  public Documents(DocumentFiles files) {
    this.files = files;
  }

  /** Bytes that another part keeps by their id. */
  @FunctionalInterface
  public interface Shelf {
    Optional<byte[]> find(DocumentId id);
  }

  /** Looks here, too, from now on. */
  public void also(Shelf shelf) {
    shelves.add(shelf);
  }

  /** Tells that {@code who} needs some documents; they are not removed. */
  public void neededBy(String who, Predicate<DocumentId> needs) {
    needed.put(who, needs);
  }

  /** Whether anybody but {@code who} needs it. */
  public boolean isNeededBesides(String who, DocumentId id) {
    return needed.entrySet().stream()
        .anyMatch(other -> !other.getKey().equals(who) && other.getValue().test(id));
  }

  /** Removes large documents that were kept before {@code oldest} and that nobody needs. */
  public int sweep(Instant oldest) {
    return files.sweep(oldest, id -> isNeededBesides("", id));
  }

  /** Writes into a document. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Keeps what {@code content} writes; it is on disk when this returns. */
  public Kept keep(Content content) {
    return files.keep(content);
  }

  /** Keeps these bytes; they are on disk when this returns. */
  public Kept keep(byte[] bytes) {
    return files.keep(out -> out.write(bytes));
  }

  /** The bytes, to be closed by the caller; empty when they are not there (any more). */
  public Optional<InputStream> open(DocumentId id) {
    return files
        .open(id)
        .or(
            () ->
                shelves.stream()
                    .flatMap(shelf -> shelf.find(id).stream())
                    .findFirst()
                    .map(ByteArrayInputStream::new));
  }

  /** All bytes of a document. */
  public Optional<byte[]> read(DocumentId id) {
    return open(id)
        .map(
            stream -> {
              try (stream) {
                return stream.readAllBytes();
              } catch (IOException e) {
                throw unreadable(id, e);
              }
            });
  }

  /** The file of a large document. */
  Optional<Path> file(DocumentId id) {
    return files.find(id);
  }

  /** How a document begins, as text. */
  Optional<String> beginning(DocumentId id) {
    return open(id)
        .map(
            stream -> {
              try (stream) {
                return new String(stream.readNBytes(BEGINNING), StandardCharsets.UTF_8);
              } catch (IOException e) {
                throw unreadable(id, e);
              }
            });
  }

  private static UncheckedIOException unreadable(DocumentId id, IOException cause) {
    return new UncheckedIOException("the document " + id + " cannot be read", cause);
  }

  /** What was kept. */
  public record Kept(DocumentId id, long size) {}
}
