import { useEffect } from "preact/hooks";
import { useNews } from "../../panels/frame/use-news.ts";
import type { Desk } from "./use-designer.ts";

/** Shows the values of the workflow's runs and requests beside the fields, and follows new ones. */
export function useSampleData({ table, workflow, opening }: Desk): void {
  const here = opening.is === "here";

  useEffect(() => {
    if (here) table?.sampleData.of(workflow);
  }, [here, table, workflow]);

  useNews(["run", "inbox"], () => undefined, (news) => {
    const whose = news.kind === "run" ? news.run.workflow : news.kind === "inbox" ? news.event.workflow : undefined;
    if (whose === workflow) table?.sampleData.renew();
  });
}
