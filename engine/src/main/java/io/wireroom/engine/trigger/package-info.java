/** What starts runs, and who waits for their answers. */
@NullMarked
package io.wireroom.engine.trigger;

import org.jspecify.annotations.NullMarked;
