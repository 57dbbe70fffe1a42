import { z } from "zod/mini";
import { address } from "../catalog.ts";
import type { FactOf } from "../fact.ts";
import { alterBy, type KindSpec, replace } from "../kind.ts";
import { own, qualified } from "../names.ts";
import { step } from "../statement.ts";

const body = z.object({
  /** Without NOT VALID. */
  definition: z.string(),
  validated: z.boolean(),
});
export type DomainConstraintBody = Readonly<z.infer<typeof body>>;

/** `CONSTRAINT name CHECK (…)`. */
export function constraintText(fact: FactOf<"domainConstraint">): string {
  return `CONSTRAINT ${own(fact)} ${fact.body.definition}`;
}

export const domainConstraint: KindSpec<"domainConstraint"> = {
  rank: 40,
  query: () =>
    `SELECT ${address("constraint", "k.oid")} AS id, ${address("type", "t.oid")} AS parent,
      json_build_array(n.nspname, t.typname, k.conname) AS name,
      json_build_object('validated', k.convalidated, 'definition',
        pg_catalog.regexp_replace(pg_catalog.pg_get_constraintdef(k.oid), ' NOT VALID$', '')) AS body
    FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_type t ON t.oid = k.contypid JOIN ns n ON n.oid = t.typnamespace
    WHERE k.contype = 'c'`,
  body,
  inline: (fact) => fact.body.validated ? constraintText(fact) : null,
  create: (fact) => {
    const sql = `ALTER DOMAIN ${qualified(fact.name)} ADD ${constraintText(fact)}`;
    const does = `Add constraint ${own(fact)} to domain ${qualified(fact.name)}`;
    return fact.body.validated ? [step(sql, does, { lock: "SHARE", scans: true })] : [step(`${sql} NOT VALID`, does)];
  },
  alter: (have, want) => {
    if (have.body.definition !== want.body.definition || !want.body.validated) return replace;
    const sql = `ALTER DOMAIN ${qualified(want.name)} VALIDATE CONSTRAINT ${own(want)}`;
    return alterBy([
      step(sql, `Validate constraint ${own(want)} of domain ${qualified(want.name)}`, { lock: "SHARE", scans: true }),
    ]);
  },
  drop: (fact) => [
    step(
      `ALTER DOMAIN ${qualified(fact.name)} DROP CONSTRAINT ${own(fact)}`,
      `Drop constraint ${own(fact)} of domain ${qualified(fact.name)}`,
    ),
  ],
  target: (fact) => ({ type: "CONSTRAINT", name: `${own(fact)} ON DOMAIN ${qualified(fact.name)}` }),
};
