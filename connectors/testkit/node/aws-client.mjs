// Asks a server what AWS's own client asks AWS, and prints what the client understood, as JSON. A
// field with a name that AWS does not have is not understood. Arguments: address, key id, secret.
import {
  BedrockRuntimeClient,
  ConverseCommand,
  ConverseStreamCommand,
  InvokeModelCommand,
  InvokeModelWithResponseStreamCommand,
} from "@aws-sdk/client-bedrock-runtime";
import {
  InvokeEndpointCommand,
  InvokeEndpointWithResponseStreamCommand,
  SageMakerRuntimeClient,
} from "@aws-sdk/client-sagemaker-runtime";

const [endpoint, accessKeyId, secretAccessKey] = process.argv.slice(2);
const settings = { endpoint, region: "eu-central-1", credentials: { accessKeyId, secretAccessKey }, maxAttempts: 1 };
const bedrock = new BedrockRuntimeClient(settings);
const sagemaker = new SageMakerRuntimeClient(settings);
const modelId = "eu.anthropic.claude-haiku-4-5-20251001-v1:0";
const messages = [{ role: "user", content: [{ text: "Hello" }] }];
const anthropic = JSON.stringify({
  anthropic_version: "bedrock-2023-05-31",
  max_tokens: 100,
  messages: [{ role: "user", content: "Hello" }],
});
const chat = (stream) => JSON.stringify({ messages: [{ role: "user", content: "Hello" }], ...(stream ? { stream } : {}) });
const text = (bytes) => new TextDecoder().decode(bytes);

const said = {};

const whole = await bedrock.send(new ConverseCommand({ modelId, messages }));
said.converse = { text: whole.output.message.content[0].text, stopReason: whole.stopReason, usage: whole.usage, metrics: whole.metrics };

const streamed = await bedrock.send(new ConverseStreamCommand({ modelId, messages }));
said.converseStream = { text: "" };
for await (const event of streamed.stream) {
  said.converseStream.role ??= event.messageStart?.role;
  said.converseStream.text += event.contentBlockDelta?.delta.text ?? "";
  said.converseStream.stopReason ??= event.messageStop?.stopReason;
  said.converseStream.usage ??= event.metadata?.usage;
}

const invoked = await bedrock.send(new InvokeModelCommand({ modelId, body: anthropic, contentType: "application/json" }));
said.invoke = JSON.parse(text(invoked.body));

const pieces = await bedrock.send(
  new InvokeModelWithResponseStreamCommand({ modelId, body: anthropic, contentType: "application/json" }),
);
said.invokeStream = [];
for await (const event of pieces.body) said.invokeStream.push(JSON.parse(text(event.chunk.bytes)));

const answered = await sagemaker.send(
  new InvokeEndpointCommand({ EndpointName: "my-endpoint", Body: chat(false), ContentType: "application/json" }),
);
said.endpoint = JSON.parse(text(answered.Body));

const parts = await sagemaker.send(
  new InvokeEndpointWithResponseStreamCommand({ EndpointName: "my-endpoint", Body: chat(true), ContentType: "application/json" }),
);
said.endpointStream = "";
for await (const event of parts.Body) said.endpointStream += text(event.PayloadPart.Bytes);

console.log(JSON.stringify(said));
