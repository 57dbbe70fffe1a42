import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { parse } from "smol-toml";
import { configJsonSchema, configSchema } from "../../src/config/schema.ts";
import { durationMs, settingSpecs } from "../../src/config/settings.ts";
import { placeKey, tomlPlaces } from "../../src/config/toml-places.ts";
import { walkTree } from "../../src/config/tree.ts";

const value = fc.oneof(
  fc.constantFrom(
    "",
    "a",
    "sql",
    "ts",
    "all",
    "5s",
    "0",
    "1x",
    "deny",
    "advisory",
    "{rev}",
    "x/{rev}",
    true,
    false,
    0,
    3,
    -1,
    1.5,
    null,
  ),
  fc.constantFrom([], ["a"], [""], [1], ["a", { drizzle: "x" }], [{ drizzle: "x", casing: "snake_case" }]),
  fc.constantFrom([{ command: ["a"] }], [{ command: [] }], [{ drizzle: "x", casing: "no" }], [{
    command: ["a"],
    x: 1,
  }]),
  fc.constantFrom({}, { a: "b" }, { "1a": "b" }, { a: 1 }, { url: "x" }, { ix: "y" }, { after_write: ["z"] }, { q: 1 }),
);
const key = fc.constantFrom(
  ...new Set(settingSpecs.map((spec) => spec.key.split(".")[0] ?? "")),
  "unknown",
  "lock_timout",
);
const section = fc.dictionary(key, value, { maxKeys: 3 });
const tree = fc.record({
  top: section,
  envs: fc.option(fc.dictionary(fc.constantFrom("a", "b"), section), { nil: undefined }),
})
  .map(({ top, envs }) => envs === undefined ? top : { ...top, env: envs });

test("reading and the schema agree on what is right", () => {
  const schema = configSchema();
  let right = 0;
  fc.assert(
    fc.property(tree, (one) => {
      const { success } = schema.safeParse(one);
      if (success) right++;
      assert.equal(walkTree(one, {}).sound, success, JSON.stringify(one));
    }),
    { numRuns: 3000 },
  );
  assert.ok(right > 100, `${right} of 3000 were right`);
});

test("defaults are right by their own schema", () => {
  for (const { key, fallback } of settingSpecs) {
    if (fallback === null) continue;
    const [table = "", name] = key.split(".");
    const one = name === undefined ? { [table]: fallback } : { [table]: { [name]: fallback } };
    assert.ok(configSchema().safeParse(one).success, key);
  }
});

test("the JSON Schema names every setting, with its default and what it is for", () => {
  const text = JSON.stringify(configJsonSchema());
  for (const { key, doc } of settingSpecs) {
    assert.ok(text.includes(`"${key.split(".").at(-1)}":`), key);
    assert.ok(text.includes(JSON.stringify(doc)), key);
  }
  assert.match(text, /"\$schema":"https:\/\/json-schema\.org\/draft\/2020-12\/schema"/);
  assert.match(text, /"additionalProperties":false/);
});

test("durations", () => {
  const cases: [string, number | null][] = [
    ["0", 0],
    ["5s", 5000],
    ["250ms", 250],
    ["1m30s", 90_000],
    ["1.5h", 5_400_000],
    ["", null],
    ["5", null],
    ["s", null],
    ["5 s", null],
    ["-5s", null],
    ["5d", null],
    ["9999h", null],
  ];
  for (const [text, ms] of cases) assert.equal(durationMs(text), ms, text);
});

test("keys are found where they stand, through strings, comments and brackets", () => {
  const text = `# a = 1
a = "x # y = 1"
b.c = '''
d = 1
''' # e
 "q r" = [ "]", # f = 1
  { g = 1 }, '[' ]
h = """\\""" i = 1
"""
[t."u v"]
j = { k = 1 }
[[l]]
m = 2024-01-01`;
  const found = Object.fromEntries(
    [...tomlPlaces(text)].map(([path, { line, column }]) => [path, `${line}:${column}`]),
  );
  assert.deepEqual(found, {
    [placeKey(["a"])]: "2:1",
    [placeKey(["b"])]: "3:1",
    [placeKey(["b", "c"])]: "3:1",
    [placeKey(["q r"])]: "6:2",
    [placeKey(["h"])]: "8:1",
    [placeKey(["t"])]: "10:1",
    [placeKey(["t", "u v"])]: "10:1",
    [placeKey(["t", "u v", "j"])]: "11:1",
    [placeKey(["l"])]: "12:1",
    [placeKey(["l", "m"])]: "13:1",
  });
  assert.deepEqual(Object.keys(parse(text)), ["a", "b", "q r", "h", "t", "l"]);
});

test("the page about the config has every setting with its default, and no other", () => {
  const page = readFileSync(new URL("../../docs/config.md", import.meta.url), "utf8");
  const rows = [...page.matchAll(/^\| `([a-z_.]+)`\s+\| .*? \| (?:–|`(.*?)`)\s+\| (.*?)\s*\|$/gm)].map((
    [, key, value, doc],
  ) => ({
    key,
    fallback: value === undefined ? null : JSON.parse(value),
    doc,
  }));
  assert.deepEqual(rows, settingSpecs.map(({ key, fallback, doc }) => ({ key, fallback, doc })));
});
