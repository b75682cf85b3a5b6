/** Ask a model: {@code wireroom:chat:1}. */
@NullMarked
package io.wireroom.library.chat;

import org.jspecify.annotations.NullMarked;
