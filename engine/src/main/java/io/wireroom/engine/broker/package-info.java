/** The embedded broker: unpacked once, started as a child process, watched, ended with us. */
@NullMarked
package io.wireroom.engine.broker;

import org.jspecify.annotations.NullMarked;
