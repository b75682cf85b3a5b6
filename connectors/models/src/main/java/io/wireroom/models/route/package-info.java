/** The table of models: which alias is served by which routes, and what is known of each. */
@NullMarked
package io.wireroom.models.route;

import org.jspecify.annotations.NullMarked;
