/** The examples of {@code workflows/}: their files, and what their runs give. */
@NullMarked
package io.wireroom.engine.workflows;

import org.jspecify.annotations.NullMarked;
