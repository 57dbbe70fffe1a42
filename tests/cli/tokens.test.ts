import assert from "node:assert/strict";
import { test } from "node:test";
import { parseArgs } from "node:util";
import fc from "fast-check";
import { commands, globalOptions } from "../../src/cli/table/mod.ts";
import type { OptionSpec } from "../../src/cli/table/spec.ts";
import { tokens, type Words } from "../../src/cli/tokens.ts";

const all = new Map<string, OptionSpec>(globalOptions.map((option) => [option.name, option]));
for (const entry of commands) for (const option of entry.options) all.set(option.name, option);

/** The same by the platform's parser. */
function byPlatform(argv: readonly string[]): Words {
  const options = Object.fromEntries([...all.values()].map((option) => {
    const type = option.kind === "flag" || option.kind === "optional" ? "boolean" as const : "string" as const;
    return [option.name, { type, ...(option.short === undefined ? {} : { short: option.short }) }];
  }));
  const parsed = parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true });
  return {
    words: parsed.tokens.flatMap((token) => token.kind === "positional" ? [token.value] : []),
    options: parsed.tokens.flatMap((token) =>
      token.kind === "option" ? [{ name: token.name, rawName: token.rawName, value: token.value }] : []
    ),
  };
}

const long = [...all.keys()].flatMap((name) => [`--${name}`, `--${name}=v`, `--${name}=`]);
const letters = [...all.values()].flatMap(({ short }) => short === undefined ? [] : [short]);
const word = fc.oneof(
  fc.constantFrom("up", "+1", "-", "--", "--nothing", "--nothing=1", "---", "--=x", "a=b", "é", ""),
  fc.constantFrom(...long),
  fc.array(fc.constantFrom(...letters, "q", "=", "7"), { minLength: 1, maxLength: 4 }).map((some) =>
    `-${some.join("")}`
  ),
).filter((text) => !/^-\d/.test(text));

test("tokens: a command line is taken apart as the platform takes it apart", () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), (argv) => {
      assert.deepEqual(tokens(argv, all), byPlatform(argv));
    }),
    { numRuns: 2000 },
  );
});

test("tokens: what begins with a minus and a digit is a word, wherever it stands", () => {
  assert.deepEqual(tokens(["down", "-1", "-3:current", "--tag", "-2"], all), {
    words: ["down", "-1", "-3:current"],
    options: [{ name: "tag", rawName: "--tag", value: "-2" }],
  });
});
