import { z } from "zod/mini";
import { quoteIdentifier } from "../../sql/quote.ts";
import type { FactOf } from "../fact.ts";
import { alterBy, type KindSpec } from "../kind.ts";
import { qualified } from "../names.ts";
import { defaultLetters, grantChanges } from "../privileges.ts";
import type { Side } from "../side.ts";
import { type Step, step } from "../statement.ts";
import { targetOf } from "../target.ts";

const body = z.object({
  /** Empty for PUBLIC. */
  grantee: z.string(),
  /** The grantee is the object's owner. */
  own: z.boolean(),
  letters: z.array(z.string()),
});
export type PrivilegeBody = Readonly<z.infer<typeof body>>;

/** What the grantee has on a new object without any statement. */
function initial(fact: FactOf<"privilege">, side: Side): readonly string[] {
  if (!fact.body.own && fact.body.grantee !== "") return [];
  const grant = targetOf(fact.parent, side)?.grant ?? "";
  return defaultLetters(grant, fact.body.own, side.snapshot.serverVersion);
}

function change(
  fact: FactOf<"privilege">,
  side: Side,
  from: readonly string[],
  to: readonly string[],
): readonly Step[] {
  const object = fact.parent === null ? null : side.get(fact.parent);
  if (object === null) return [];
  let on: string;
  let columns = "";
  if (object.kind === "column" || object.kind === "viewColumn") {
    on = `TABLE ${qualified(object.name)}`;
    columns = ` (${quoteIdentifier(object.name[2] ?? "")})`;
  } else {
    const target = targetOf(object.key, side);
    if (target?.grant === undefined) return [];
    on = `${target.grant} ${target.name}`;
  }
  const who = fact.body.grantee === "" ? "PUBLIC" : fact.body.grantee;
  return grantChanges(from, to, fact.body.grantee, { on, columns, prefix: "" })
    .map((sql) => step(sql, `Change what ${who} may do with ${on.toLowerCase()}${columns}`));
}

/** What one role may do with one object, where that is not what PostgreSQL gives by itself. */
export const privilege: KindSpec<"privilege"> = {
  rank: 82,
  query: null,
  body,
  ignored: ["grantee"],
  create: (fact, want) => change(fact, want, initial(fact, want), fact.body.letters),
  alter: (have, want, sides) => alterBy(change(want, sides.want, have.body.letters, want.body.letters)),
  drop: (fact, have) => change(fact, have, fact.body.letters, initial(fact, have)),
};
