import { z } from "zod/mini";
import { aclOf, address, roleOf } from "../catalog.ts";
import { isKind } from "../fact.ts";
import { alterBy, type KindSpec, replace } from "../kind.ts";
import { qualified, typeSlot } from "../names.ts";
import { type Step, step } from "../statement.ts";
import { constraintText } from "./domain-constraint.ts";

const body = z.object({
  type: z.string(),
  collation: z.nullable(z.string()),
  default: z.nullable(z.string()),
});
export type DomainBody = Readonly<z.infer<typeof body>>;

export const domain: KindSpec<"domain"> = {
  rank: 15,
  query: () =>
    `SELECT ${address("type", "t.oid")} AS id, ${address("schema", "n.oid")} AS parent,
      json_build_array(n.nspname, t.typname) AS name, ${roleOf("t.typowner")} AS owner, ${aclOf("t.typacl")} AS acl,
      json_build_object('type', pg_catalog.format_type(t.typbasetype, t.typtypmod),
        'default', coalesce(pg_catalog.pg_get_expr(t.typdefaultbin, 0), pg_catalog.quote_literal(t.typdefault)),
        'collation', CASE WHEN t.typcollation <> b.typcollation THEN
          (SELECT pg_catalog.quote_ident(cn.nspname) || '.' || pg_catalog.quote_ident(co.collname)
           FROM pg_catalog.pg_collation co JOIN pg_catalog.pg_namespace cn ON cn.oid = co.collnamespace
           WHERE co.oid = t.typcollation) END) AS body
    FROM pg_catalog.pg_type t JOIN ns n ON n.oid = t.typnamespace
      JOIN pg_catalog.pg_type b ON b.oid = t.typbasetype WHERE t.typtype = 'd'`,
  body,
  create: (fact, want, parts) => {
    const { type, collation, default: value } = fact.body;
    const pieces = [`CREATE DOMAIN ${qualified(fact.name)} AS ${type}`];
    if (collation !== null) pieces.push(`COLLATE ${collation}`);
    if (value !== null) pieces.push(`DEFAULT ${value}`);
    for (const part of parts) if (isKind(part, "domainConstraint")) pieces.push(constraintText(part, want));
    return [step(pieces.join(" "), `Create domain ${qualified(fact.name)}`)];
  },
  alter: (have, want) => {
    if (have.body.type !== want.body.type || have.body.collation !== want.body.collation) return replace;
    const name = qualified(want.name);
    const steps: Step[] = [];
    if (have.body.default !== want.body.default) {
      const change = want.body.default === null ? "DROP DEFAULT" : `SET DEFAULT ${want.body.default}`;
      steps.push(step(`ALTER DOMAIN ${name} ${change}`, `Change the default of domain ${name}`));
    }
    return alterBy(steps);
  },
  drop: (fact) => [step(`DROP DOMAIN ${qualified(fact.name)}`, `Drop domain ${qualified(fact.name)}`)],
  slots: (fact) => [typeSlot(fact.name[0] ?? "", fact.name[1] ?? "")],
  target: (fact) => ({ type: "DOMAIN", name: qualified(fact.name), grant: "TYPE" }),
};
