/** Workflows: private drafts, published versions, and what publishing checks and compiles. */
@NullMarked
package io.wireroom.engine.workflow;

import org.jspecify.annotations.NullMarked;
