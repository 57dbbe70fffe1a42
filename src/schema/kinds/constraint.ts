import { z } from "zod/mini";
import { address } from "../catalog.ts";
import { type FactOf, keyOf } from "../fact.ts";
import { keptBelow } from "../kept.ts";
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

/** Foreign keys of partitioned tables that DETACH PARTITION leaves with a partition, as its own. */
export function leftByDetach(partition: readonly string[], have: Side): readonly FactOf<"constraint">[] {
  const ties = have.childrenOf(keyOf("table", partition), "inheritance").filter((tie) => tie.body.bound !== null);
  return ties.flatMap((tie) => [
    ...have.childrenOf(keyOf("table", tie.name.slice(2)), "constraint").filter(({ body }) => body.type === "f"),
    ...leftByDetach(tie.name.slice(2), have),
  ]);
}

const sameKey = (a: FactOf<"constraint">, b: FactOf<"constraint">): boolean =>
  a.name[2] === b.name[2] && a.body.definition === b.body.definition && tail(a.body) === tail(b.body) &&
  a.body.validated === b.body.validated;

/** Whether a foreign key that a table has, or gets from those it is a partition of, is there already after DETACH. */
export function keptByDetach(key: FactOf<"constraint">, partition: readonly string[], want: Side): boolean {
  const table = keyOf("table", partition);
  const own = want.childrenOf(table, "constraint").some((one) => one.body.type === "f" && sameKey(one, key));
  return own ||
    want.childrenOf(table, "inheritance").some((tie) =>
      tie.body.bound !== null && keptByDetach(key, tie.name.slice(2), want)
    );
}

/** Whether a table that is a partition no more has a foreign key from the time when it was one. */
function isLeft(fact: FactOf<"constraint">, want: Side, have: Side): boolean {
  if (fact.body.type !== "f" || have.get(fact.key) !== null) return false;
  const table = fact.name.slice(0, 2);
  const stays = have.childrenOf(keyOf("table", table), "inheritance").some((tie) => want.get(tie.key) !== null);
  return !stays && leftByDetach(table, have).some((one) => sameKey(one, fact));
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

/**
 * Whether PostgreSQL attaches no index of this constraint's kind to another: it compares none that excludes
 * (CompareIndexInfo in its catalog/index.c). A partition's comes with its table's, or with ATTACH PARTITION.
 */
export function comesWhole({ body }: FactOf<"constraint">): boolean {
  return body.type === "x" || / WITHOUT OVERLAPS\)/.test(body.definition);
}

/** The constraint of the partitioned table whose part a partition's is; null when it is none, or one by itself. */
export function wholeOf(fact: FactOf<"constraint">, side: Side): FactOf<"constraint"> | null {
  const part = comesWhole(fact) ? side.find("indexAttachment", [fact.name[0] ?? "", fact.name[2] ?? ""]) : null;
  return part === null ? null : side.at(side.find("index", part.body.parent)?.parent ?? null, "constraint");
}

function create(fact: FactOf<"constraint">, want: Side, _parts: unknown, have: Side): readonly Step[] {
  if (isLeft(fact, want, have)) return [];
  const { type, validated, enforced } = fact.body;
  const does = `Add constraint ${own(fact)} to ${qualified(fact.name)}`;
  if (adopted(fact, want, have)) {
    const key = type === "p" ? "PRIMARY KEY" : "UNIQUE";
    const sql = `${alterAll(fact, want)} ADD CONSTRAINT ${own(fact)} ${key} USING INDEX ${own(fact)}${tail(fact.body)}`;
    return [step(sql, does, { lock: "ACCESS EXCLUSIVE", on: tableOf(fact) })];
  }
  const keyed = type === "p" || type === "u" || type === "x";
  const only = keyed && !comesWhole(fact) || fact.body.noInherit && type === "c";
  const table = only ? alterOnly(fact, want, have) : alterAll(fact, want);
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
  drop: (fact, have, want) => [
    step(
      `${
        fact.body.noInherit || keptBelow(fact, have, want) ? alterOnly(fact, have) : alterAll(fact, have)
      } DROP CONSTRAINT ${own(fact)}`,
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
