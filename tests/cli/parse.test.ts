import assert from "node:assert/strict";
import { test } from "node:test";
import { Problem } from "../../src/base/problem.ts";
import { parse, parseDuration } from "../../src/cli/parse.ts";

const line = (text: string) => parse(text.split(" ").filter((word) => word !== ""));

/** The codes and data of what a command line is refused for. */
function refused(text: string): (readonly [string, unknown])[] {
  try {
    line(text);
  } catch (error) {
    assert.ok(error instanceof Problem);
    return [error, ...error.others].map((one) => [one.code, one.data] as const);
  }
  return [];
}

test("options stand before or after the command", () => {
  for (
    const text of ["--env test up heads --dry-run", "up --dry-run heads --env test", "up --env=test --dry-run heads"]
  ) {
    const { command, given, globals } = line(text);
    assert.equal(command?.name, "up");
    assert.equal(given["target"], "heads");
    assert.equal(given["dryRun"], true);
    assert.equal(globals.env, "test");
  }
});

test("aliases and names of two words", () => {
  assert.equal(line("upgrade").command?.name, "up");
  assert.equal(line("downgrade base").command?.name, "down");
  assert.equal(line("new -m x").command?.name, "revision");
  assert.equal(line("config show").command?.name, "config show");
  assert.equal(line("--env x config --json show").command?.name, "config show");
});

test("relative revisions are arguments, not options", () => {
  assert.equal(line("down -1").given["target"], "-1");
  assert.equal(line("up +2").given["target"], "+2");
  assert.equal(line("history -r -3:current").given["range"], "-3:current");
  assert.deepEqual(line("up --dry-run --from -1").given["from"], ["-1"]);
});

test("values: attached, after =, as the next word, repeated", () => {
  assert.equal(line("revision -mfirst").given["message"], "first");
  assert.equal(line("revision --message=a=b").given["message"], "a=b");
  assert.deepEqual(line("revision -m x --head a --head b").given["head"], ["a", "b"]);
  assert.deepEqual(line("up -x a=1 -x b=c=d").globals.variable, { a: "1", b: "c=d" });
  assert.equal(line("up --tag one --tag two").given["tag"], "two");
});

test("optional values only after =", () => {
  assert.equal(line("up --json").globals.json, "document");
  assert.equal(line("up --json=lines").globals.json, "lines");
  assert.equal(line("up").globals.json, null);
  assert.equal(line("up --sql").given["sql"], "");
  assert.equal(line("up --sql=a:b").given["sql"], "a:b");
  assert.equal(line("up --sql a:b").given["target"], "a:b");
});

test("after -- everything is an argument", () => {
  assert.deepEqual(line("stamp -- --purge -1").given["revisions"], ["--purge", "-1"]);
});

test("--color, --no-color and short forms together", () => {
  assert.equal(line("status --color always").globals.color, "always");
  assert.equal(line("status --no-color").globals.color, "never");
  const { globals } = line("status -qv");
  assert.deepEqual([globals.quiet, globals.verbose], [true, true]);
});

test("times", () => {
  assert.equal(line("up --wait-for-db 500ms").given["waitForDb"], 500);
  assert.deepEqual(["5", "5s", "1.5m", "1h", "2min"].map(parseDuration), [5000, 5000, 90_000, 3_600_000, 120_000]);
  assert.deepEqual(["", "s", "-1s", "5 s", "1d"].map(parseDuration), [null, null, null, null, null]);
});

test("a wrong word gets the nearest right one", () => {
  assert.deepEqual(refused("statsu"), [["usage/unknown-command", { name: "statsu", nearest: "status" }]]);
  assert.deepEqual(refused("up --dry-rn"), [
    ["usage/unknown-option", { option: "--dry-rn", command: "up", nearest: "--dry-run" }],
  ]);
  assert.deepEqual(refused("config shwo"), [
    ["usage/unknown-command", { name: "config shwo", nearest: "config show" }],
  ]);
  assert.deepEqual(refused("completion bsh"), [
    ["usage/bad-value", {
      what: "SHELL",
      value: "bsh",
      expected: "one of bash, zsh, fish, pwsh, nushell",
      nearest: "bash",
    }],
  ]);
});

test("the word after an unknown option is not blamed: it may be its value", () => {
  assert.deepEqual(refused("revision --massage text"), [
    ["usage/unknown-option", { option: "--massage", command: "revision", nearest: "--message" }],
  ]);
  assert.deepEqual(refused("--bogus value up"), [
    ["usage/unknown-option", { option: "--bogus", command: null, nearest: null }],
  ]);
});

test("an option of another command is refused", () => {
  assert.deepEqual(refused("status --purge"), [
    ["usage/unknown-option", { option: "--purge", command: "status", nearest: null }],
  ]);
});

test("missing, unwanted and wrong values", () => {
  assert.deepEqual(refused("up --tag"), [["usage/missing-value", { option: "--tag", placeholder: "TEXT" }]]);
  assert.deepEqual(refused("up --dry-run=yes"), [
    ["usage/unexpected-value", { option: "--dry-run", value: "yes" }],
  ]);
  assert.deepEqual(refused("up -x novalue").map(([code]) => code), ["usage/bad-value"]);
  assert.deepEqual(refused("up --json=yaml").map(([code]) => code), ["usage/bad-value"]);
  assert.deepEqual(refused("show"), [["usage/missing-argument", { argument: "REV", command: "show" }]]);
  assert.deepEqual(refused("up a b"), [["usage/extra-argument", { argument: "b", command: "up" }]]);
  assert.deepEqual(refused("config"), [["usage/missing-argument", { argument: "show or schema", command: "config" }]]);
});

test("every problem of a line is told at once", () => {
  assert.deepEqual(refused("completion ksh --tag x --color red").map(([code]) => code), [
    "usage/bad-value",
    "usage/unknown-option",
    "usage/bad-value",
  ]);
});

test("--help and --version win over what is wrong with the rest", () => {
  assert.equal(line("show --help").globals.help, true);
  assert.equal(line("up --nonsense -h").command?.name, "up");
  assert.equal(line("nonsense --version").globals.version, true);
});

test("nothing, or only global options, is no command", () => {
  assert.equal(parse([]).command, null);
  assert.equal(line("--env test").command, null);
});

test("what another tool calls it, a part of an option's name, and a message without -m are understood", () => {
  const near = (text: string) => refused(text).map(([, data]) => (data as { nearest: string | null }).nearest);
  assert.deepEqual(near("rollback"), ["down"]);
  assert.deepEqual(near("Generate"), ["revision"]);
  assert.deepEqual(near("migrate up"), ["up"]);
  assert.deepEqual(near("frobnicate"), [null]);
  assert.deepEqual(near("revision -m x --label shop"), ["--branch-label"]);
  assert.deepEqual(near("revision -m x --directory d"), [null]);
  assert.deepEqual(refused("revision create users"), [
    ["usage/extra-argument", { argument: "create", command: "revision", message: "create users" }],
  ]);
});
