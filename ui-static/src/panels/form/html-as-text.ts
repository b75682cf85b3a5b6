import { MarkdownRenderer } from "@bpmn-io/form-js-viewer";

/** Texts of a form with values of a run in them, which may be anybody's: their HTML stays text. */
class MarkdownWithoutHtml extends MarkdownRenderer {
  override render(markdown: string): string {
    return super.render(markdown.replaceAll("<", "&lt;"));
  }
}

export const htmlAsText = { markdownRenderer: ["type", MarkdownWithoutHtml] };
