/** Runs for people: lists, details, live events, cancelling and repairing. */
@NullMarked
package io.wireroom.engine.monitor;

import org.jspecify.annotations.NullMarked;
