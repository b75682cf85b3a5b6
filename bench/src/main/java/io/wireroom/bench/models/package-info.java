/** What the model layer costs, and what it is worth, against a server that answers by script. */
@NullMarked
package io.wireroom.bench.models;

import org.jspecify.annotations.NullMarked;
