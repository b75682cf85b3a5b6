/** The feed connector: RSS, RDF and Atom, read as hostile text. */
@NullMarked
package io.wireroom.library.feed;

import org.jspecify.annotations.NullMarked;
