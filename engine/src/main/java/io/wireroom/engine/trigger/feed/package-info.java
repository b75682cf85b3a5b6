/**
 * Feeds that start runs: each is asked politely, each new entry becomes one event of the inbox.
 *
 * <p>Threads: one virtual thread waits for the next poll, each poll has one of its own; no event
 * loop.
 */
@NullMarked
package io.wireroom.engine.trigger.feed;

import org.jspecify.annotations.NullMarked;
