import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Problem } from "../../src/base/problem.ts";
import { readBlocks, transactionControl } from "../../src/files/blocks.ts";
import { normaliseText } from "../../src/files/text.ts";

interface Seen {
  readonly code: string;
  readonly line: number | undefined;
  readonly column: number | undefined;
}

function problemsOf(text: string): Seen[] {
  try {
    readBlocks(text, "a.sql");
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return [error, ...error.others].map(({ code, at }) => ({ code, line: at?.line, column: at?.column }));
  }
  return [];
}

/** `up+ a; b` for a block with two statements in a transaction, `down- …` for one without. */
function shape(text: string): string[] {
  const { up, down } = readBlocks(text, "a.sql");
  return [...up, ...down ?? [{ direction: "down", transaction: true, statements: null } as const]].map((block) =>
    `${block.direction}${block.transaction ? "+" : "-"} ${
      block.statements === null
        ? "irreversible"
        : block.statements.map((one) => one.kind === "sql" ? one.sql : one.kind).join("; ")
    }`
  );
}

test("blocks in the order in which they stand, each with its own mode", () => {
  const text = `-- a
-- revision: x
-- parents: none

-- migrate:up
select 1;
select 2

-- migrate:up transaction:false
select 3;

-- migrate:down transaction:true
select 4;
-- migrate:up
select 5;
-- migrate:down   transaction:false
`;
  assert.deepEqual(shape(text), ["up+ select 1; select 2", "up- select 3", "up+ select 5", "down+ select 4", "down- "]);
});

test("no down block is irreversible, an empty one is not", () => {
  assert.deepEqual(shape("-- migrate:up\nselect 1"), ["up+ select 1", "down+ irreversible"]);
  assert.deepEqual(shape("-- migrate:up\n-- migrate:down"), ["up+ ", "down+ "]);
});

test("a marker in a string, a comment, parentheses or a function body is none", () => {
  const hidden = [
    "select '\n-- migrate:down\n'",
    'select 1 as "\n-- migrate:down\n"',
    "select E'\\'\n-- migrate:down\n'",
    "do $$ begin\n-- migrate:down\nend $$",
    "create function f() returns text language sql as $body$\n-- migrate:down\nselect $$\n-- migrate:up\n$$ $body$",
    "/* /*\n-- migrate:down\n*/\n-- migrate:down\n*/ select 1",
    "select (1\n-- migrate:down\n)",
    "create function f() returns int begin atomic\n-- migrate:down\nselect 1;\n-- migrate:up\nend",
  ];
  for (const sql of hidden) {
    const { up, down } = readBlocks(`-- migrate:up\n${sql};\n-- migrate:down\nselect 2;\n`, "a.sql");
    assert.equal(up.length, 1, sql);
    assert.equal(up[0]?.statements.length, 1, sql);
    assert.equal(down?.length, 1, sql);
    assert.equal(down?.[0]?.statements.length, 1, sql);
  }
});

test("statements know where they stand, in characters", () => {
  const text = "-- migrate:up\n  /* 😀 */ select 'é';  select 2\n\n-- migrate:down\n\tselect 3";
  const { up, down } = readBlocks(text, "dir/a.sql");
  const spots = [...up, ...down ?? []].flatMap((block) => block.statements).map(({ at }) => at);
  assert.deepEqual(spots, [
    { file: "dir/a.sql", line: 2, column: 11, operation: null },
    { file: "dir/a.sql", line: 2, column: 24, operation: null },
    { file: "dir/a.sql", line: 5, column: 2, operation: null },
  ]);
});

test("line ends, a byte order mark and a missing last newline change nothing", () => {
  const plain = "-- migrate:up\nselect 'a\nb';\nselect 2\n-- migrate:down\nselect 3";
  const read = (text: string) => readBlocks(normaliseText(text), "a.sql");
  for (const text of [plain + "\n", plain.replaceAll("\n", "\r\n"), "\ufeff" + plain, `\ufeff${plain}\r\n`]) {
    assert.deepEqual(read(text), read(plain));
  }
});

