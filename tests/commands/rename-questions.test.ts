/** What was renamed: asked in a terminal, and told all at once where nobody can be asked. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { keys, startInTerminal } from "../support/mod.ts";
import { bodyOf, schemaProject } from "./schema-project.ts";

const before = `CREATE TABLE users (id integer PRIMARY KEY, full_name text, age integer);
CREATE TABLE items (id integer PRIMARY KEY, title text, price integer);
`;
// The table has another name; of the text column it is not sure which of two it became.
const after = `CREATE TABLE users (id integer PRIMARY KEY, display_name text, nick_name text, age integer);
CREATE TABLE goods (id integer PRIMARY KEY, title text, price integer);
`;

async function changedProject() {
  const project = schemaProject(before);
  await project.run(["revision", "--autogenerate", "-m", "first"]);
  project.write("models/schema.sql", after);
  return project;
}

const command = ["revision", "--autogenerate", "-m", "names", "--rev-id", "ffffffffffff"] as const;

test("questions in a terminal: an answer that is none is asked again, Enter is the first, and the file says it", async () => {
  const project = await changedProject();
  const terminal = startInTerminal(command, { cwd: project.directory, columns: 60 });
  await terminal.sees(
    "What became of table items?\n  1) renamed to goods\n  2) it is gone, with its data\nNumber [1]: ",
  );
  terminal.type(keys.enter);
  await terminal.sees("What became of column users.full_name?\n  1) renamed to users.display_name\n");
  await terminal.sees("  2) renamed to users.nick_name\n  3) it is gone, with its data\nNumber [1]: ");
  terminal.type(`4${keys.enter}`);
  await terminal.sees('"4" is none of the numbers 1 to 3');
  await terminal.sees("Number [1]: ");
  terminal.type(`2${keys.enter}`);
  assert.equal(await terminal.done, 0, terminal.shown());
  const text = bodyOf(project.newest());
  assert.match(text, /^ALTER TABLE public\.items RENAME TO goods;$/m);
  assert.match(text, /^ALTER TABLE public\.users RENAME COLUMN full_name TO nick_name;$/m);
  assert.match(text, /^ALTER TABLE public\.users ADD COLUMN display_name text;$/m);
  assert.doesNotMatch(text, /DROP TABLE/);
});

test("a line in a terminal is wrapped below itself, coloured, and with NO_COLOR it holds no escape", async () => {
  const project = await changedProject();
  for (const coloured of [true, false]) {
    const env = coloured ? {} : { NO_COLOR: "1" };
    const flags = ["--rename", "items=", "--rename", "users.full_name="];
    const terminal = startInTerminal([...command, ...flags], { cwd: project.directory, columns: 44, env });
    assert.equal(await terminal.done, 0, terminal.shown());
    // deno-lint-ignore no-control-regex
    const colours = /\x1b\[[0-9;]*m/g;
    assert.equal(colours.test(terminal.shown()), coloured);
    const lines = terminal.shown().replaceAll(colours, "").split("\n");
    assert.ok(lines.includes("  ! Drop column public.users.full_name"), lines.join("\n"));
    assert.ok(lines.includes("    (loses data)"), lines.join("\n"));
    project.forgetNewest();
  }
});

test("Ctrl-C and Ctrl-D at a question leave everything as it was", async () => {
  const project = await changedProject();
  const there = project.revisions();
  for (const [key, code] of [[keys.ctrlC, 130], [keys.ctrlD, 5]] as const) {
    const terminal = startInTerminal(command, { cwd: project.directory });
    await terminal.sees("Number [1]: ");
    terminal.type(key);
    assert.equal(await terminal.done, code, terminal.shown());
    assert.doesNotMatch(terminal.shown(), /internal\/unexpected/);
    assert.deepEqual(project.revisions(), there);
  }
});

test("without a terminal all open questions are told at once, with the flags that answer them", async () => {
  const project = await changedProject();
  const read = await project.json(["revision", "--autogenerate", "-m", "names"], 5);
  assert.equal(read("error.code"), "schema/rename-open");
  assert.equal(read("errors"), undefined);
  assert.deepEqual(read("error.data.questions"), [
    {
      kind: "table",
      from: "items",
      candidates: ["goods"],
      flags: ["--rename 'items=goods'", "--rename 'items='"],
    },
    {
      kind: "column",
      from: "users.full_name",
      candidates: ["users.display_name", "users.nick_name"],
      flags: [
        "--rename 'users.full_name=users.display_name'",
        "--rename 'users.full_name=users.nick_name'",
        "--rename 'users.full_name='",
      ],
    },
  ]);
});

test("a flag that fits nothing is told beside an open question, with the one that was meant", async () => {
  const project = await changedProject();
  const flags = ["--rename", "users.full_name=users.displayname", "--rename", "items.title=goods.name"];
  const read = await project.json(["revision", "--autogenerate", "-m", "names", ...flags], 5);
  assert.equal(read("error.code"), "schema/rename-open");
  assert.equal(read("error.data.questions.1.from"), "users.full_name");
  assert.equal(read("errors.1.code"), "schema/rename-target");
  assert.deepEqual(read("errors.1.data"), {
    rename: "users.full_name=users.displayname",
    nearest: "users.full_name=users.display_name",
  });
  // About a column of a table that may have a new name: that is not known before the table's question is answered.
  assert.equal(read("errors.2"), undefined);
  const closed = await project.json(["revision", "--autogenerate", "-m", "names", "--no-rename", ...flags], 2);
  assert.equal(closed("error.code"), "schema/rename-target");
  assert.equal(closed("errors.1.data.rename"), "items.title=goods.name");
});
