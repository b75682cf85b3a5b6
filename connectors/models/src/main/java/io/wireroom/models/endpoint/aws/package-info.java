/** Amazon Bedrock and Amazon SageMaker through the AWS SDK, on connections that the door judges. */
@NullMarked
package io.wireroom.models.endpoint.aws;

import org.jspecify.annotations.NullMarked;
