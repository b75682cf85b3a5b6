/** What the history of runs costs: throughput, records stored per second, bytes per run. */
@NullMarked
package io.wireroom.bench.history;

import org.jspecify.annotations.NullMarked;
