/** The process engine as Zeebe, over gRPC; nothing else in Wireroom imports its client. */
@NullMarked
package io.wireroom.engine.process.zeebe;

import org.jspecify.annotations.NullMarked;
