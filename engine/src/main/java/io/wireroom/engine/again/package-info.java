/**
 * Running a run again, from its start or from any step: earlier steps are answered from what was
 * recorded, later ones run for real. Blocks; virtual and worker threads only.
 */
@NullMarked
package io.wireroom.engine.again;

import org.jspecify.annotations.NullMarked;
