import { useState } from "preact/hooks";
import {
  listSent,
  readRules,
  saveRules,
  type AlertRule,
  type AlertRules,
} from "../../api/alerts.ts";
import { Frame } from "../../panels/frame/frame.tsx";
import { Icon } from "../../panels/parts/icon.tsx";
import { Empty, sentence, Trouble } from "../../panels/parts/messages.tsx";
import { toast } from "../../panels/parts/toasts.tsx";
import { useLoad } from "../../panels/parts/use-load.ts";
import { Address } from "./address.tsx";
import { RuleDialog } from "./rule-dialog.tsx";
import { RulesTable } from "./rules-table.tsx";
import { SentTable } from "./sent-table.tsx";

/** Who is told when runs stop, and what was told. */
export function Alerts() {
  const [loaded, again] = useLoad("rules", readRules);
  const [sent, sentAgain] = useLoad("sent", listSent);
  const [editing, setEditing] = useState<AlertRule | "new" | undefined>();
  const now = loaded.is === "here" ? loaded.value : undefined;

  const save = async (change: AlertRules, said: string) => {
    await saveRules(change);
    toast({ text: said });
    again();
    sentAgain();
  };
  const change = (rules: AlertRule[], said: string) => {
    if (now === undefined) return;
    save({ ...now, rules }, said).catch((problem: unknown) =>
      toast({ text: sentence(problem), failed: true }),
    );
  };

  return (
    <Frame here="alerts" title="Alerts" actions={<Add add={() => setEditing("new")} />}>
      <div class="column alerts">
        {loaded.is === "trouble" ? <Trouble problem={loaded.problem} again={again} /> : null}
        {now?.rules.length === 0 ? <NoneYet add={() => setEditing("new")} /> : null}
        {now === undefined || now.rules.length === 0 ? null : (
          <RulesTable rules={now.rules} edit={setEditing} change={change} />
        )}
        {now === undefined ? null : (
          <Address
            key={now.address}
            address={now.address}
            save={(address) => save({ ...now, address }, "Links lead there from now on.")}
          />
        )}
        <section class="alerts__told">
          <h2>Told so far</h2>
          {sent.is === "trouble" ? <Trouble problem={sent.problem} again={sentAgain} /> : null}
          {sent.is === "here" ? <SentTable items={sent.value.items} /> : null}
        </section>
      </div>
      {editing === undefined || now === undefined ? null : (
        <RuleDialog
          {...(editing === "new" ? {} : { existing: editing })}
          close={() => setEditing(undefined)}
          save={async (rule) => {
            const others = now.rules.filter(({ id }) => rule.id === undefined || id !== rule.id);
            const rules =
              rule.id === undefined
                ? [...others, rule]
                : now.rules.map((one) => (one.id === rule.id ? rule : one));
            await save({ ...now, rules }, `${rule.name} is kept.`);
            setEditing(undefined);
          }}
        />
      )}
    </Frame>
  );
}

function Add({ add }: { add: () => void }) {
  return (
    <button type="button" class="button button--main" onClick={add}>
      <Icon name="add" /> New rule
    </button>
  );
}

function NoneYet({ add }: { add: () => void }) {
  return (
    <Empty icon="alert" title="Nobody is told yet" actions={<Add add={add} />}>
      A rule says what is worth waking somebody: a step that stops, runs that fail, events that wait
      too long. It is told once for each cause, with a link to where it is mended.
    </Empty>
  );
}
