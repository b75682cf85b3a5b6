package io.wireroom.engine.document;

import io.wireroom.engine.document.Documents.Content;
import io.wireroom.engine.document.Documents.Kept;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code DATA/documents/ab/cdef…}: a file for each document, whole or not there at all.
 *
 * <p>A file's time says when it was kept last, so that what was just kept is not swept away before
 * anybody refers to it.
 */
public final class DocumentFiles {
  private static final Logger LOG = LoggerFactory.getLogger(DocumentFiles.class);
  private static final String UNFINISHED = ".part";

  private final Path folder;
  private final Clock clock;
  private final ReentrantLock placing = new ReentrantLock();

  public DocumentFiles(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
    try {
      Files.createDirectories(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    } catch (IOException e) {
      throw new UncheckedIOException("the documents' folder cannot be used: " + folder, e);
    }
  }

  Kept keep(Content content) {
    try {
      var part = Files.createTempFile(folder, "new-", UNFINISHED);
      try {
        var kept = write(content, part);
        place(part, file(kept.id()));
        return kept;
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a large value cannot be stored: " + e.getMessage(), e);
    }
  }

  private static Kept write(Content content, Path part) throws IOException {
    try (var channel = FileChannel.open(part, StandardOpenOption.WRITE);
        var out =
            new DigestOutputStream(
                new java.io.BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16),
                DocumentId.digest())) {
      content.writeTo(out);
      out.flush();
      channel.force(true);
      return new Kept(DocumentId.of(out.getMessageDigest()), channel.size());
    }
  }

  private void place(Path part, Path file) throws IOException {
    if (keptAgain(file)) {
      return;
    }
    Files.createDirectories(file.resolveSibling("."));
    Files.setLastModifiedTime(part, FileTime.from(clock.instant()));
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    force(file.resolveSibling(".").normalize());
    force(folder);
  }

  private boolean keptAgain(Path file) throws IOException {
    placing.lock(); // why around I/O: the sweep must not remove it between our look and our touch
    try {
      if (!Files.exists(file)) {
        return false;
      }
      Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
      return true;
    } finally {
      placing.unlock();
    }
  }

  // why: a rename is on disk only when its folder is
  private static void force(Path directory) throws IOException {
    try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  Optional<Path> find(DocumentId id) {
    return Optional.of(file(id)).filter(Files::isRegularFile);
  }

  Optional<InputStream> open(DocumentId id) {
    try {
      return Optional.of(Files.newInputStream(file(id)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("the document " + id + " cannot be read", e);
    }
  }

  /**
   * Removes the documents that were kept before {@code oldest} and that nobody needs; and what a
   * killed process left unfinished. Returns how many went.
   */
  public int sweep(Instant oldest, Predicate<DocumentId> needed) {
    var gone = 0;
    try (var files = Files.walk(folder, 2)) {
      for (var file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        gone += isOld(file, oldest) && remove(file, oldest, needed) ? 1 : 0;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the documents cannot be swept", e);
    }
    if (gone > 0) {
      LOG.info("documents removed count={}", gone);
    }
    return gone;
  }

  private static boolean isOld(Path file, Instant oldest) throws IOException {
    return Files.getLastModifiedTime(file).toInstant().isBefore(oldest);
  }

  private boolean remove(Path file, Instant oldest, Predicate<DocumentId> needed)
      throws IOException {
    if (id(file).filter(needed).isPresent()) {
      return false;
    }
    placing.lock();
    try {
      return isOld(file, oldest) && Files.deleteIfExists(file);
    } finally {
      placing.unlock();
    }
  }

  private Path file(DocumentId id) {
    return folder.resolve(id.hex().substring(0, 2)).resolve(id.hex().substring(2));
  }

  private Optional<DocumentId> id(Path file) {
    var name = folder.relativize(file).toString().replace(File.separator, "");
    return DocumentId.of("sha256-" + name);
  }
}
