/** The contract that a connector author imports. JDK and Jackson only. */
@NullMarked
package io.wireroom.connector;

import org.jspecify.annotations.NullMarked;
