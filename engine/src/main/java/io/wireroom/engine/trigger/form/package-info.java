/** Forms that start runs: a page for people, a submission that is checked again on the server. */
@NullMarked
package io.wireroom.engine.trigger.form;

import org.jspecify.annotations.NullMarked;
