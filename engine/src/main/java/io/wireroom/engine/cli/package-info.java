/** The command line: starting the product, and a client of its HTTP API. */
@NullMarked
package io.wireroom.engine.cli;

import org.jspecify.annotations.NullMarked;
