import assert from "node:assert/strict";
import { test } from "node:test";
import { registry } from "../../src/cli/registry.ts";
import { outcomes } from "../../src/cli/shapes/outcomes.ts";
import { commands, globalOptions } from "../../src/cli/table/mod.ts";
import type { CommandSpec, OptionSpec } from "../../src/cli/table/spec.ts";

const all: readonly CommandSpec[] = commands;
const globals: readonly OptionSpec[] = globalOptions;

test("names and aliases are unique, and no command is the first word of another", () => {
  const names = all.flatMap((one) => [one.name, ...one.aliases]);
  assert.deepEqual([...new Set(names)], names);
  const firsts = all.filter((one) => one.name.includes(" ")).map((one) => one.name.split(" ")[0] ?? "");
  for (const first of firsts) assert.ok(!names.includes(first), first);
});

test("one option name takes a word in every command or in none, and has one short form", () => {
  const seen = new Map<string, OptionSpec>();
  const shorts = new Map<string, string>();
  const told = (one: OptionSpec) => [one.kind === "flag" || one.kind === "optional", one.short];
  for (const option of [...globals, ...all.flatMap((one) => one.options)]) {
    const before = seen.get(option.name) ?? option;
    assert.deepEqual(told(option), told(before), option.name);
    seen.set(option.name, before);
    if (option.short === undefined) continue;
    assert.equal(shorts.get(option.short) ?? option.name, option.name, `-${option.short}`);
    shorts.set(option.short, option.name);
  }
});

test("no command repeats an option, its own or a global one", () => {
  for (const one of all) {
    const names = [...globals, ...one.options].map((option) => option.name);
    assert.deepEqual([...new Set(names)], names, one.name);
  }
});

test("required arguments stand before optional ones, and only the last takes many", () => {
  for (const one of all) {
    const optional = one.arguments.findIndex((argument) => !argument.required);
    if (optional !== -1) assert.ok(one.arguments.slice(optional).every((argument) => !argument.required), one.name);
    assert.ok(one.arguments.slice(0, -1).every((argument) => argument.many !== true), one.name);
  }
});

test("every command has two or three examples that call it, a line of summary and known exit codes", () => {
  for (const one of all) {
    assert.ok(one.examples.length >= 2 && one.examples.length <= 3, one.name);
    for (const example of one.examples) {
      const names = [one.name, ...one.aliases];
      assert.ok(names.some((name) => `${example.run} `.startsWith(`migrate ${name} `)), example.run);
    }
    assert.match(one.summary, /^[A-Z].*[^.]$/);
    assert.ok(one.summary.length <= 75, one.summary);
  }
});

test("every command has code and a shape", () => {
  const names = all.map((one) => one.name).sort();
  assert.deepEqual(Object.keys(registry).sort(), names);
  assert.deepEqual(Object.keys(outcomes).sort(), names);
});
