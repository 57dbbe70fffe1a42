import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { readRevisions } from "../../src/files/directory.ts";
import { readHeader } from "../../src/files/header.ts";
import { withFiles } from "./directory.ts";

const header = (id: string, parents = "none") => `-- message of ${id}\n-- revision: ${id}\n-- parents: ${parents}\n`;

/** Reads `migrations` below a directory that holds the files. */
function readAll(files: Readonly<Record<string, string | Uint8Array>>, directories = ["migrations"]) {
  return withFiles(files, (root) => {
    const paths = directories.map((name) => join(root, name));
    const { revisions, problems } = readRevisions({ directories: paths, cwd: root });
    return {
      revisions,
      problems: problems.map(({ code, data, at }) => ({
        code,
        data,
        file: at?.file,
        line: at?.line,
        column: at?.column,
      })),
    };
  });
}

test("all keys of a header", async () => {
  const { revisions, problems } = await readAll({
    "migrations/a.sql": `-- init user: people
-- revision: 74e0c7445ce9
-- parents: a1, b2
-- depends-on: other
-- labels: users, people
-- replaces: c3,d4
-- variables: schema, owner_name
-- created: 2026-11-22T14:16:00Z

-- migrate:up
`,
  });
  assert.deepEqual(problems, []);
  const [first] = revisions;
  assert.deepEqual({ ...first, path: "", directory: "" }, {
    id: "74e0c7445ce9",
    parents: ["a1", "b2"],
    dependsOn: ["other"],
    labels: ["users", "people"],
    replaces: ["c3", "d4"],
    variables: ["schema", "owner_name"],
    created: "2026-11-22T14:16:00Z",
    message: "init user: people",
    file: "migrations/a.sql",
    path: "",
    directory: "",
    format: "sql",
  });
});

test("a TypeScript header is read without running the file", async () => {
  const { revisions, problems } = await readAll({
    "migrations/a.ts": `// deno-lint-ignore-file
// add age
// revision: ab12
// parents: none
import "no-such-package";
throw new Error("never run");
`,
    "migrations/types.d.ts": "export {};",
    "migrations/_shared.ts": "export const a = 1;",
    "migrations/README.md": "# nothing",
    "migrations/migrate.sum": "",
  });
  assert.deepEqual(problems, []);
  assert.deepEqual(revisions.map(({ id, message, format }) => ({ id, message, format })), [
    { id: "ab12", message: "add age", format: "ts" },
  ]);
});

test("load order is that of the directories, then of the names by code unit", async () => {
  const files = { "b/2.sql": header("r3"), "b/10.sql": header("r2"), "a/é.sql": header("r5"), "a/Z.sql": header("r4") };
  const { revisions } = await readAll(files, ["b", "a"]);
  assert.deepEqual(revisions.map(({ id, file }) => `${id} ${file}`), [
    "r2 b/10.sql",
    "r3 b/2.sql",
    "r4 a/Z.sql",
    "r5 a/é.sql",
  ]);
});

test("CRLF, a byte order mark, no last newline, strange names", async () => {
  const { revisions, problems } = await readAll({
    'my migrations/it\'s "quoted".sql': "\ufeff" + header("r1").replaceAll("\n", "\r\n"),
    "my migrations/größe 日本.sql": "-- größe 😀\n-- revision: 日本\n-- parents: r1",
    "my migrations/z.ts": "\ufeff// last\r\n// revision: r3\r\n// parents: 日本\r\n\r\nexport const up = [];\r\n",
  }, ["my migrations"]);
  assert.deepEqual(problems, []);
  assert.deepEqual(
    revisions.map(({ id, parents, message, file }) => [id, parents.join(), message, file]),
    [
      ["日本", "r1", "größe 😀", "my migrations/größe 日本.sql"],
      ["r1", "", "message of r1", 'my migrations/it\'s "quoted".sql'],
      ["r3", "日本", "last", "my migrations/z.ts"],
    ].sort((a, b) => String(a[3]) < String(b[3]) ? -1 : 1),
  );
});

test("dbmate's files read unchanged", async () => {
  const { revisions, problems } = await readAll({
    "migrations/20200101120000_create_users.sql": "-- migrate:up\ncreate table users ();\n\n-- migrate:down\n",
    "migrations/20200102120000_add_name.sql":
      "-- note: of the author\n-- todo: nothing\n\n-- migrate:up transaction:false\n",
    "migrations/20200103120000_native.sql": header("abc", "20200102120000"),
    "migrations/20200104120000_last.sql": "--migrate:up\n",
  });
  assert.deepEqual(problems, []);
  assert.deepEqual(revisions.map(({ id, parents, message, created }) => [id, parents, message, created]), [
    ["20200101120000", [], "create users", "2020-01-01T12:00:00Z"],
    ["20200102120000", ["20200101120000"], "add name", "2020-01-02T12:00:00Z"],
    ["abc", ["20200102120000"], "message of abc", null],
    ["20200104120000", ["abc"], "last", "2020-01-04T12:00:00Z"],
  ]);
});

