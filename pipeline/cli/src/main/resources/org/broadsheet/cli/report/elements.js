"use strict";
/** Elements made of text alone: nothing that stands in a newspaper is ever read as HTML. */
const Elements = (() => {
  const find = (id) => document.getElementById(id);

  /** make("button", { type: "button", class: "go" }, "进入", other): a name beginning with "on" is a listener. */
  function make(tag, properties, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties ?? {})) {
      if (name.startsWith("on")) {
        element.addEventListener(name.slice(2), value);
      } else if (value !== false && value !== undefined) {
        element.setAttribute(name, value === true ? "" : value);
      }
    }
    element.append(...children.filter((child) => child !== undefined && child !== null && child !== ""));
    return element;
  }

  function fill(element, ...children) {
    element.replaceChildren(...children.filter((child) => child !== undefined && child !== null));
  }

  /** A colour of style.css: colour("ink"). */
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

  return { find, make, fill, colour };
})();
