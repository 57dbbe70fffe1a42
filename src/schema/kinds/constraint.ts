import { z } from "zod/mini";
import { address } from "../catalog.ts";
import { type FactOf, keyOf } from "../fact.ts";
import { type Alteration, alterBy, type KindSpec, replace, type Sides } from "../kind.ts";
import { alterAll, alterOnly, own, qualified, tableOf } from "../names.ts";
import type { Side } from "../side.ts";
import { type LockLevel, type Step, step } from "../statement.ts";
import { sameOverCasts } from "../type-change.ts";

const body = z.object({
  /** p: primary key, u: unique, f: foreign key, c: check, x: exclusion. */
  type: z.string(),
  /** Without what the other attributes say. */
  definition: z.string(),
  columns: z.array(z.string()),
  deferrable: z.boolean(),
  deferred: z.boolean(),
  validated: z.boolean(),
  enforced: z.boolean(),
  noInherit: z.boolean(),
  local: z.boolean(),
  inherited: z.boolean(),
});
export type ConstraintBody = Readonly<z.infer<typeof body>>;

function tail({ deferrable, deferred, enforced, noInherit, type }: ConstraintBody): string {
  let text = type === "c" && noInherit ? " NO INHERIT" : "";
  if (deferrable) text += " DEFERRABLE";
  if (deferred) text += " INITIALLY DEFERRED";
  if (!enforced) text += " NOT ENFORCED";
  return text;
}

/** `CONSTRAINT name …`, as it stands in CREATE TABLE and after ADD. */
export function constraintText(fact: FactOf<"constraint">): string {
  return `CONSTRAINT ${own(fact)} ${fact.body.definition}${tail(fact.body)}`;
}

/** The standalone unique index that becomes this constraint's, when there is one of its name and definition. */
function adopted(fact: FactOf<"constraint">, want: Side, have: Side): boolean {
  if (fact.body.type !== "p" && fact.body.type !== "u") return false;
  const name = [fact.name[0] ?? "", fact.name[2] ?? ""];
  const [before, after] = [have.find("index", name), want.find("index", name)];
  if (
    before === null || after === null || before.body.constraint ||
    have.at(tableOf(fact), "table")?.body.relation !== "r"
  ) {
    return false;
  }
  return before.body.unique && before.body.valid && before.body.definition === after.body.definition &&
    before.parent === tableOf(fact);
}

function create(fact: FactOf<"constraint">, want: Side, _parts: unknown, have: Side): readonly Step[] {
  const { type, validated, enforced } = fact.body;
  const does = `Add constraint ${own(fact)} to ${qualified(fact.name)}`;
  if (adopted(fact, want, have)) {
    const key = type === "p" ? "PRIMARY KEY" : "UNIQUE";
    const sql = `${alterAll(fact, want)} ADD CONSTRAINT ${own(fact)} ${key} USING INDEX ${own(fact)}${tail(fact.body)}`;
    return [step(sql, does, { lock: "ACCESS EXCLUSIVE", on: tableOf(fact) })];
  }
  const keyed = type === "p" || type === "u" || type === "x";
  const table = keyed || fact.body.noInherit && type === "c" ? alterOnly(fact, want, have) : alterAll(fact, want);
  const partitioned = want.at(tableOf(fact), "table")?.body.relation === "p";
  const lock: LockLevel = type === "f" ? "SHARE ROW EXCLUSIVE" : "ACCESS EXCLUSIVE";
  return [step(`${table} ADD ${constraintText(fact)}${validated || !enforced ? "" : " NOT VALID"}`, does, {
    lock,
    on: tableOf(fact),
    // Keys of a partitioned table come to be on its partitions, one by one.
    scans: validated && !(keyed && partitioned && table.includes(" ONLY ")),
    // A key is built, a foreign key looked up, by a pass of its own.
    ...(type === "c" ? { head: table } : {}),
  })];
}

