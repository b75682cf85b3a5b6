/** The fault harness in two minutes, and that it can go red. */
@NullMarked
package io.wireroom.bench.faults;

import org.jspecify.annotations.NullMarked;
