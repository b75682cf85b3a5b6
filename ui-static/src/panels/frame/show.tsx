import { render, type ComponentChild } from "preact";
import "../../styles/app.css";

/** Puts a page into its document. */
export function show(page: ComponentChild): void {
  const root = document.getElementById("page");
  if (root === null) throw new Error("the document has no #page");
  render(page, root);
}

/** The value of a query parameter, or undefined. */
export const parameter = (name: string): string | undefined =>
  new URLSearchParams(location.search).get(name) ?? undefined;
