"use strict";
/** The map by keyboard: arrows go to the next part in that direction, 回车 goes into it, Escape up again. A reader hears a list of the parts. */
const MapKeys = (() => {
  const WAYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
  /** How much further a step to the side is than one ahead. */
  const ASIDE = 2;
  const { find, make, fill } = Elements;
  let parts = [];
  let places = new Map();
  let act;
  let at;

  /** The parts that are on the map, in the order of the list; what they are called; where: [east, north]; what to do with them. */
  function show(shown, describe, centres, acts) {
    parts = shown.filter((part) => centres.has(part.code));
    places = centres;
    act = acts;
    at = parts.find((part) => part === Selection.region()) ?? parts.find((part) => part === at) ?? parts[0];
    fill(find("map-parts"), ...parts.map((part) => make("div", { id: idOf(part), role: "option", "aria-selected": String(part === Selection.region()) }, describe(part))));
    point();
  }

  const idOf = (part) => `part-${part.code}`;

  function point() {
    const keys = find("map-keys");
    if (at === undefined) {
      keys.removeAttribute("aria-activedescendant");
    } else {
      keys.setAttribute("aria-activedescendant", idOf(at));
    }
    act.point(isLookedAt() ? at : undefined);
  }

  const isLookedAt = () => find("map-keys").matches(":focus-visible");

  /** The part that lies next in a direction; none where the map ends. */
  function next([east, north]) {
    const [x, y] = places.get(at.code);
    let best;
    let least = Infinity;
    for (const part of parts) {
      const [dx, dy] = [places.get(part.code)[0] - x, places.get(part.code)[1] - y];
      const ahead = dx * east + dy * north;
      const far = ahead + ASIDE * Math.abs(dx * north + dy * east);
      if (ahead > 0 && far < least) {
        [best, least] = [part, far];
      }
    }
    return best;
  }

  /** One after the other, in the order of the list: so each is reached, wherever it lies. */
  function step(by) {
    return parts[parts.indexOf(at) + by];
  }

  function asked(key) {
    switch (key) {
      case "Home": return parts[0];
      case "End": return parts.at(-1);
      case "PageDown": return step(1);
      case "PageUp": return step(-1);
      default: return WAYS[key] && next(WAYS[key]);
    }
  }

  function pressed(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || at === undefined) {
      return;
    }
    if (event.key === "Enter" || event.key === " ") {
      act.open(at);
    } else if (event.key === "Escape" || event.key === "Backspace") {
      at = act.up() ?? at;
      point();
    } else if (event.key in WAYS || ["Home", "End", "PageDown", "PageUp"].includes(event.key)) {
      at = asked(event.key) ?? at;
      point();
    } else {
      return;
    }
    event.preventDefault();
  }

  function begin() {
    const keys = find("map-keys");
    keys.addEventListener("keydown", pressed);
    keys.addEventListener("focus", point);
    keys.addEventListener("blur", point);
  }

  return { begin, show };
})();
