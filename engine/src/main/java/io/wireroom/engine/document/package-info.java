/**
 * Large values: bytes kept once, by what they are, and the references that travel in their place.
 */
@NullMarked
package io.wireroom.engine.document;

import org.jspecify.annotations.NullMarked;
