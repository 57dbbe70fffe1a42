import { z } from "zod/mini";
import { quoteLiteral } from "../../sql/quote.ts";
import type { FactOf } from "../fact.ts";
import { alterBy, type KindSpec } from "../kind.ts";
import type { Side } from "../side.ts";
import { type Step, step } from "../statement.ts";
import { targetOf } from "../target.ts";

const body = z.object({ text: z.string() });
export type CommentBody = Readonly<z.infer<typeof body>>;

function set(fact: FactOf<"comment">, side: Side, text: string | null): readonly Step[] {
  const target = targetOf(fact.parent, side);
  if (target === null) return [];
  const sql = `COMMENT ON ${target.type} ${target.name} IS ${text === null ? "NULL" : quoteLiteral(text)}`;
  const does = `${text === null ? "Remove" : "Set"} the comment on ${target.type.toLowerCase()} ${target.name}`;
  return [step(sql, does)];
}

export const comment: KindSpec<"comment"> = {
  rank: 80,
  query: null,
  body,
  create: (fact, want) => set(fact, want, fact.body.text),
  alter: (_have, want, sides) => alterBy(set(want, sides.want, want.body.text)),
  drop: (fact, have) => set(fact, have, null),
};
