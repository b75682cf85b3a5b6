/** Benchmarks: real processes, real sockets, medians, and a comparison in the same run. */
@NullMarked
package io.wireroom.bench;

import org.jspecify.annotations.NullMarked;
