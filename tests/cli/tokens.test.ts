import assert from "node:assert/strict";
import { test } from "node:test";
import { commands, globalOptions } from "../../src/cli/table/mod.ts";
import type { OptionSpec } from "../../src/cli/table/spec.ts";
import { tokens } from "../../src/cli/tokens.ts";

const all = new Map<string, OptionSpec>(globalOptions.map((option) => [option.name, option]));
for (const entry of commands) for (const option of entry.options) all.set(option.name, option);

test("tokens: what begins with a minus and a digit is a word, wherever it stands", () => {
  assert.deepEqual(tokens(["down", "-1", "-3:current", "--tag", "-2"], all), {
    words: ["down", "-1", "-3:current"],
    options: [{ name: "tag", rawName: "--tag", value: "-2" }],
  });
});

test("tokens: values after an equals sign, flags without one, and what stands behind two dashes", () => {
  assert.deepEqual(tokens(["up", "--tag=a=b", "--json", "lines", "--", "--tag"], all), {
    words: ["up", "lines", "--tag"],
    options: [
      { name: "tag", rawName: "--tag", value: "a=b" },
      { name: "json", rawName: "--json", value: undefined },
    ],
  });
});
