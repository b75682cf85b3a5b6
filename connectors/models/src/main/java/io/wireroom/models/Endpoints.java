package io.wireroom.models;

import io.wireroom.models.endpoint.Endpoint;
import io.wireroom.models.endpoint.LocalExtractiveEndpoint;
import io.wireroom.models.endpoint.Speaker;
import io.wireroom.models.endpoint.SpokenEndpoint;
import io.wireroom.models.endpoint.aws.AsyncSageMakerSpeaker;
import io.wireroom.models.endpoint.aws.AwsClients;
import io.wireroom.models.endpoint.aws.BedrockConverseSpeaker;
import io.wireroom.models.endpoint.aws.BedrockInvokeSpeaker;
import io.wireroom.models.endpoint.aws.SageMakerSpeaker;
import io.wireroom.models.endpoint.openai.EmbeddingSpeaker;
import io.wireroom.models.endpoint.openai.OpenAiSpeaker;
import io.wireroom.models.route.Route;
import io.wireroom.net.Door;
import java.time.InstantSource;

/** Makes the endpoint of a route; the clients of all routes are shared and closed here. */
public final class Endpoints implements AutoCloseable {
  private final Door door;
  private final AwsClients aws;
  private final InstantSource clock;

  public Endpoints(Door door, InstantSource clock) {
    this.door = door;
    this.aws = new AwsClients(door, clock);
    this.clock = clock;
  }

  /** A new endpoint for the route. */
  public Endpoint of(Route route) {
    return switch (route.adapter()) {
      case OPENAI -> spoken(route, new OpenAiSpeaker(route, door, clock));
      case OPENAI_EMBEDDINGS -> spoken(route, new EmbeddingSpeaker(route, door, clock));
      case BEDROCK_CONVERSE -> spoken(route, new BedrockConverseSpeaker(route, aws));
      case BEDROCK_INVOKE -> spoken(route, new BedrockInvokeSpeaker(route, aws));
      case SAGEMAKER -> spoken(route, new SageMakerSpeaker(route, aws));
      case SAGEMAKER_ASYNC -> spoken(route, new AsyncSageMakerSpeaker(route, aws));
      case LOCAL_EXTRACTIVE -> new LocalExtractiveEndpoint();
    };
  }

  private Endpoint spoken(Route route, Speaker speaker) {
    return new SpokenEndpoint(route, speaker, clock);
  }

  @Override
  public void close() {
    aws.close();
  }
}
