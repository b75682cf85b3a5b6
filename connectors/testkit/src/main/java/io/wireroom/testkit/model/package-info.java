/**
 * A model server with a script: Bedrock, SageMaker, OpenAI, S3 and STS as they look on the wire.
 */
@NullMarked
package io.wireroom.testkit.model;

import org.jspecify.annotations.NullMarked;
