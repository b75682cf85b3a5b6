/**
 * Events on disk, and how each becomes exactly one run.
 *
 * <p>Threads: {@link io.wireroom.engine.trigger.inbox.Inbox} is called from event loops and returns
 * futures. One platform thread writes ({@code GroupCommit}), one virtual thread per workflow drains
 * a backlog ({@code Lane}); both may block.
 */
@NullMarked
package io.wireroom.engine.trigger.inbox;

import org.jspecify.annotations.NullMarked;
