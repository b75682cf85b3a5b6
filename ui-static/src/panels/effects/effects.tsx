import type { Effect } from "../../api/repair.ts";
import { Icon, type IconName } from "../parts/icon.tsx";
import { When } from "../parts/time.tsx";
import { Unsure } from "./unsure.tsx";

const shown: Record<Effect["state"], { icon: IconName; word: string; look: string; help: string }> = {
  intended: { icon: "clock", word: "About to", look: "running", help: "It is written down, and not sent yet." },
  sent: { icon: "sent", word: "Sent", look: "running", help: "It is on its way; the answer is not here yet." },
  confirmed: { icon: "done", word: "Confirmed", look: "completed", help: "The other side answered." },
  unknown: { icon: "help", word: "Not known", look: "waiting", help: "It was sent, and the answer never came." },
  refused: { icon: "ban", word: "Refused", look: "cancelled", help: "The other side did not do it." },
};

interface Props {
  effects: readonly Effect[];
  changed: () => void;
  /** Say at which step, where they are of many. */
  choose?: (what: { step: string }) => void;
}

/** What was changed outside of the workflow: each call once, with how far it came. */
export function Effects({ effects, changed, choose }: Props) {
  return (
    <ul class="effects">
      {effects.map((effect) => {
        const { icon, word, look, help } = shown[effect.state];
        return (
          <li key={effect.key} class="effects__one">
            <div class="effects__line">
              <span class={`status is-${look}`} title={help}>
                <Icon name={icon} size={14} /> {word}
              </span>
              <span class="effects__what">
                {effect.method == null ? null : <code>{effect.method} </code>}
                <code>{effect.target ?? effect.connector}</code>
              </span>
              <span class="soft small effects__time">
                <When time={effect.sentAt ?? effect.intendedAt} />
              </span>
            </div>
            {choose === undefined ? null : (
              <button type="button" class="effects__step" onClick={() => choose({ step: effect.stepId })}>
                {effect.name}
              </button>
            )}
            {effect.summary == null || effect.summary === "" ? null : (
              <p class="soft small effects__summary">{effect.summary}</p>
            )}
            {effect.state === "unknown" ? <Unsure effect={effect} changed={changed} /> : null}
          </li>
        );
      })}
    </ul>
  );
}
