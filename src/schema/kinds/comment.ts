import { z } from "zod/mini";
import { quoteLiteral } from "../../sql/quote.ts";
import { type FactOf, isKind } from "../fact.ts";
import { alterBy, type KindSpec } from "../kind.ts";
import type { Side } from "../side.ts";
import { type Step, step } from "../statement.ts";
import { targetOf } from "../target.ts";

const body = z.object({ text: z.string() });
export type CommentBody = Readonly<z.infer<typeof body>>;

/** Kinds on whose comment PostgreSQL locks a relation for more than looking at it. */
const locking = new Set(["table", "column", "view", "viewColumn"]);

/** The table or materialized view that is locked meanwhile; null when there is none. */
function lockedBy(fact: FactOf<"comment">, side: Side): string | null {
  if (fact.parent === null || !locking.has(side.get(fact.parent)?.kind ?? "")) return null;
  for (const one of side.lineage(fact.parent)) {
    if (one.kind === "table" || isKind(one, "view") && one.body.materialized) return one.key;
  }
  return null;
}

function set(fact: FactOf<"comment">, side: Side, text: string | null): readonly Step[] {
  const target = targetOf(fact.parent, side);
  if (target === null) return [];
  const sql = `COMMENT ON ${target.type} ${target.name} IS ${text === null ? "NULL" : quoteLiteral(text)}`;
  const does = `${text === null ? "Remove" : "Set"} the comment on ${target.type.toLowerCase()} ${target.name}`;
  const on = lockedBy(fact, side);
  return [step(sql, does, on === null ? {} : { lock: "SHARE UPDATE EXCLUSIVE", on })];
}

/** What is there without a comment of one's own: an extension has the one that it came with. */
function usualText(fact: FactOf<"comment">, have: Side): string | null {
  return have.at(fact.parent, "extension")?.body.usualComment ?? null;
}

export const comment: KindSpec<"comment"> = {
  rank: 80,
  query: null,
  body,
  create: (fact, want) => set(fact, want, fact.body.text),
  alter: (_have, want, sides) => alterBy(set(want, sides.want, want.body.text)),
  drop: (fact, have, want) =>
    want.at(fact.parent, "extension")?.body.bare ? [] : set(fact, have, usualText(fact, have)),
};
