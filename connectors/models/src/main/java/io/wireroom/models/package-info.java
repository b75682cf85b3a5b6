/** Language models seen without vendors: an alias is asked, a route answers. */
@NullMarked
package io.wireroom.models;

import org.jspecify.annotations.NullMarked;
