import { z } from "zod/mini";
import { quoteIdentifier } from "../../sql/quote.ts";
import { address } from "../catalog.ts";
import type { FactOf } from "../fact.ts";
import { type Alteration, alterBy, type KindSpec, replace } from "../kind.ts";
import { qualified } from "../names.ts";
import type { Side } from "../side.ts";
import { step } from "../statement.ts";

const body = z.object({
  /** Without NOT VALID. */
  definition: z.string(),
  validated: z.boolean(),
  /** Its name; null before PostgreSQL 17 for NOT NULL, which has none. */
  constraint: z.nullable(z.string()),
});
export type DomainConstraintBody = Readonly<z.infer<typeof body>>;

/** There is one, so it goes by that: the third of its names is empty. */
const isNotNull = (fact: FactOf<"domainConstraint">) => fact.body.definition === "NOT NULL";
const named = (fact: FactOf<"domainConstraint">) => quoteIdentifier(fact.body.constraint ?? "");

/** `CONSTRAINT name CHECK (…)`; without the name where PostgreSQL would give it, and not because it is taken. */
export function constraintText(fact: FactOf<"domainConstraint">, { before }: Side): string {
  const { definition, constraint } = fact.body;
  const taken = before?.find("domainConstraint", fact.name)?.body.constraint ?? null;
  const usual = isNotNull(fact) && constraint === `${fact.name[1]}_not_null` && constraint !== taken;
  return usual || constraint === null ? definition : `CONSTRAINT ${named(fact)} ${definition}`;
}

const shown = (fact: FactOf<"domainConstraint">) =>
  isNotNull(fact)
    ? `the not-null constraint of domain ${qualified(fact.name)}`
    : `constraint ${named(fact)} of domain ${qualified(fact.name)}`;

const notNulls = (version: number) =>
  version < 170000
    ? `SELECT 'domainNotNull/' || t.oid, ${address("type", "t.oid")}, json_build_array(n.nspname, t.typname, ''),
        json_build_object('validated', true, 'definition', 'NOT NULL', 'constraint', NULL)
      FROM pg_catalog.pg_type t JOIN ns n ON n.oid = t.typnamespace WHERE t.typtype = 'd' AND t.typnotnull`
    : `SELECT ${address("constraint", "k.oid")}, ${
      address("type", "t.oid")
    }, json_build_array(n.nspname, t.typname, ''),
        json_build_object('validated', k.convalidated, 'definition', 'NOT NULL', 'constraint', k.conname)
      FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_type t ON t.oid = k.contypid
        JOIN ns n ON n.oid = t.typnamespace WHERE k.contype = 'n'`;

function alter(have: FactOf<"domainConstraint">, want: FactOf<"domainConstraint">): Alteration {
  const [from, to] = [have.body, want.body];
  const domain = `ALTER DOMAIN ${qualified(want.name)}`;
  if (isNotNull(want)) {
    if (from.constraint === null || to.constraint === null || from.constraint === to.constraint) return alterBy([]);
    return alterBy([step(`${domain} RENAME CONSTRAINT ${named(have)} TO ${named(want)}`, `Rename ${shown(want)}`)]);
  }
  if (from.definition !== to.definition || !to.validated) return replace;
  const sql = `${domain} VALIDATE CONSTRAINT ${named(want)}`;
  return alterBy([step(sql, `Validate ${shown(want)}`, { lock: "SHARE", scans: true })]);
}

/** A check of a domain, or its NOT NULL. */
export const domainConstraint: KindSpec<"domainConstraint"> = {
  rank: 40,
  query: (version) =>
    `SELECT ${address("constraint", "k.oid")} AS id, ${address("type", "t.oid")} AS parent,
      json_build_array(n.nspname, t.typname, k.conname) AS name,
      json_build_object('validated', k.convalidated, 'constraint', k.conname, 'definition',
        pg_catalog.regexp_replace(pg_catalog.pg_get_constraintdef(k.oid), ' NOT VALID$', '')) AS body
    FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_type t ON t.oid = k.contypid JOIN ns n ON n.oid = t.typnamespace
    WHERE k.contype = 'c' UNION ALL ${notNulls(version)}`,
  body,
  inline: (fact, want) => fact.body.validated ? constraintText(fact, want) : null,
  create: (fact, want) => {
    const domain = `ALTER DOMAIN ${qualified(fact.name)}`;
    const text = constraintText(fact, want);
    const effects = { lock: "SHARE", scans: true } as const;
    if (isNotNull(fact)) {
      const sql = `${domain} ${text === "NOT NULL" ? "SET" : "ADD"} ${text}`;
      return [step(sql, `Let domain ${qualified(fact.name)} take no nulls`, effects)];
    }
    const does = `Add constraint ${named(fact)} to domain ${qualified(fact.name)}`;
    return fact.body.validated
      ? [step(`${domain} ADD ${text}`, does, effects)]
      : [step(`${domain} ADD ${text} NOT VALID`, does)];
  },
  alter,
  drop: (fact) => {
    const domain = `ALTER DOMAIN ${qualified(fact.name)}`;
    return isNotNull(fact)
      ? [step(`${domain} DROP NOT NULL`, `Let domain ${qualified(fact.name)} take nulls`)]
      : [step(`${domain} DROP CONSTRAINT ${named(fact)}`, `Drop ${shown(fact)}`)];
  },
  target: (fact) =>
    fact.body.constraint === null
      ? null
      : { type: "CONSTRAINT", name: `${named(fact)} ON DOMAIN ${qualified(fact.name)}` },
  position: (fact) => isNotNull(fact) ? 0 : 1,
};
