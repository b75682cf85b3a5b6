package io.wireroom.bench;

import java.nio.file.Path;

/** One benchmark. */
@FunctionalInterface
public interface Measurement {
  /** Measures for about as long as the options say. */
  Report run(Path home, Options options) throws Exception;
}
