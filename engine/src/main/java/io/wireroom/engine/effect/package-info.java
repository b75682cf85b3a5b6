/**
 * The effect ledger: what each step's call does outside, stored before it is sent and after it is
 * answered, so that it is not done twice. Blocks; virtual and worker threads only.
 */
@NullMarked
package io.wireroom.engine.effect;

import org.jspecify.annotations.NullMarked;