test("settings of one direction do not reach the other", () => {
  const set = "set standard_conforming_strings = off;";
  const tricky = "select 'it\\'; select 2; --'";
  assert.equal(readBlocks(`-- migrate:up\n${set}\n-- migrate:up\n${tricky}`, "a.sql").up[1]?.statements.length, 1);
  assert.equal(
    readBlocks(`-- migrate:up\n${set}\n-- migrate:down\n${tricky}`, "a.sql").down?.[0]?.statements.length,
    2,
  );
});

test("everything that is wrong with the blocks is said together", () => {
  const text = [
    "select 0;",
    "-- migrate:up transaction:no",
    "select 1; -- migrate:down",
    "begin;",
    "-- migrate:dwon",
    "  commit",
  ].join("\n");
  assert.deepEqual(problemsOf(text), [
    { code: "file/unknown-marker-option", line: 2, column: 1 },
    { code: "file/marker-after-code", line: 3, column: 11 },
    { code: "file/unknown-marker", line: 5, column: 1 },
    { code: "file/statement-outside-block", line: 1, column: 1 },
    { code: "file/transaction-control", line: 4, column: 1 },
    { code: "file/transaction-control", line: 6, column: 3 },
  ]);
  assert.deepEqual(problemsOf("-- migrate:down\nselect 1").map(({ code }) => code), ["file/no-up-block"]);
  assert.deepEqual(problemsOf("-- revision: a\n").map(({ code }) => code), ["file/no-up-block"]);
  assert.deepEqual(problemsOf("-- migrate:up\n\\i x").map(({ code }) => code), ["sql/psql-command"]);
  assert.deepEqual(problemsOf("-- migrate:up\ncopy a from stdin;\n1\n\\.").map(({ code }) => code), [
    "sql/copy-from-stdin",
  ]);
});

test("commands that begin or end a transaction", () => {
  for (
    const [sql, command] of [
      ["begin", "BEGIN"],
      ["Begin Isolation Level Serializable", "BEGIN"],
      ["start /* x */ transaction", "START TRANSACTION"],
      ["commit", "COMMIT"],
      ["commit prepared 'x'", "COMMIT"],
      ["end", "END"],
      ["rollback", "ROLLBACK"],
      ["rollback and chain", "ROLLBACK"],
      ["abort", "ABORT"],
      ["prepare transaction 'x'", "PREPARE TRANSACTION"],
      ["rollback to a", null],
      ["rollback work to savepoint a", null],
      ["savepoint a", null],
      ["release a", null],
      ["prepare q as select 1", null],
      ["set transaction read only", null],
      ["beginning", null],
    ] as const
  ) assert.equal(transactionControl(sql), command, sql);
});

test("whatever the statements are, each lands in the block above it", () => {
  const statement = fc.constantFrom("select 1", "select ';'", "select $$\n-- migrate:up\n$$", "select (1)");
  const block = fc.record({
    direction: fc.constantFrom("up", "down"),
    transaction: fc.boolean(),
    statements: fc.array(statement, { maxLength: 3 }),
    last: fc.constantFrom(";", ""),
  });
  fc.assert(
    fc.property(fc.array(block, { maxLength: 5 }), fc.constantFrom("\n", "\r\n"), (blocks, newline) => {
      const all = [{ direction: "up", transaction: true, statements: ["select 0"], last: "" }, ...blocks];
      const text = all.map(({ direction, transaction, statements, last }) =>
        `-- migrate:${direction}${transaction ? "" : " transaction:false"}\n${statements.join(";\n")}${last}\n`
      ).join("").replaceAll("\n", newline);
      const { up, down } = readBlocks(normaliseText(text), "a.sql");
      const wanted = (direction: string) =>
        all.filter((one) => one.direction === direction).map(({ transaction, statements }) => ({
          transaction,
          statements,
        }));
      const had = (list: typeof up) =>
        list.map(({ transaction, statements }) => ({
          transaction,
          statements: statements.map((one) => one.kind === "sql" ? one.sql : ""),
        }));
      assert.deepEqual(had(up), wanted("up"));
      assert.deepEqual(had(down ?? []), wanted("down"));
    }),
  );
});
