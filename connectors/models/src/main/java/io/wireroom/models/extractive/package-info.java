/** Summaries, headlines and tags by counting words: deterministic, offline, no language model. */
@NullMarked
package io.wireroom.models.extractive;

import org.jspecify.annotations.NullMarked;
