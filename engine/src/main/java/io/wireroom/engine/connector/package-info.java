/** The connectors that there are, and how the designer and the API show them. */
@NullMarked
package io.wireroom.engine.connector;

import org.jspecify.annotations.NullMarked;
