import { useEffect, useState } from "preact/hooks";
import { forgetFilter, saveFilter, savedFilters, type SavedFilter } from "../../api/saved-filters.ts";
import { Dialog } from "../../panels/parts/dialog.tsx";
import { Icon } from "../../panels/parts/icon.tsx";
import { Menu, type MenuItem } from "../../panels/parts/menu.tsx";
import { sentence } from "../../panels/parts/messages.tsx";
import { toast } from "../../panels/parts/toasts.tsx";
import { isPlain, queryOf, readFilter, type RunsFilter } from "./address.ts";

interface Props {
  filter: RunsFilter;
  change: (filter: RunsFilter) => void;
}

/** Filters under names of one's own. */
export function SavedMenu({ filter, change }: Props) {
  const [saved, setSaved] = useState<SavedFilter[]>([]);
  const [naming, setNaming] = useState(false);
  const read = () => {
    savedFilters().then(setSaved, (problem: unknown) => toast({ text: sentence(problem), failed: true }));
  };
  useEffect(read, []);

  const query = queryOf(filter);
  const now = saved.find((one) => queryOf(readFilter(one.query)) === query);
  const forget = async ({ name, query: kept }: SavedFilter) => {
    try {
      await forgetFilter(name);
      read();
      const undo = () => void saveFilter({ name, query: kept }).then(read);
      toast({ text: `“${name}” is forgotten.`, action: { label: "Undo", act: undo } });
    } catch (problem) {
      toast({ text: sentence(problem), failed: true });
    }
  };

  const items: MenuItem[] = saved.map((one) => ({
    icon: one === now ? "check" : "search",
    label: one.name,
    act: () => change(readFilter(one.query)),
  }));
  if (now !== undefined) {
    items.push({ icon: "trash", label: `Forget “${now.name}”`, act: () => void forget(now) });
  } else {
    items.push({
      icon: "add",
      label: "Save this filter…",
      disabled: isPlain(filter),
      ...(isPlain(filter) ? { help: "Narrow the list first." } : {}),
      act: () => setNaming(true),
    });
  }
  return (
    <>
      <Menu
        name="Saved filters"
        label={
          <>
            <Icon name="saved" size={14} /> <span class="saved__name">{now?.name ?? "Saved"}</span>
          </>
        }
        items={items}
      />
      {naming ? <NameDialog query={query} done={read} close={() => setNaming(false)} /> : null}
    </>
  );
}

function NameDialog(props: { query: string; done: () => void; close: () => void }) {
  const [name, setName] = useState("");
  const [problem, setProblem] = useState("");
  const save = async (event: Event) => {
    event.preventDefault();
    if (name.trim() === "") return setProblem("Give it a name.");
    try {
      await saveFilter({ name: name.trim(), query: props.query });
      props.done();
      props.close();
    } catch (trouble) {
      setProblem(sentence(trouble));
    }
  };
  return (
    <Dialog
      title="Save this filter"
      close={props.close}
      foot={
        <button type="submit" form="save-filter" class="button button--main">
          Save
        </button>
      }
    >
      <form id="save-filter" class="filter-form" onSubmit={(event) => void save(event)}>
        <label>
          Name
          <input
            class="input"
            maxLength={80}
            value={name}
            placeholder="Late orders"
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
        {problem === "" ? null : <p class="field__problem" role="alert">{problem}</p>}
      </form>
    </Dialog>
  );
}
