/** The laws on schemas that nobody thought of. */
import assert from "node:assert/strict";
import process from "node:process";
import { test } from "node:test";
import fc from "fast-check";
import { clients, freshDatabase, server } from "../support/mod.ts";
import { breachOf, serverGround } from "./laws.ts";

const types = [
  "integer",
  "bigint",
  "text",
  "varchar(10)",
  "numeric(8,2)",
  "boolean",
  "timestamptz",
  "mood",
  "integer[]",
  "posint",
];
const defaults: Readonly<Record<string, string>> = {
  integer: "3",
  bigint: "4",
  text: "'it''s;'",
  "varchar(10)": "'x'",
  "numeric(8,2)": "1.5",
  boolean: "true",
  timestamptz: "now()",
  mood: "'ok'",
  "integer[]": "'{1,2}'",
  posint: "7",
};

interface Column {
  readonly name: string;
  readonly type: string;
  readonly value: boolean;
  readonly required: boolean;
}

const column = fc.record({
  name: fc.constantFrom("a", "b", 'C "q"', "d;e"),
  type: fc.constantFrom(...types),
  value: fc.boolean(),
  required: fc.boolean(),
});
const table = fc.record({
  name: fc.constantFrom("t", "u", "V v"),
  key: fc.boolean(),
  columns: fc.uniqueArray(column, { selector: ({ name }) => name, maxLength: 4 }),
  index: fc.boolean(),
  unique: fc.boolean(),
  view: fc.constantFrom("none", "view", "materialized"),
  policy: fc.boolean(),
  comment: fc.boolean(),
});
const schema = fc.record({
  moods: fc.constantFrom(["sad", "ok"], ["ok", "sad"], ["ok"], ["sad", "ok", "happy"]),
  limit: fc.constantFrom("value > 0", "value > 1"),
  tables: fc.uniqueArray(table, { selector: ({ name }) => name, maxLength: 3 }),
  reference: fc.boolean(),
});

const name = (text: string) => `"${text.replaceAll('"', '""')}"`;

function columnText({ name: own, type, value, required }: Column): string {
  return `${name(own)} ${type}${value ? ` default ${defaults[type]}` : ""}${required ? " not null" : ""}`;
}

/** The statements of a random schema. */
function statementsOf(
  { moods, limit, tables, reference }: typeof schema extends fc.Arbitrary<infer T> ? T : never,
): string {
  const out = [
    `create type mood as enum (${moods.map((mood) => `'${mood}'`).join(", ")})`,
    `create domain posint as int check (${limit})`,
  ];
  for (const { name: own, key, columns, index, unique, view, policy, comment } of tables) {
    const on = name(own);
    const inside = [...key ? ["id int primary key"] : [], ...columns.map(columnText)];
    out.push(`create table ${on} (${inside.join(", ")})`);
    const [first, second] = columns.map((one) => name(one.name));
    if (first === undefined) continue;
    if (index) out.push(`create index ${name(`${own} i`)} on ${on} (${first})`);
    if (unique && second !== undefined) {
      out.push(`alter table ${on} add constraint ${name(`${own} u`)} unique (${first}, ${second})`);
    }
    if (policy) out.push(`create policy p on ${on} using (${first} is not null)`);
    if (comment) out.push(`comment on column ${on}.${first} is 'about; ${own}'`);
    const kind = view === "materialized" ? "materialized view" : "view";
    if (view !== "none") {
      out.push(`create ${kind} ${name(`${own} view`)} as select ${first}, count(*) as n from ${on} group by ${first}`);
    }
  }
  const [one, other] = tables.filter(({ key }) => key);
  if (reference && one !== undefined && other !== undefined) {
    out.push(`alter table ${name(one.name)} add foreign key (id) references ${name(other.name)}(id)`);
    out.push(`alter table ${name(other.name)} add foreign key (id) references ${name(one.name)}(id)`);
  }
  return out.join(";\n");
}

/** The same schemas each time, so that a failure can be seen again; FC_SEED looks at others. */
const seed = Number(process.env["FC_SEED"] ?? "20261122");

test("the laws hold for random schemas", { timeout: 300_000 }, async () => {
  const running = await server();
  const { pgDump } = clients();
  await fc.assert(
    fc.asyncProperty(schema, schema, async (from, to) => {
      await using have = await freshDatabase(running);
      await using want = await freshDatabase(running);
      const [start, goal] = [serverGround(have.url, pgDump), serverGround(want.url, pgDump)];
      try {
        await start.run(statementsOf(from));
        await goal.run(statementsOf(to));
        const breach = await breachOf("random", start, goal);
        assert.equal(breach === null ? "" : `${breach.law}\n${breach.detail}\n${breach.sql.join(";\n")}`, "");
      } finally {
        await start.close();
        await goal.close();
      }
    }),
    { seed, numRuns: 20, interruptAfterTimeLimit: 20_000, endOnFailure: true },
  );
});
