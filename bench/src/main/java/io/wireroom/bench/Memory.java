package io.wireroom.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Resident memory, as Linux counts it. */
final class Memory {
  private Memory() {}

  static long resident(long pid) throws IOException {
    for (var line : Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
      }
    }
    throw new IOException("no VmRSS of process " + pid);
  }
}
