import { useCallback, useEffect, useState } from "preact/hooks";
import { ApiProblem } from "../../api/http.ts";
import type { Incident } from "../../api/repair.ts";
import { Frame } from "../../panels/frame/frame.tsx";
import { parameter } from "../../panels/frame/show.tsx";
import { Empty, Trouble } from "../../panels/parts/messages.tsx";
import { useLoad } from "../../panels/parts/use-load.ts";
import { OneIncident } from "./one-incident.tsx";
import { findIncident } from "./use-incident.ts";

interface Address {
  key: string;
  run: string | undefined;
}

/** The incident of the address. The next one of the same cause opens in place. */
export function IncidentPage() {
  const [address, setAddress] = useState(addressNow);

  useEffect(() => {
    const follow = () => setAddress(addressNow());
    addEventListener("popstate", follow);
    return () => removeEventListener("popstate", follow);
  }, []);

  const open = useCallback(({ key, runKey }: Incident) => {
    const query = new URLSearchParams({ key, run: runKey });
    history.pushState(null, "", `/incident?${query}`);
    setAddress(addressNow());
  }, []);

  return address === undefined ? (
    <Gone run={undefined} />
  ) : (
    <Found key={address.key} incidentKey={address.key} runKey={address.run} open={open} />
  );
}

function Found(props: { incidentKey: string; runKey: string | undefined; open: (incident: Incident) => void }) {
  const { incidentKey, runKey, open } = props;
  const [incident] = useLoad(incidentKey, () => findIncident(incidentKey, runKey));
  switch (incident.is) {
    case "loading":
      return (
        <Frame here="runs" title="Incident">
          <div class="column incident__skeletons" aria-busy="true">
            <span class="skeleton" />
            <span class="skeleton" />
            <span class="skeleton" />
          </div>
        </Frame>
      );
    case "here":
      return <OneIncident incident={incident.value} open={open} />;
    case "trouble":
      return incident.problem instanceof ApiProblem && incident.problem.status === 404 ? (
        <Gone run={runKey} />
      ) : (
        <Frame here="runs" title="Incident">
          <div class="column">
            <Trouble problem={incident.problem} />
          </div>
        </Frame>
      );
  }
}

function Gone({ run }: { run: string | undefined }) {
  return (
    <Frame here="runs" title="Incident">
      <Empty
        icon="done"
        title="There is nothing to mend here"
        actions={
          <a class="button button--main" href={run === undefined ? "/runs?status=failed" : `/run?key=${encodeURIComponent(run)}`}>
            {run === undefined ? "Runs that need repair" : "To the run"}
          </a>
        }
      >
        It was mended meanwhile, its run was cancelled, or the link is mistyped.
      </Empty>
    </Frame>
  );
}

function addressNow(): Address | undefined {
  const key = parameter("key");
  return key === undefined ? undefined : { key, run: parameter("run") };
}
