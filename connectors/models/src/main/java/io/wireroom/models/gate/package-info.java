/**
 * What stands before each route: how many requests it takes now, who is next in line, whether it is
 * left alone for a while, and what was measured of it. Memory only; nothing here waits for I/O.
 */
@NullMarked
package io.wireroom.models.gate;

import org.jspecify.annotations.NullMarked;
