import { z } from "zod/mini";
import { address } from "../catalog.ts";
import { type FactOf, isKind, keyOf } from "../fact.ts";
import { alterBy, type KindSpec, replace } from "../kind.ts";
import { own, qualified, tableOf } from "../names.ts";
import { keptByDetach, leftByDetach } from "./constraint.ts";
import type { Side } from "../side.ts";
import { step } from "../statement.ts";

const body = z.object({
  /** `FOR VALUES …` or `DEFAULT` of a partition; null for plain inheritance. */
  bound: z.nullable(z.string()),
  sequence: z.number(),
});
export type InheritanceBody = Readonly<z.infer<typeof body>>;

/** The table whose rows ATTACH PARTITION looks at: one that becomes a partition, or the default partition there was. */
function readByAttach(fact: FactOf<"inheritance">, have: Side): string | null {
  const child = keyOf("table", fact.name.slice(0, 2));
  if (have.get(child) !== null) return child;
  for (const one of have.dependents(keyOf("table", fact.name.slice(2)))) {
    if (isKind(one, "inheritance") && one.body.bound === "DEFAULT") return one.parent;
  }
  return null;
}

/** Whether a key to its own table is dropped before partitions leave. */
function goesBefore(key: FactOf<"constraint">, have: Side, want: Side): boolean {
  const columns = have.childrenOf(tableOf(key), "column").filter((column) => key.needs.includes(column.key));
  return want.get(key.key) === null && columns.some(({ name }) => !key.body.columns.includes(name[2] ?? ""));
}

/** A table as heir or partition of another; its names are the heir's and the parent's. */
export const inheritance: KindSpec<"inheritance"> = {
  rank: 44,
  query: () =>
    `SELECT 'inheritance/' || c.oid || '/' || p.oid AS id, ${address("relation", "c.oid")} AS parent,
      json_build_array(n.nspname, c.relname, pn.nspname, p.relname) AS name,
      json_build_object('bound', CASE WHEN c.relispartition THEN pg_catalog.pg_get_expr(c.relpartbound, c.oid) END,
        'sequence', i.inhseqno) AS body
    FROM pg_catalog.pg_inherits i JOIN pg_catalog.pg_class c ON c.oid = i.inhrelid AND c.relkind IN ('r', 'p', 'f')
      JOIN ns n ON n.oid = c.relnamespace
      JOIN pg_catalog.pg_class p ON p.oid = i.inhparent JOIN pg_catalog.pg_namespace pn ON pn.oid = p.relnamespace`,
  body,
  ignored: ["sequence"],
  inline: (fact) => fact.body.bound === null ? "" : null,
  create: (fact, _want, _parts, have) => {
    const [child, parent] = [qualified(fact.name), qualified(fact.name.slice(2))];
    const on = keyOf("table", fact.name.slice(2));
    if (fact.body.bound === null) {
      const sql = `ALTER TABLE ${child} INHERIT ${parent}`;
      return [
        step(sql, `Let table ${child} inherit from ${parent}`, {
          lock: "ACCESS EXCLUSIVE",
          on: keyOf("table", fact.name.slice(0, 2)),
        }),
      ];
    }
    const sql = `ALTER TABLE ${parent} ATTACH PARTITION ${child} ${fact.body.bound}`;
    const locked = readByAttach(fact, have);
    const effects = locked === null
      ? { lock: "SHARE UPDATE EXCLUSIVE", on } as const
      : { lock: "ACCESS EXCLUSIVE", on: locked, scans: true } as const;
    return [step(sql, `Attach partition ${child} to ${parent}`, effects)];
  },
  alter: (have, want) => have.body.bound === want.body.bound ? alterBy([]) : replace,
  drop: (fact, have, want) => {
    const [child, parent] = [qualified(fact.name), qualified(fact.name.slice(2))];
    const on = keyOf("table", fact.name.slice(2));
    if (fact.body.bound === null) {
      const sql = `ALTER TABLE ${child} NO INHERIT ${parent}`;
      return [
        step(sql, `Let table ${child} no longer inherit from ${parent}`, {
          lock: "ACCESS EXCLUSIVE",
          on: keyOf("table", fact.name.slice(0, 2)),
        }),
      ];
    }
    const sql = `ALTER TABLE ${parent} DETACH PARTITION ${child}`;
    const table = fact.name.slice(0, 2);
    const left = want.get(keyOf("table", table)) === null
      ? []
      : leftByDetach(table, have).filter((key) => !keptByDetach(key, table, want) && !goesBefore(key, have, want));
    return [
      step(sql, `Detach partition ${child} from ${parent}`, { lock: "ACCESS EXCLUSIVE", on }),
      ...left.map((key) =>
        step(`ALTER TABLE ${child} DROP CONSTRAINT ${own(key)}`, `Drop constraint ${own(key)} of ${child}`, {
          lock: "ACCESS EXCLUSIVE",
          on: keyOf("table", table),
        })
      ),
    ];
  },
  position: (fact) => fact.body.sequence,
};
