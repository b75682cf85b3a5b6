/** What tests of several areas share: a real broker and the paths of the build. */
@NullMarked
package io.wireroom.engine.testing;

import org.jspecify.annotations.NullMarked;
