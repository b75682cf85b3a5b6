import { describe, expect, it } from "vitest";
import { nameRoom, placeBelow, placeLeaving, slotOn, type Thing } from "../../src/canvas/intents/places.ts";

const card = { x: 100, y: 100, width: 160, height: 64 };
const eventAt = ({ x, y }: { x: number; y: number }) => ({ x: x - 18, y: y - 18, width: 36, height: 36 });

describe("an event on a step's edge", () => {
  it("sits at the right, the next one beside it, until there is no room", () => {
    const events: ReturnType<typeof eventAt>[] = [];
    const places = [1, 2, 3, 4].map(() => {
      const place = slotOn(card, events, false);
      if (place !== undefined) events.push(eventAt(place));
      return place?.x;
    });

    expect(places).toEqual([230, 184, 138, undefined]);
    expect(slotOn(card, events, true)).toEqual({ x: 230, y: 100 });
  });
});

describe("a way that leaves an event", () => {
  const size = { width: 250, height: 64 };
  const leaving = (...things: Thing[]) => placeLeaving(card, [], size, [card, ...things]);

  it("begins below, right of the event's line, with room for its name", () => {
    expect(leaving()).toEqual({ at: { x: 230, y: 164 }, box: { x: 230 + nameRoom, y: 204, ...size } });
  });

  it("goes further down while a step or a flow is there", () => {
    expect(leaving({ x: 400, y: 220, width: 160, height: 64 }).box.y).toBeGreaterThanOrEqual(300);
    const flow = { x: 0, y: 0, width: 0, height: 0, waypoints: [{ x: 300, y: 230 }, { x: 700, y: 230 }] };
    expect(leaving(flow).box.y).toBeGreaterThanOrEqual(246);
  });

  it("goes up when a step stands right below", () => {
    const { at, box } = leaving({ x: 100, y: 190, width: 160, height: 64 });
    expect(at.y).toBe(100);
    expect(box.y).toBe(100 - 40 - 64);
  });
});

describe("a step beside another", () => {
  it("goes down until it covers nothing", () => {
    const wanted = { ...card, y: 200 };
    expect(placeBelow(wanted, [])).toEqual(wanted);
    expect(placeBelow(wanted, [{ ...card, y: 210 }]).y).toBe(300);
  });
});
