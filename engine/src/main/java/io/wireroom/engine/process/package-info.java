/** The port to the process engine: deploy, start, work, cancel. No vendor's type passes it. */
@NullMarked
package io.wireroom.engine.process;

import org.jspecify.annotations.NullMarked;
