import type { ElementTemplate } from "../../api/connectors.ts";
import type { ConnectorInfo, Model, Problem } from "../../api/types.ts";
import type { AddStep } from "../../canvas/add-step/index.ts";
import type { Recipe } from "../../canvas/add-step/entries.ts";
import type { CardRenderer } from "../../canvas/cards/card-renderer.ts";
import type { Comfort } from "../../canvas/comfort/index.ts";
import type { Catalogue } from "../../canvas/cards/catalogue.ts";
import type { Connections, KnownConnection, Testable } from "../../canvas/connections/connections.ts";
import { learnTemplates } from "../../canvas/connectors/usable-templates.ts";
import { fontsReady } from "../../canvas/looks.ts";
import type { Intents } from "../../canvas/intents/intents.ts";
import type { DesignerCanvas } from "../../canvas/designer-canvas.ts";
import type { CanvasElement } from "../../canvas/model.ts";
import type { SampleData } from "../../canvas/data/sample-data.ts";
import type { Fix, Found } from "../../canvas/lint/found.ts";
import type { LiveLint } from "../../canvas/lint/live-lint.ts";
import type { Mend } from "../../canvas/lint/mend.ts";
import type { LastRun } from "../../canvas/last-run/index.ts";
import type { Outline } from "../../canvas/outline/outline.ts";
import type { ProblemFlags } from "../../canvas/problems/index.ts";
import type { TryStep } from "../../canvas/try-step/index.ts";
import { InSight } from "./in-sight.ts";
import type { CommandStack, View } from "./table-parts.ts";
import { DrawnRun } from "./try/drawn-run.ts";
import { drawn } from "./open/undrawable.ts";

interface Elements {
  get(id: string): CanvasElement | undefined;
}

/** What the canvas asks the page for. */
type Requested = "connection.requested" | "form.requested" | "addStep.requested" | "help.requested" | "trial.requested";

/** A change reaches the local copy within this time. */
const noteAfter = 120;

/** The drawing table: bpmn-js's services by the words of the designer. */
export class Table {
  /** A run of what is drawn. */
  readonly run: DrawnRun;
  readonly inSight: InSight;
  /** Parts of the file that BPMN has no place for: the next save leaves them out. */
  lost: readonly string[] = [];
  readonly #modeler: DesignerCanvas;
  readonly #changed: (xml: string, name: string) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(modeler: DesignerCanvas, changed: (xml: string, name: string) => void) {
    this.#modeler = modeler;
    this.#changed = changed;
    this.run = new DrawnRun(modeler);
    this.inSight = new InSight(
      () => this.#view,
      () => this.#get<{ get(): unknown[] }>("selection").get().length > 0,
    );
    modeler.on("commandStack.changed", () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.handOver(), noteAfter);
    });
  }

  /** Answers the names of templates that cannot be used. */
  learn(connectors: ConnectorInfo[], models: Model[], templates: ElementTemplate[]): string[] {
    this.#get<Catalogue>("catalogue").learn(connectors, models);
    return learnTemplates(this.#get("elementTemplatesLoader"), this.#get("eventBus"), templates);
  }

  /** Draws a diagram; answers the workflow's name. Throws {@link Undrawable}. */
  async show(xml: string): Promise<string> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await fontsReady();
    this.lost = await drawn(this.#modeler, xml);
    this.inSight.begin();
    return this.name;
  }

  get name(): string {
    const root = this.#view.getRootElement().businessObject;
    return root.name ?? root.id;
  }

  /** What an element is called on the drawing; its id where it has no name. */
  nameOf(id: string): string {
    const name = this.#elements.get(id)?.businessObject.name?.replace(/\s+/g, " ").trim() ?? "";
    return name === "" ? id : name;
  }

  /** Hands a change over that has not been handed over yet. */
  async handOver(): Promise<void> {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#changed(await this.text(), this.name);
  }

  async text(): Promise<string> {
    const { xml } = await this.#modeler.saveXML({ format: true });
    return xml ?? "";
  }

  select(id: string): void {
    const element = this.#elements.get(id);
    if (element === undefined) return;
    this.#get<{ select(element: CanvasElement): void }>("selection").select(element);
    if (element !== this.#view.getRootElement()) this.#view.scrollToElement(element, 120);
  }

  has(id: string): boolean {
    return this.#elements.get(id) !== undefined;
  }

  flag(problems: readonly Problem[]): void {
    this.#get<ProblemFlags>("problemFlags").show(problems);
  }

  /** What the browser itself finds wrong with the drawing. */
  get lint(): LiveLint {
    return this.#get<LiveLint>("liveLint");
  }

  onProblems(act: (found: Found[]) => void): () => void {
    const listener = ({ problems }: { problems: Found[] }) => act(problems);
    this.#modeler.on("problems.found", listener);
    return () => this.#modeler.off("problems.found", listener);
  }

  mend(element: string, fix: Fix): void {
    this.#get<Mend>("mend").mend(element, fix);
  }

  get outline(): Outline {
    return this.#get<Outline>("stepOutline");
  }

  drag(event: Event, recipe: Recipe): void {
    this.#get<AddStep>("addStep").drag(event, recipe);
  }

  append(recipe: Recipe): void {
    this.#get<AddStep>("addStep").append(recipe);
    this.#view.focus();
  }

  /** What can be chosen wherever a step or a webhook needs credentials. */
  learnConnections(connections: readonly KnownConnection[], types: readonly Testable[]): void {
    this.#get<Connections>("connections").learn(connections, types);
  }

  /** The values of runs and requests that the panel shows beside its fields. */
  get sampleData(): SampleData {
    return this.#get<SampleData>("sampleData");
  }

  /** Something in the panel needs more room than there is. */
  onRequest<T>(topic: Requested, act: (request: T) => void): () => void {
    const listener = ({ request }: { request: T }) => act(request);
    this.#modeler.on(topic, listener);
    return () => this.#modeler.off(topic, listener);
  }

  get lastRun(): LastRun {
    return this.#get<LastRun>("lastRun");
  }

  get tryStep(): TryStep {
    return this.#get<TryStep>("tryStep");
  }

  get commands(): CommandStack {
    return this.#get<CommandStack>("commandStack");
  }

  get comfort(): Comfort {
    return this.#get<Comfort>("comfort");
  }

  onCommands(act: () => void): () => void {
    this.#modeler.on("commandStack.changed", act);
    return () => this.#modeler.off("commandStack.changed", act);
  }

  get intents(): Intents {
    return this.#get<Intents>("intents");
  }

  /** What is selected has changed, or what is there. */
  onChosen(act: () => void): () => void {
    const topics = ["selection.changed", "commandStack.changed"];
    this.#modeler.on(topics, act);
    return () => topics.forEach((topic) => this.#modeler.off(topic, act));
  }

  /** Every symbol of BPMN, by name. */
  showAllOfBpmn(): void {
    this.#get<{ triggerEntry(id: string, action: string, event: object): void }>("palette").triggerEntry(
      "create",
      "click",
      {},
    );
  }

  onSelection(act: (count: number) => void): void {
    this.#modeler.on("selection.changed", ({ newSelection }: { newSelection: CanvasElement[] }) => {
      act(newSelection.length);
      const [first] = newSelection;
      if (first !== undefined) this.inSight.uncover(first);
    });
  }

  showPlain(plain: boolean): void {
    this.#get<CardRenderer>("cardRenderer").showPlain(plain);
  }

  get #elements(): Elements {
    return this.#get<Elements>("elementRegistry");
  }

  get #view(): View {
    return this.#get<View>("canvas");
  }

  #get<T>(service: string): T {
    return this.#modeler.get(service);
  }
}
