/** Run a connector in JUnit without an engine or a broker, against scripted peers. */
@NullMarked
package io.wireroom.testkit;

import org.jspecify.annotations.NullMarked;
