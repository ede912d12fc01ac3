// The element in other people's pages: several at once, moved about, removed, and under hostile style rules.
import assert from "node:assert/strict";
import { test } from "node:test";
import { world } from "../support/chromium.mjs";
import { hosts } from "../support/hosts.mjs";
import * as journey from "../support/journey.mjs";
import { sideways, steps, until, Widget } from "../support/widget.mjs";

const here = world({ serve: { answer: hosts } });
const both = async () => {
  const page = await here.open("two.html");
  const [one, two] = ["#one", "#two"].map((id) => new Widget(page, page.locator(id)));
  await one.ready();
  await two.ready();
  return { page, one, two };
};

test("two on one page: own answers, own ids, own steps", async () => {
  const { page, one, two } = await both();
  await one.next();
  await journey.say(one);
  await one.go("Weigh up");
  await journey.weigh(one, { first: journey.first, points: { "Cancer that spreads": 30 } });
  await two.at("About");
  await two.go("What matters");
  assert.equal(await two.root.getByRole("textbox", { name: "What matters most to you?" }).inputValue(), "");
  await two.go("Weigh up");
  assert.equal(await two.root.getByRole("radio", { checked: true }).count(), 0);
  await one.at("Weigh up");
  assert.equal(await journey.pointsOf(one, "Cancer that spreads"), 30);

  for (const [step] of steps) {
    await one.go(step);
    await two.go(step);
    const ids = await page.evaluate(() => ["one", "two"].map((id) => {
      const inside = document.getElementById(id).shadowRoot;
      return {
        ids: [...inside.querySelectorAll("[id]")].map((each) => each.id),
        names: [...new Set([...inside.querySelectorAll("input[type=radio]")].map((each) => each.name))],
        lost: [...inside.querySelectorAll("[aria-labelledby], [aria-describedby], [aria-controls], label[for]")].flatMap((each) =>
          ["aria-labelledby", "aria-describedby", "aria-controls", "for"].flatMap((name) => (each.getAttribute(name) ?? "").split(name === "for" ? /$/ : " ").filter(Boolean)))
          .filter((wanted) => /\s/.test(wanted) || !inside.getElementById(wanted)),
      };
    }));
    const [a, b] = ids;
    assert.equal(new Set(a.ids).size, a.ids.length, `${step}: an id stands once`);
    assert.deepEqual(a.ids.filter((id) => b.ids.includes(id)), [], `${step}: no id is shared`);
    assert.deepEqual(a.names.filter((name) => b.names.includes(name)), [], `${step}: no group of radios is shared`);
    assert.deepEqual(a.lost, [], `${step}: every reference leads somewhere`);
  }
});

test("moved in the page, it keeps its answers and its step", async () => {
  const { page, one } = await both();
  await one.next();
  await journey.say(one);
  await page.evaluate(() => document.getElementById("elsewhere").append(document.getElementById("one")));
  await one.at("What matters");
  const [label, text] = Object.entries(journey.words)[0];
  assert.equal(await one.root.getByRole("textbox", { name: label }).inputValue(), text);
  await one.next();
  await one.go("What matters");
  assert.equal(await one.root.getByRole("textbox", { name: label }).inputValue(), text, "and it still works");
});

test("removed and put back many times, it leaves nothing behind", async () => {
  const page = await here.open("plain.html");
  await new Widget(page, page.locator("#one")).ready();
  const devtools = await page.context().newCDPSession(page);
  const measure = async () => {
    await devtools.send("HeapProfiler.collectGarbage");
    await devtools.send("HeapProfiler.collectGarbage");
    const { documents, nodes, jsEventListeners } = await devtools.send("Memory.getDOMCounters");
    return { documents, nodes, listeners: jsEventListeners };
  };
  // Handed over as text: a request has a time limit of its own that outlives the element.
  await page.evaluate(async () => { window.aid = await (await fetch("/aids/prostate-localised.json")).text(); });
  const cycle = async (times) => {
    for (let run = 0; run < times; run += 1) {
      await page.evaluate(() => {
        document.getElementById("one")?.remove();
        const fresh = document.createElement("weighup-aid");
        fresh.id = "one";
        fresh.aid = window.aid;
        document.body.append(fresh);
      });
      await new Widget(page, page.locator("#one")).ready();
    }
    await page.evaluate(() => document.getElementById("one").remove());
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    return measure();
  };
  const few = await cycle(3);
  const many = await cycle(12);
  console.log(`nodes and listeners after 3 and 15 removals: ${JSON.stringify(few)} ${JSON.stringify(many)}`);
  // Yew keeps the root and its two listeners of a destroyed app; what was inside it is gone.
  assert.ok(many.nodes - few.nodes <= 12 * 2, `nodes stay: ${few.nodes}, then ${many.nodes}`);
  assert.ok(many.listeners - few.listeners <= 12 * 3, `listeners stay: ${few.listeners}, then ${many.listeners}`);
  assert.deepEqual(page.log.errors, []);
});

