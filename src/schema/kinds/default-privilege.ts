import { z } from "zod/mini";
import { quoteIdentifier } from "../../sql/quote.ts";
import type { FactOf } from "../fact.ts";
import { alterBy, type KindSpec } from "../kind.ts";
import { defaultLetters, grantChanges } from "../privileges.ts";
import type { Side } from "../side.ts";
import { type Step, step } from "../statement.ts";

const body = z.object({
  role: z.string(),
  /** null: in every schema. */
  schema: z.nullable(z.string()),
  /** r: tables, S: sequences, f: functions, T: types, n: schemas. */
  type: z.string(),
  grantee: z.string(),
  own: z.boolean(),
  letters: z.array(z.string()),
});
export type DefaultPrivilegeBody = Readonly<z.infer<typeof body>>;

const objects: Readonly<Record<string, readonly [plural: string, grant: string]>> = {
  r: ["TABLES", "TABLE"],
  S: ["SEQUENCES", "SEQUENCE"],
  f: ["FUNCTIONS", "FUNCTION"],
  T: ["TYPES", "TYPE"],
  n: ["SCHEMAS", "SCHEMA"],
};

/** What a new object gives this grantee before any default privilege: within one schema they only add. */
export function initialLetters(body: Omit<DefaultPrivilegeBody, "letters">, serverVersion: number): readonly string[] {
  if (body.schema !== null || (!body.own && body.grantee !== "")) return [];
  return defaultLetters(objects[body.type]?.[1] ?? "", body.own, serverVersion);
}

function change(fact: FactOf<"defaultPrivilege">, from: readonly string[], to: readonly string[]): readonly Step[] {
  const { role, schema, type, grantee } = fact.body;
  const where = schema === null ? "" : ` IN SCHEMA ${quoteIdentifier(schema)}`;
  const prefix = `ALTER DEFAULT PRIVILEGES FOR ROLE ${quoteIdentifier(role)}${where} `;
  const on = objects[type]?.[0] ?? "TABLES";
  return grantChanges(from, to, grantee, { on, columns: "", prefix })
    .map((sql) => step(sql, `Change what ${grantee === "" ? "PUBLIC" : grantee} may do with new ${on.toLowerCase()}`));
}

const initial = (fact: FactOf<"defaultPrivilege">, side: Side) =>
  initialLetters(fact.body, side.snapshot.serverVersion);

/** What one role will be allowed on objects that another role makes from now on. */
export const defaultPrivilege: KindSpec<"defaultPrivilege"> = {
  // After everything that the plan makes, which it is not about.
  rank: 90,
  query: null,
  body,
  create: (fact, want) => change(fact, initial(fact, want), fact.body.letters),
  alter: (have, want) => alterBy(change(want, have.body.letters, want.body.letters)),
  drop: (fact, have) => change(fact, fact.body.letters, initial(fact, have)),
};
