import { called } from "../lint/called.ts";
import { conditionOf, isA, listOf, type ModdleObject } from "../model.ts";
import { readSentence } from "../sentences/read-sentence.ts";
import { comparesWith, words, type Clause } from "../sentences/sentence.ts";
import type { Part } from "./part.ts";
import { valueWords } from "./value-words.ts";

/** When a way out of a decision is taken. */
export function waySays(way: ModdleObject): Part[] {
  const source = way.get("sourceRef") as ModdleObject | undefined;
  const target = way.get("targetRef") as ModdleObject | undefined;
  const to: Part = target === undefined ? "on" : { text: called(target), element: target.id };
  const condition = conditionOf(way);
  if (source?.get("default") === way) return ["Goes on to ", to, " when no other way fits."];
  if (condition !== "") return ["Goes on to ", to, " when ", { text: conditionWords(condition), field: "condition" }, "."];
  if (source !== undefined && decides(source)) {
    return ["Goes on to ", to, " when ", { text: "which condition?", field: "condition", empty: true }];
  }
  return ["Goes on to ", to, "."];
}

/** Where a decision, a fork or a join leads. */
export function gatewaySays(gateway: ModdleObject): Part[] {
  const ways = listOf(gateway, "outgoing");
  if (ways.length < 2) return joins(gateway, listOf(gateway, "incoming").length);
  if (isA(gateway, "bpmn:ParallelGateway")) return ["Goes all ", String(ways.length), " ways at the same time: ", ...led(ways), "."];
  if (isA(gateway, "bpmn:EventBasedGateway")) return ["Waits, and goes the way of whatever comes first: ", ...led(ways), "."];
  const rest = gateway.get("default");
  const first = isA(gateway, "bpmn:InclusiveGateway") ? "Goes every way that fits: " : "Goes one way: ";
  const said = ways.flatMap((way, at): Part[] => {
    const target = way.get("targetRef") as ModdleObject | undefined;
    const to = { text: target === undefined ? "on" : called(target), element: way.id };
    const condition = conditionOf(way);
    const when: Part[] =
      way === rest
        ? [" otherwise"]
        : condition === ""
          ? [" when ", { text: "which condition?", element: way.id, empty: true }]
          : [" when ", { text: conditionWords(condition), element: way.id }];
    return [at === 0 ? "to " : "; to ", to, ...when];
  });
  return [first, ...said, "."];
}

function joins(gateway: ModdleObject, incoming: number): Part[] {
  const waits = isA(gateway, "bpmn:ParallelGateway") && incoming > 1;
  return [waits ? `Waits until all ${incoming} ways have come here, then goes on.` : "Ways come together here."];
}

const led = (ways: ModdleObject[]): Part[] =>
  ways.flatMap((way, at): Part[] => {
    const target = way.get("targetRef") as ModdleObject | undefined;
    const to = { text: target === undefined ? "on" : called(target), element: way.id };
    return at === 0 ? [to] : [at === ways.length - 1 ? " and " : ", ", to];
  });

const decides = (source: ModdleObject) => isA(source, "bpmn:ExclusiveGateway") || isA(source, "bpmn:InclusiveGateway");

/** “story.tags contains sport and …”; an expression as it is. */
export function conditionWords(feel: string): string {
  const sentence = readSentence(feel);
  return sentence === undefined ? valueWords(feel) : sentence.clauses.map(clauseWords).join(` ${sentence.join} `);
}

function clauseWords({ path, comparison, operand }: Clause): string {
  const right = comparesWith(comparison) && operand !== undefined ? (operand.is === "text" ? ` “${operand.text}”` : ` ${operand.text}`) : "";
  return `${path} ${words[comparison]}${right}`;
}
