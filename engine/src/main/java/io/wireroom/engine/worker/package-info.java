/** A job's life: bind the input, run the connector, turn its outcome into a verdict. */
@NullMarked
package io.wireroom.engine.worker;

import org.jspecify.annotations.NullMarked;
