/** Chat completions as OpenAI has them and vLLM and many others copy them, through the door. */
@NullMarked
package io.wireroom.models.endpoint.openai;

import org.jspecify.annotations.NullMarked;
