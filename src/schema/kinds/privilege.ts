import { z } from "zod/mini";
import { quoteIdentifier } from "../../sql/quote.ts";
import type { Fact, FactOf } from "../fact.ts";
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
  const grant = targetOf(fact.parent, side)?.grant ?? "";
  const object = fact.parent === null ? null : side.get(fact.parent);
  if (object === null || object.kind === "column" || object.kind === "viewColumn") return [];
  const given = side.before === null
    ? null
    : lettersGiven(object, grant, fact.body.grantee, fact.body.own, side.before);
  if (given !== null) return given;
  return fact.body.own || fact.body.grantee === ""
    ? defaultLetters(grant, fact.body.own, side.snapshot.serverVersion)
    : [];
}

const defaultTypes: Readonly<Record<string, string>> = {
  FUNCTION: "f",
  PROCEDURE: "f",
  SCHEMA: "n",
  SEQUENCE: "S",
  TABLE: "r",
  TYPE: "T",
};

/** What the default privileges of the role that runs the plan give on a new object; null when they say nothing of it. */
function lettersGiven(
  object: Fact,
  grant: string,
  grantee: string,
  own: boolean,
  have: Side,
): readonly string[] | null {
  const type = defaultTypes[grant] ?? "";
  const user = have.snapshot.user;
  const who = own ? user : grantee;
  const everywhere = have.find("defaultPrivilege", [user, "", type, who]);
  const here = type === "n" ? null : have.find("defaultPrivilege", [user, object.name[0] ?? "", type, who]);
  if (everywhere === null && here === null) return null;
  const usual = own || grantee === "" ? defaultLetters(grant, own, have.snapshot.serverVersion) : [];
  return [...new Set([...everywhere?.body.letters ?? usual, ...here?.body.letters ?? []])].sort();
}

/** Takes from a new object what default privileges gave and nobody wants. */
export function withdraw(object: Fact, want: Side, have: Side): readonly Step[] {
  const grant = targetOf(object.key, want)?.grant;
  if (grant === undefined) return [];
  const steps: Step[] = [];
  for (const fact of have.facts.values()) {
    if (fact.kind !== "defaultPrivilege" || want.get(fact.key) === null) continue;
    const { role, schema, type, grantee, own } = fact.body;
    if (role !== have.snapshot.user || type !== defaultTypes[grant]) continue;
    if (schema !== null && schema !== object.name[0]) continue;
    if (want.find("privilege", [object.key, own ? "$owner" : grantee]) !== null) continue;
    const body = { grantee, own, letters: [] };
    const one = { kind: "privilege" as const, key: "", parent: object.key, name: [], body, needs: [], follows: [] };
    const given = lettersGiven(object, grant, grantee, own, have) ?? [];
    const usual = own || grantee === "" ? defaultLetters(grant, own, have.snapshot.serverVersion) : [];
    steps.push(...change(one, want, given, usual));
  }
  return steps;
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
  alter: (have, want, sides) =>
    alterBy(
      change(want, sides.want, have.body.letters, want.body.letters),
      // What is taken from all of a table is taken from its columns as well.
      (dependent) =>
        dependent.kind === "privilege" && have.body.letters.some((one) => !want.body.letters.includes(one)),
    ),
  drop: (fact, have) => change(fact, have, fact.body.letters, initial(fact, have)),
};
