/** The port to one endpoint, and its adapters: pure translators that decide no retry. */
@NullMarked
package io.wireroom.models.endpoint;

import org.jspecify.annotations.NullMarked;
