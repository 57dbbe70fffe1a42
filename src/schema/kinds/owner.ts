import { z } from "zod/mini";
import { quoteIdentifier } from "../../sql/quote.ts";
import type { FactOf } from "../fact.ts";
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
    ...(target.type === "TABLE" ? { lock: "ACCESS EXCLUSIVE", on: fact.parent } : {}),
  })];
}

export const owner: KindSpec<"owner"> = {
  rank: 81,
  query: null,
  body,
  // What the plan makes belongs to the role that runs it, which is the one that read the database.
  create: (fact, want, _parts, have) => fact.body.role === have.snapshot.user ? [] : set(fact, want),
  alter: (_have, want, sides) => alterBy(set(want, sides.want)),
  drop: () => [],
};
