/** The application: {@link io.wireroom.engine.Application} puts the parts together. */
@NullMarked
package io.wireroom.engine;

import org.jspecify.annotations.NullMarked;
