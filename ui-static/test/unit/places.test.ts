import { describe, expect, it } from "vitest";
import { nameRoom, placeBelow, placeBeside, placeOnEdge } from "../../src/canvas/intents/places.ts";

const card = { x: 100, y: 100, width: 160, height: 64 };
const eventAt = ({ x, y }: { x: number; y: number }) => ({ x: x - 18, y: y - 18, width: 36, height: 36 });

describe("an event on a step's edge", () => {
  it("sits below at the right, the next one beside it, the fourth above", () => {
    const events: ReturnType<typeof eventAt>[] = [];
    const places = [1, 2, 3, 4].map(() => {
      const place = placeOnEdge(card, events);
      events.push(eventAt(place));
      return place;
    });

    expect(places.map(({ x }) => x)).toEqual([230, 184, 138, 230]);
    expect(places.map(({ above }) => above)).toEqual([false, false, false, true]);
  });
});

describe("a way that leaves an event", () => {
  const event = eventAt({ x: 230, y: 164 });
  const size = { width: 250, height: 64 };

  it("begins below, right of the event's line, with room for its name", () => {
    expect(placeBeside(event, card, size, [card])).toEqual({ x: 230 + nameRoom, y: 204, ...size });
  });

  it("goes further down while a step or a flow is there", () => {
    const step = { x: 400, y: 220, width: 160, height: 64 };
    expect(placeBeside(event, card, size, [card, step]).y).toBeGreaterThanOrEqual(300);
    const flow = { x: 0, y: 0, width: 0, height: 0, waypoints: [{ x: 300, y: 230 }, { x: 700, y: 230 }] };
    expect(placeBeside(event, card, size, [card, flow]).y).toBeGreaterThanOrEqual(246);
  });

  it("goes up from an event above", () => {
    const above = eventAt({ x: 230, y: 100 });
    expect(placeBeside(above, card, size, [card], true).y).toBe(100 - 40 - 64);
  });
});

describe("a step beside another", () => {
  it("goes down until it covers nothing", () => {
    const wanted = { ...card, y: 200 };
    expect(placeBelow(wanted, [])).toEqual(wanted);
    expect(placeBelow(wanted, [{ ...card, y: 210 }]).y).toBe(300);
  });
});