test("added and taken away at once, it neither fails nor complains", async () => {
  const page = await here.open("plain.html");
  await new Widget(page, page.locator("#one")).ready();
  await page.evaluate(() => {
    for (let run = 0; run < 5; run += 1) {
      const brief = document.createElement("weighup-aid");
      brief.setAttribute("src", "/aids/prostate-localised.json");
      document.body.append(brief);
      brief.remove();
    }
  });
  await new Widget(page, page.locator("#one")).go("Compare");
  assert.deepEqual(page.log.errors, []);
});

/** Computed style of every element inside, in order, without what depends on the room there is. */
const computed = (widget) => widget.root.evaluate((host) => {
  const kept = ["fontSize", "fontWeight", "fontStyle", "fontFamily", "lineHeight", "letterSpacing", "wordSpacing", "textTransform", "color",
    "backgroundColor", "display", "boxSizing", "paddingTop", "paddingLeft", "marginTop", "borderTopWidth", "borderTopColor", "textAlign", "visibility"];
  return [...host.shadowRoot.querySelectorAll(".weighup, .weighup *")].map((each) => {
    const style = getComputedStyle(each);
    return [`${each.tagName}.${each.getAttribute("class") ?? ""}`, ...kept.map((name) => `${name}: ${style[name]}`)];
  });
});

test("a page with a 62.5 % root and style rules for everything changes nothing inside", async () => {
  const [plain, hostile] = await Promise.all(["plain.html", "hostile.html"].map(async (path) => {
    const page = await here.open(path);
    return new Widget(page, page.locator("#one")).ready();
  }));
  for (const [step] of steps) {
    const [a, b] = await Promise.all([plain, hostile].map(async (widget) => {
      await widget.go(step);
      return computed(widget);
    }));
    assert.equal(a.length, b.length, step);
    const changed = a.flatMap((line, at) => line.filter((part, k) => part !== b[at][k]).map((part) => `${line[0]} ${part}, not ${b[at][line.indexOf(part)]}`));
    assert.deepEqual([...new Set(changed)].slice(0, 12), [], step);
  }
});

test("in a narrow column of a wide page it folds to the room it has", async () => {
  const page = await here.open("plain.html");
  const widget = await new Widget(page, page.locator("#one")).ready();
  const columns = (name) => widget.heading(name, 3).first().evaluate((h) => Math.round(h.getBoundingClientRect().left));
  await widget.pictures();
  assert.ok((await columns("Surgery")) > (await columns("Active monitoring")) + 50, "side by side in a wide page");
  await widget.root.evaluate((host) => { host.style.display = "block"; host.style.width = "320px"; });
  await until(async () => (await columns("Surgery")) === (await columns("Active monitoring")), "options one under another");
  for (const [step] of steps) {
    await widget.go(step);
    const wide = await widget.root.evaluate((host) => host.scrollWidth);
    assert.ok(wide <= 322, `${step}: ${wide} px wide in a column of 320`);
  }
});

test("the demonstration host page holds the whole path at 320 and 1280 px", async (t) => {
  const found = await fetch(`${here.site.url}host/riverside.html`);
  if (!found.ok) return t.skip("no demonstration host page in this build");
  for (const width of [320, 1280]) {
    const page = await here.open("host/riverside.html", { viewport: { width, height: 800 } });
    const widget = await new Widget(page).ready();
    for (const [step] of steps) {
      await widget.go(step);
      assert.deepEqual(await sideways(page), [], `${step} at ${width} px`);
    }
    assert.deepEqual([page.log.errors, page.log.outside], [[], []]);
  }
  return undefined;
});

test("the page may set any of the widget's custom properties, in every theme", async () => {
  const page = await here.open("own-colours.html");
  const widget = await new Widget(page).ready();
  const colour = () => widget.root.getByRole("button", { name: /^Next: / }).evaluate((button) => getComputedStyle(button).backgroundColor);
  for (const theme of ["", "dark", "nhs", "high-contrast"]) {
    await widget.root.evaluate((host, theme) => { host.theme = theme; }, theme);
    await until(async () => (await colour()) === "rgb(90, 45, 129)", `the page's colour in the theme “${theme}”`);
  }
});

test("a theme changes the colours of a page that sets none", async () => {
  const page = await here.open("plain.html");
  const widget = await new Widget(page).ready();
  const paper = () => widget.root.evaluate((host) => getComputedStyle(host.shadowRoot.querySelector(".wu-card")).backgroundColor);
  const light = await paper();
  await widget.root.evaluate((host) => { host.theme = "dark"; });
  await until(async () => (await paper()) !== light, "dark cards");
});
