/** The HTTP front: routes, errors, static files, health. */
@NullMarked
package io.wireroom.engine.web;

import org.jspecify.annotations.NullMarked;
