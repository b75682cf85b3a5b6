package io.wireroom.engine.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.opentest4j.TestAbortedException;

/**
 * A disk of a few megabytes at a folder; needs the right to mount, and skips the test otherwise.
 */
public final class SmallDisk implements AutoCloseable {
  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  public static SmallDisk mount(Path folder, int megabytes) {
    var line =
        List.of(
            "mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString());
    if (!done(line)) {
      throw new TestAbortedException("nothing can be mounted here: no test on a full disk");
    }
    return new SmallDisk(folder);
  }

  private static boolean done(List<String> line) {
    try {
      return new ProcessBuilder(line).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    if (!done(List.of("umount", folder.toString()))) {
      throw new IllegalStateException("cannot unmount " + folder);
    }
  }
}
