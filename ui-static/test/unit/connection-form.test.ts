import { describe, expect, it } from "vitest";
import { changedFields, missing } from "../../src/panels/connection/connection-form.ts";
import { curlTo } from "../../src/run/curl.ts";
import { connections, types } from "../peer/connections.ts";

const typed = (rest = {}) => ({ name: "wire", type: "basic", fields: { user: "ada", password: "pssst" }, ...rest });

describe("a new connection", () => {
  it("is complete with a name and all that its type needs", () => {
    expect(missing(typed(), types, undefined, [])).toBeUndefined();
    expect(missing(typed({ name: "" }), types, undefined, [])).toContain("a name");
    expect(missing(typed({ name: "a b" }), types, undefined, [])).toContain("letters");
    expect(missing(typed(), types, undefined, ["wire"])).toContain("already");
    expect(missing(typed({ fields: { user: "ada" } }), types, undefined, [])).toContain("Password");
  });

  it("does not ask for what the type can do without", () => {
    expect(missing(typed({ type: "api-key", fields: { value: "k" } }), types, undefined, [])).toBeUndefined();
  });
});

describe("new values", () => {
  it("leave out what was not typed, so that it stays as it is stored", () => {
    const existing = connections().find(({ name }) => name === "wire-service");
    const change = typed({ name: "wire-service", fields: { user: "", password: "new one" } });

    expect(missing(change, types, existing, ["wire-service"])).toBeUndefined();
    expect(changedFields(change)).toEqual({ password: "new one" });
  });
});

describe("a command to copy", () => {
  it("survives quotes in the body", () => {
    expect(curlTo({ method: "POST", url: "http://h/hooks/a" }, `{"a":"it's"}`)).toBe(
      [
        "curl -X POST 'http://h/hooks/a'",
        "  -H 'content-type: application/json'",
        String.raw`  -d '{"a":"it'\''s"}'`,
      ].join(" \\\n"),
    );
  });

  it("shows where the sender's proof goes", () => {
    expect(curlTo({ method: "any", url: "http://h", auth: "bearer" }, "{}")).toContain("Bearer TOKEN");
    expect(curlTo({ method: "GET", url: "http://h" }, "{}")).toBe("curl -X GET 'http://h'");
  });
});
