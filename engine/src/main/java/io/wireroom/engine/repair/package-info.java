/**
 * Mending runs: what stopped and why, trying again, cancelling, moving a run to another version,
 * ending and beginning steps. Each deed is audited. Event loop; what blocks goes through {@code
 * web.Blocking}.
 */
@NullMarked
package io.wireroom.engine.repair;

import org.jspecify.annotations.NullMarked;
