/**
 * Who may call a webhook: one class per scheme, each over the raw bytes and before anything of the
 * body is parsed. What is missing, doubled or not understood is refused.
 */
@NullMarked
package io.wireroom.engine.trigger.auth;

import org.jspecify.annotations.NullMarked;
