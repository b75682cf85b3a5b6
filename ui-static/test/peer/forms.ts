import { ok, refuse, type Route } from "./answers.ts";

/** A form of a newsroom's readers, with one field of each kind that people meet most. */
export const tipForm = {
  path: "tip",
  form: {
    title: "Send us a tip",
    access: "public",
    thanks: "Thank you for the tip",
    schema: {
      type: "default",
      schemaVersion: 16,
      components: [
        { id: "a", type: "text", text: "Tell us what you saw. We **read everything**." },
        { id: "b", type: "textfield", key: "headline", label: "In one line", validate: { required: true } },
        { id: "c", type: "textarea", key: "story", label: "The story" },
        {
          id: "d",
          type: "select",
          key: "desk",
          label: "For which desk",
          values: [
            { label: "Harbour", value: "harbour" },
            { label: "City", value: "city" },
          ],
        },
        { id: "e", type: "number", key: "people", label: "How many people", validate: { min: 1 } },
        { id: "f", type: "datetime", subtype: "date", dateLabel: "When", key: "day" },
        { id: "g", type: "checkbox", key: "callBack", label: "You may call me back" },
        { id: "h", type: "button", action: "submit", label: "Send the tip" },
      ],
    },
  },
};

/** A form that brings no button of its own. */
const short = {
  ...tipForm.form,
  schema: {
    ...tipForm.form.schema,
    components: [
      { id: "a", type: "textfield", key: "headline", label: "In one line" },
      { id: "b", type: "textfield", key: "place", label: "Where" },
    ],
  },
};

export const formRoutes: Route[] = [
  ["GET", /^\/api\/forms\/([^/]+)$/, (_world, _ask, [path = ""]) =>
    path === tipForm.path
      ? ok(tipForm.form)
      : path === "short"
      ? ok(short)
      : refuse(404, "Not found", `No published workflow has the form ${path}.`)],
  ["POST", /^\/api\/forms\/([^/]+)$/, (world, ask) => {
    if (world.formRefusal !== undefined) return world.formRefusal;
    world.submissions.push(JSON.parse(ask.body) as object);
    return { status: 202, json: { eventId: "0198f3c1-77aa-7c1e-9d0e-5b1f7f0c0a12" } };
  }],
];