function alter(have: FactOf<"constraint">, want: FactOf<"constraint">, sides: Sides): Alteration {
  const [from, to] = [have.body, want.body];
  const same = to.type === "c"
    ? sameOverCasts(from.definition, to.definition, want.name.slice(0, 2), sides)
    : from.definition === to.definition;
  if (!same || from.type !== to.type || from.noInherit !== to.noInherit) return replace;
  const version = sides.have.snapshot.serverVersion;
  const where = `constraint ${own(want)} of ${qualified(want.name)}`;
  const table = alterAll(want, sides.want);
  const on = tableOf(want);
  const steps: Step[] = [];
  if (from.deferrable !== to.deferrable || from.deferred !== to.deferred) {
    if (to.type !== "f") return replace;
    const when = to.deferrable ? `DEFERRABLE INITIALLY ${to.deferred ? "DEFERRED" : "IMMEDIATE"}` : "NOT DEFERRABLE";
    const sql = `${table} ALTER CONSTRAINT ${own(want)} ${when}`;
    steps.push(step(sql, `Change when ${where} is checked`, { lock: "ACCESS EXCLUSIVE", on }));
  }
  if (from.enforced !== to.enforced) {
    if (to.type !== "f" || version < 180000 || to.enforced && !to.validated) return replace;
    const sql = `${table} ALTER CONSTRAINT ${own(want)} ${to.enforced ? "" : "NOT "}ENFORCED`;
    steps.push(step(sql, `Change whether ${where} is enforced`, { lock: "ACCESS EXCLUSIVE", on, scans: to.enforced }));
  } else if (from.validated && !to.validated) return replace;
  else if (!from.validated && to.validated) {
    const joins = to.type === "c" ? { head: table } : {};
    const options = { lock: "SHARE UPDATE EXCLUSIVE", on, scans: true, ...joins } as const;
    steps.push(step(`${table} VALIDATE CONSTRAINT ${own(want)}`, `Validate ${where}`, options));
  }
  return alterBy(steps);
}

const query = (version: number) => {
  const enforced = version >= 180000 ? "k.conenforced" : "true";
  return `SELECT ${address("constraint", "k.oid")} AS id, ${address("relation", "c.oid")} AS parent,
    json_build_array(n.nspname, c.relname, k.conname) AS name,
    json_build_object('type', k.contype,
      'definition', pg_catalog.regexp_replace(pg_catalog.pg_get_constraintdef(k.oid),
        '( NO INHERIT)?( DEFERRABLE)?( INITIALLY DEFERRED)?( NOT ENFORCED)?( NOT VALID)?$', ''),
      'columns', (SELECT coalesce(json_agg(a.attname ORDER BY u.n), '[]')
        FROM unnest(k.conkey) WITH ORDINALITY AS u(attnum, n)
        JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.attnum),
      'deferrable', k.condeferrable, 'deferred', k.condeferred, 'validated', k.convalidated, 'enforced', ${enforced},
      'noInherit', k.contype = 'c' AND k.connoinherit, 'local', k.conislocal, 'inherited', k.coninhcount > 0) AS body
  FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_class c ON c.oid = k.conrelid JOIN ns n ON n.oid = c.relnamespace
  WHERE k.contype IN ('p', 'u', 'f', 'c', 'x') AND NOT (k.contype = 'f' AND k.conparentid <> 0)
    AND c.relpersistence <> 't'`;
};

export const constraint: KindSpec<"constraint"> = {
  rank: 42,
  query,
  body,
  ignored: ["columns", "local", "inherited"],
  inline: (fact) => fact.body.validated || !fact.body.enforced ? constraintText(fact) : null,
  create,
  alter,
  drop: (fact, have) => [
    step(
      `${fact.body.noInherit ? alterOnly(fact, have) : alterAll(fact, have)} DROP CONSTRAINT ${own(fact)}`,
      `Drop constraint ${own(fact)} of ${qualified(fact.name)}`,
      { lock: "ACCESS EXCLUSIVE", on: tableOf(fact) },
    ),
  ],
  target: (fact) => ({ type: "CONSTRAINT", name: `${own(fact)} ON ${qualified(fact.name)}` }),
  // A table has one primary key: the old one goes before another comes, whatever their names.
  slots: (fact) => [
    keyOf("constraint", fact.name).replace("constraint:", "constraint "),
    ...fact.body.type === "p" ? [tableOf(fact).replace("table:", "primary key ")] : [],
  ],
  // Keys have an index on each partition, which is attached; only checks come by inheritance themselves.
  inheritedFrom: (fact, side) =>
    fact.body.type !== "c" ? [] : side.childrenOf(tableOf(fact), "inheritance")
      .map((one) => keyOf("constraint", [...one.name.slice(2), fact.name[2] ?? ""])),
  // The primary key first, foreign keys last.
  position: (fact) => "puxcf".indexOf(fact.body.type),
};
