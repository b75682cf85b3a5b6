/**
 * The fault harness: source and sink in processes of their own, each with its own ledger, and the
 * product between them, which is killed again and again.
 */
@NullMarked
package io.wireroom.bench.faults;

import org.jspecify.annotations.NullMarked;
