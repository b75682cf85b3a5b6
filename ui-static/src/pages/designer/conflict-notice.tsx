import { Icon } from "../../panels/parts/icon.tsx";
import { sentence } from "../../panels/parts/messages.tsx";
import { toast } from "../../panels/parts/toasts.tsx";
import type { Desk } from "./use-designer.ts";

/** The draft was changed in another window or by an import: a person says which one stays. */
export function ConflictNotice({ desk }: { desk: Desk }) {
  const attempt = (work: Promise<unknown>) => {
    work.catch((problem: unknown) => toast({ text: sentence(problem), failed: true }));
  };

  const takeTheirs = async () => {
    const mine = await desk.table?.text();
    await desk.table?.show(await desk.session.takeTheirs());
    if (mine === undefined) return;
    toast({
      text: "The other draft is open now.",
      action: {
        label: "Back to mine",
        act: () =>
          attempt(
            (desk.table?.show(mine) ?? Promise.resolve()).then(() => desk.session.changed(mine)),
          ),
      },
    });
  };

  return (
    <div class="notice is-waiting designer__conflict" role="alert">
      <Icon name="warning" />
      <div class="notice__body">
        <strong>This draft was also changed elsewhere</strong>
        <span>
          In another window, perhaps. Yours is on the table and kept in this browser; nothing is
          lost until you choose.
        </span>
      </div>
      <button
        type="button"
        class="button button--small"
        onClick={() => attempt(desk.session.keepMine())}
      >
        Keep mine
      </button>
      <button type="button" class="button button--small" onClick={() => attempt(takeTheirs())}>
        Open the other
      </button>
    </div>
  );
}
