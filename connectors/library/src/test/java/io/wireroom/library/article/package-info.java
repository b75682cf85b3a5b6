/** The connectors against scripted peers. */
@NullMarked
package io.wireroom.library.article;

import org.jspecify.annotations.NullMarked;
