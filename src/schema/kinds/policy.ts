import { z } from "zod/mini";
import { quoteIdentifier } from "../../sql/quote.ts";
import { address } from "../catalog.ts";
import { alterBy, type KindSpec, replace } from "../kind.ts";
import { own, qualified, tableOf } from "../names.ts";
import { step } from "../statement.ts";

const body = z.object({
  /** r, a, w, d, or * for all. */
  command: z.string(),
  permissive: z.boolean(),
  /** Empty text is PUBLIC. */
  roles: z.array(z.string()),
  using: z.nullable(z.string()),
  check: z.nullable(z.string()),
});
export type PolicyBody = Readonly<z.infer<typeof body>>;

const commands: Readonly<Record<string, string>> = { r: "SELECT", a: "INSERT", w: "UPDATE", d: "DELETE", "*": "ALL" };
const roleText = (name: string) => name === "" ? "PUBLIC" : quoteIdentifier(name);

export const policy: KindSpec<"policy"> = {
  rank: 61,
  query: () =>
    `SELECT ${address("policy", "p.oid")} AS id, ${address("relation", "c.oid")} AS parent,
      json_build_array(n.nspname, c.relname, p.polname) AS name,
      json_build_object('command', p.polcmd, 'permissive', p.polpermissive,
        'roles', (SELECT json_agg(CASE WHEN r = 0 THEN '' ELSE ${"pg_catalog.pg_get_userbyid(r)"} END
          ORDER BY CASE WHEN r = 0 THEN '' ELSE pg_catalog.pg_get_userbyid(r) END) FROM unnest(p.polroles) r),
        'using', pg_catalog.pg_get_expr(p.polqual, p.polrelid),
        'check', pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid)) AS body
    FROM pg_catalog.pg_policy p JOIN pg_catalog.pg_class c ON c.oid = p.polrelid JOIN ns n ON n.oid = c.relnamespace`,
  body,
  create: (fact) => {
    const { command, permissive, roles, using, check } = fact.body;
    const pieces = [`CREATE POLICY ${own(fact)} ON ${qualified(fact.name)}`];
    if (!permissive) pieces.push("AS RESTRICTIVE");
    if (command !== "*") pieces.push(`FOR ${commands[command] ?? "ALL"}`);
    if (roles.join() !== "") pieces.push(`TO ${roles.map(roleText).join(", ")}`);
    if (using !== null) pieces.push(`USING (${using})`);
    if (check !== null) pieces.push(`WITH CHECK (${check})`);
    return [step(pieces.join(" "), `Create policy ${own(fact)} on ${qualified(fact.name)}`, {
      lock: "ACCESS EXCLUSIVE",
      on: tableOf(fact),
    })];
  },
  alter: (have, want) => {
    const [from, to] = [have.body, want.body];
    const gone = (from.using !== null && to.using === null) || (from.check !== null && to.check === null);
    if (from.command !== to.command || from.permissive !== to.permissive || gone) return replace;
    const pieces = [`ALTER POLICY ${own(want)} ON ${qualified(want.name)}`];
    if (from.roles.join() !== to.roles.join()) pieces.push(`TO ${to.roles.map(roleText).join(", ")}`);
    if (from.using !== to.using) pieces.push(`USING (${to.using})`);
    if (from.check !== to.check) pieces.push(`WITH CHECK (${to.check})`);
    return alterBy([step(pieces.join(" "), `Change policy ${own(want)} on ${qualified(want.name)}`, {
      lock: "ACCESS EXCLUSIVE",
      on: tableOf(want),
    })]);
  },
  drop: (fact) => [
    step(`DROP POLICY ${own(fact)} ON ${qualified(fact.name)}`, `Drop policy ${own(fact)} on ${qualified(fact.name)}`, {
      lock: "ACCESS EXCLUSIVE",
      on: tableOf(fact),
    }),
  ],
  target: (fact) => ({ type: "POLICY", name: `${own(fact)} ON ${qualified(fact.name)}` }),
};
