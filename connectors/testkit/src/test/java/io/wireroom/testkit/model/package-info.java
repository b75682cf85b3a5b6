/** Tests of the model server. */
@NullMarked
package io.wireroom.testkit.model;

import org.jspecify.annotations.NullMarked;
