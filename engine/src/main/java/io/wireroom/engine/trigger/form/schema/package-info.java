/** Camunda's form JSON as a set of rules: what a submission must hold, whoever made it. */
@NullMarked
package io.wireroom.engine.trigger.form.schema;

import org.jspecify.annotations.NullMarked;
