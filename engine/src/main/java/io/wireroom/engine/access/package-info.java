/** Who may do what: sessions, tokens, roles, the audit trail. */
@NullMarked
package io.wireroom.engine.access;

import org.jspecify.annotations.NullMarked;
