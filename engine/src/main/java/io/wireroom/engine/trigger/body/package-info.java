/**
 * From a request's bytes to a value, strictly: what would be lost or changed on the way is refused
 * and said, never repaired.
 */
@NullMarked
package io.wireroom.engine.trigger.body;

import org.jspecify.annotations.NullMarked;
