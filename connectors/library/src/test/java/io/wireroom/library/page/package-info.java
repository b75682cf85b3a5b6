/** The connectors against scripted peers. */
@NullMarked
package io.wireroom.library.page;

import org.jspecify.annotations.NullMarked;
