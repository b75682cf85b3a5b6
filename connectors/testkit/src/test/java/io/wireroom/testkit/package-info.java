/** The testkit, tested. */
@NullMarked
package io.wireroom.testkit;

import org.jspecify.annotations.NullMarked;
