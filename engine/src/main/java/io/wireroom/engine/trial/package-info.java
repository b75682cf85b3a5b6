/** Trying one step of a drawing: its inputs, its connector and its results, without a run. */
@NullMarked
package io.wireroom.engine.trial;

import org.jspecify.annotations.NullMarked;
