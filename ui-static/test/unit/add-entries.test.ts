import { describe, expect, it } from "vitest";
import type { ConnectorInfo } from "../../src/api/types.ts";
import { actions, choicesAmong } from "../../src/canvas/add-step/actions.ts";
import { addEntries } from "../../src/canvas/add-step/entries.ts";
import { findEntries, tellingWords } from "../../src/canvas/add-step/find-entries.ts";
import { connectors } from "../peer/connectors.ts";

const found = (text: string, more: ConnectorInfo[] = []) =>
  findEntries(addEntries([...connectors, ...more]), text).map(({ label }) => label);

const mailer: ConnectorInfo = {
  type: "wireroom:mail:1",
  name: "Mail",
  summary: "Talks to a mail server.",
  icon: "mail",
  kind: "action",
  response: "{}",
  errors: [],
  inputs: { type: "object", properties: { operation: { enum: ["sendLetter", "list-folders"] } } },
};

describe("the actions", () => {
  it("are nine, and each of them has a way", () => {
    expect(actions).toHaveLength(9);
    expect(choicesAmong(addEntries(connectors)).map(({ action }) => action.label)).toEqual([
      "When something arrives",
      "Do something",
      "Ask a model",
      "Decide",
      "For each",
      "Wait",
      "Ask a person",
      "Run another workflow",
      "End",
    ]);
  });

  it("leave out what there is no connector for", () => {
    expect(choicesAmong(addEntries([])).map(({ action }) => action.id)).not.toContain("model");
  });

  it("have each thing that can be added under an id of its own", () => {
    const ids = addEntries([...connectors, mailer]).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("looking for an action", () => {
  it.each([
    ["read a feed", "Read a feed"],
    ["rss", "Feed"],
    ["if else", "Yes or no"],
    ["approval", "Ask a person"],
    ["every week", "Schedule"],
    ["loop", "For each item"],
    ["pause", "Wait a while"],
    ["I want to send data", "Call an address"],
    ["read feeds", "Read a feed"],
  ])("finds %s first as %s", (text, label) => {
    expect(found(text)[0]).toBe(label);
  });

  it("finds each thing that a connector can do, by what people call it", () => {
    expect(found("send an email", [mailer])[0]).toBe("Mail: send letter");
    expect(found("list the folders", [mailer])).toEqual(["Mail: list folders"]);
    const [letter] = addEntries([mailer]).filter(({ label }) => label === "Mail: send letter");
    expect(letter?.recipe).toMatchObject({ name: "Send letter", inputs: { operation: "sendLetter" } });
  });

  it("finds nothing for what nothing does", () => {
    expect(found("brew coffee")).toEqual([]);
  });

  it("looks for the words that say something, and for all when none does", () => {
    expect(tellingWords("Send an e-mail to the desk")).toEqual(["send", "e", "mail", "desk"]);
    expect(tellingWords("to the")).toEqual(["to", "the"]);
  });
});
