import { z } from "zod/mini";
import { quoteIdentifier } from "../../sql/quote.ts";
import { type FactOf, keyOf } from "../fact.ts";
import { alterBy, type KindSpec } from "../kind.ts";
import type { Side } from "../side.ts";
import { type Step, step } from "../statement.ts";
import { targetOf } from "../target.ts";

const body = z.object({ role: z.string() });
export type OwnerBody = Readonly<z.infer<typeof body>>;

function set(fact: FactOf<"owner">, side: Side): readonly Step[] {
  const target = targetOf(fact.parent, side);
  if (target === null) return [];
  const role = quoteIdentifier(fact.body.role);
  const sql = `ALTER ${target.type} ${target.name} OWNER TO ${role}`;
  return [step(sql, `Give ${target.type.toLowerCase()} ${target.name} to ${role}`, {
    ...(/TABLE$|^MATERIALIZED/.test(target.type) ? { lock: "ACCESS EXCLUSIVE", on: fact.parent } : {}),
  })];
}

/** Whether a sequence's owner comes with the owner of the table whose column owns it. */
function followsTable(fact: FactOf<"owner">, owned: Side, tables: Side): boolean {
  const sequence = fact.parent === null ? null : owned.get(fact.parent);
  const column = sequence === null ? null : owned.find("ownedBy", sequence.name)?.body.column ?? null;
  if (column === null) return false;
  const table = keyOf("table", column.slice(0, 2));
  const role = tables.find("owner", [table])?.body.role;
  return owned.before === null ? role === fact.body.role : tables.get(table) === null;
}

export const owner: KindSpec<"owner"> = {
  rank: 81,
  query: null,
  body,
  // What the plan makes belongs to the role that runs it, which is the one that read the database.
  create: (fact, want, _parts, have) =>
    fact.body.role === have.snapshot.user || followsTable(fact, want, have) ? [] : set(fact, want),
  alter: (_have, want, sides) => alterBy(followsTable(want, sides.have, sides.want) ? [] : set(want, sides.want)),
  drop: () => [],
};