test("everything that is wrong in the directories is said together", async () => {
  const { problems } = await readAll({
    "migrations/a.sql": "create table a ();\n",
    "migrations/b.sql": "-- b\n-- revision: b\n-- parnets: none\n-- parents: none\n",
    "migrations/c.sql": "-- c\n-- revision: c\n-- revision: d\n-- parents: none\n-- labels: a b, ok\n",
    "migrations/d.sql": "-- d\n-- revision: d\n",
    "migrations/e.sql": Buffer.from("-- e\n-- revision: e\n", "utf16le"),
    "migrations/f.sql": "-- f\n-- revision: f@1\n-- parents: none\n--   created: yesterday\n",
    "migrations/f2.sql": Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("-- e", "utf16le")]),
    "migrations/g.sql": "-- not a dbmate name\n-- migrate:up\n",
    "migrations/h.sql/x": "",
  }, ["migrations", "nowhere"]);
  assert.deepEqual(problems.map(({ code, file, line, column }) => [code, file, line, column]), [
    ["file/no-header", "migrations/a.sql", undefined, undefined],
    ["file/unknown-header-key", "migrations/b.sql", 3, 4],
    ["file/header-key-twice", "migrations/c.sql", 3, 4],
    ["file/bad-header-value", "migrations/c.sql", 5, 12],
    ["file/no-parents", "migrations/d.sql", undefined, undefined],
    ["file/no-header", "migrations/e.sql", undefined, undefined],
    ["file/bad-header-value", "migrations/f.sql", 2, 14],
    ["file/bad-header-value", "migrations/f.sql", 4, 15],
    ["file/not-utf8", "migrations/f2.sql", 1, undefined],
    ["file/no-header", "migrations/g.sql", undefined, undefined],
    ["file/unreadable", "migrations/h.sql", undefined, undefined],
    ["file/no-directory", "nowhere", undefined, undefined],
  ]);
  assert.deepEqual(problems[1]?.data, { key: "parnets", nearest: "parents" });
});

test("free comments: above the first key, in capitals, and below an empty line", () => {
  const read = readHeader(
    "-- m\n-- more about it\n-- revision: a\n-- parents: none\n-- Note: at night\n\n-- todo: x\n",
    "sql",
    "a.sql",
    true,
  );
  assert.deepEqual(read?.problems, []);
  assert.equal(read?.message, "m");
});

test("a header is the same however much of the file is read, and only as much as it needs", () => {
  const texts = [
    header("a") + "\n-- migrate:up\nselect 1;\n",
    "\ufeff" + header("a").replaceAll("\n", "\r\n") + "select 1",
    "-- é😀\n\n\n-- revision: x\n-- created: 2026-01-01\n-- parents: a\n-- migrate:up\n",
  ];
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.nat({ max: 200 }), (text, length) => {
      const part = readHeader(text.slice(0, length), "sql", "a.sql", false);
      if (part !== null) assert.deepEqual(part, readHeader(text, "sql", "a.sql", true));
    }),
  );
});

test("a header longer than the first read, and one that ends nowhere", async () => {
  const long = `-- ${"m".repeat(3000)}\n${"-- Text\n".repeat(500)}${header("long").replace(/^.*\n/, "")}`;
  const endless = `-- m\n-- revision: endless\n-- parents: none\n${"-- Text, and more of it\n".repeat(20_000)}`;
  const { revisions, problems } = await readAll({ "migrations/a.sql": long, "migrations/b.sql": endless });
  assert.deepEqual(problems, []);
  assert.deepEqual(revisions.map(({ id }) => id), ["long", "endless"]);
});

test("two thousand headers are read in well under a second", async () => {
  await withFiles({}, (root) => {
    mkdirSync(join(root, "m"));
    const body = `\n-- migrate:up\n${"select 1;\n".repeat(200)}`;
    for (let n = 0; n < 2000; n++) writeFileSync(join(root, "m", `${n}.sql`), header(`r${n}`) + body);
    const began = performance.now();
    const { revisions } = readRevisions({ directories: [join(root, "m")], cwd: root });
    const tookMs = performance.now() - began;
    assert.equal(revisions.length, 2000);
    assert.ok(tookMs < 1500, `${tookMs} ms`);
  });
});
