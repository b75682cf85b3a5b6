/** When timer starts fire: the broker decides, this computes what people see. */
@NullMarked
package io.wireroom.engine.trigger.schedule;

import org.jspecify.annotations.NullMarked;
