package io.wireroom.engine.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The TCP addresses on which a process listens, as Linux tells them. */
final class ListeningSockets {
  private static final String LISTEN = "0A";
  private static final String LOOPBACK = "0100007F";
  private static final String LOOPBACK_MAPPED = "0000000000000000FFFF00000100007F";

  private ListeningSockets() {}

  static List<String> of(long pid) throws IOException {
    var mine = inodes(pid);
    var found = new ArrayList<String>();
    for (var table : List.of("tcp", "tcp6")) {
      for (var line : Files.readAllLines(Path.of("/proc", String.valueOf(pid), "net", table))) {
        var column = line.strip().split("\\s+");
        if (column.length > 9 && column[3].equals(LISTEN) && mine.contains(column[9])) {
          found.add(address(column[1]));
        }
      }
    }
    return found;
  }

  private static String address(String hex) {
    var parts = hex.split(":", 2);
    var loopback = parts[0].equals(LOOPBACK) || parts[0].equals(LOOPBACK_MAPPED);
    return (loopback ? "127.0.0.1" : parts[0]) + ":" + Integer.parseInt(parts[1], 16);
  }

  private static Set<String> inodes(long pid) throws IOException {
    var inodes = new HashSet<String>();
    try (var files = Files.list(Path.of("/proc", String.valueOf(pid), "fd"))) {
      for (var file : files.toList()) {
        try {
          var target = Files.readSymbolicLink(file).toString();
          if (target.startsWith("socket:[")) {
            inodes.add(target.substring(8, target.length() - 1));
          }
        } catch (IOException e) {
          // why: closed while we looked
        }
      }
    }
    return inodes;
  }
}
