import type { ModelNow, RouteNow, Times } from "../../api/models.ts";
import { Icon, type IconName } from "../../panels/parts/icon.tsx";
import { costWords } from "../../run/costs.ts";
import { causeWords, milliseconds, routeWords, standingOf, type Standing } from "../../run/model-words.ts";

export function RoutesTable({ model }: { model: ModelNow }) {
  return (
    <div class="models__table" tabIndex={0} role="region" aria-label={`Routes of ${model.alias}, as a table`}>
      <table class="table" aria-label={`Routes of ${model.alias}`}>
        <thead>
          <tr>
            <th>Route</th>
            <th>Now</th>
            <th class="is-number" title="Under way, of how many at one time">Under way</th>
            <th class="is-number">In line</th>
            <th class="is-number" title="Half of the answers, and 95 of 100, of the last minutes">First word</th>
            <th class="is-number" title="Half of the answers, and 95 of 100, of the last minutes">Per token</th>
            <th class="is-number" title="Half of the answers, and 95 of 100, of the last minutes">Answer</th>
            <th class="is-number">Answers</th>
            <th class="is-number">Cost</th>
          </tr>
        </thead>
        <tbody>
          {model.routes.map((route, at) => (
            <Row key={route.name} route={route} shadow={model.policy === "shadow" && at === model.routes.length - 1} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ route, shadow }: { route: RouteNow; shadow: boolean }) {
  const { load, speed, spent } = route;
  const troubles = causeWords(route.causes);
  return (
    <tr>
      <td>
        <div class="models__route">
          <strong>{route.name}</strong>
          {shadow ? <span class="tag">shadow</span> : null}
          <span class="soft small">{routeWords(route)}</span>
          {troubles === "" ? null : <span class="small models__troubles">{troubles}</span>}
        </div>
      </td>
      <td>
        <Standing state={route.state} />
      </td>
      <td class="is-number">
        {load.inFlight} <span class="faint">of {load.limit}</span>
      </td>
      <td class="is-number">{load.waiting}</td>
      <Speed times={speed.firstToken} />
      <Speed times={speed.perToken} />
      <Speed times={speed.answer} />
      <td class="is-number">{spent.answers}</td>
      <td class="is-number">
        <Cost spent={spent} />
      </td>
    </tr>
  );
}

const look: Record<Standing, [IconName, string]> = {
  ready: ["done", "is-completed"],
  busy: ["waiting", "is-waiting"],
  missing: ["failed", "is-failed"],
  unknown: ["help", ""],
};

function Standing({ state }: { state: string }) {
  const [standing, words] = standingOf(state);
  const [icon, status] = look[standing];
  return (
    <span class={`status ${status}`}>
      <Icon name={icon} size={14} />
      {words}
    </span>
  );
}

function Speed({ times }: { times: Times }) {
  if (times.count === 0) return <td class="is-number faint">–</td>;
  return (
    <td class="is-number" title={`${times.count} measured; 99 of 100 within ${milliseconds(times.p99)}`}>
      {milliseconds(times.p50)} <span class="faint">{milliseconds(times.p95)}</span>
    </td>
  );
}

/** Unknown is never shown as nothing. */
function Cost({ spent }: { spent: RouteNow["spent"] }) {
  if (spent.answers === 0 && spent.costUnknown === 0) return <span class="faint">–</span>;
  if (spent.costUnknown === 0) return <>{costWords(spent.cost)}</>;
  return (
    <span title={`The cost of ${spent.costUnknown} is not known: no price is set for them.`}>
      {spent.cost === 0 ? "unknown" : `${costWords(spent.cost)} + unknown`}
    </span>
  );
}
