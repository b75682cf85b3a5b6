/** The history of runs: the broker's records come in, rows and changes come out. */
@NullMarked
package io.wireroom.engine.history;

import org.jspecify.annotations.NullMarked;
