/** The one guarded door out: every outbound connection whose target data can choose. */
@NullMarked
package io.wireroom.net;

import org.jspecify.annotations.NullMarked;
