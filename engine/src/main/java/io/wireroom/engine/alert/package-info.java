/**
 * Telling people that runs stopped or do not begin: once per cause, by a request or a handler
 * workflow. What is to be told is found in the store and kept there until it is delivered, so that
 * nothing is lost when the engine ends. Blocks; one virtual thread.
 */
@NullMarked
package io.wireroom.engine.alert;

import org.jspecify.annotations.NullMarked;
