/** FEEL as the broker speaks it, but screened and bounded: user text never runs for long. */
@NullMarked
package io.wireroom.engine.expression;

import org.jspecify.annotations.NullMarked;
