import { z } from "zod/mini";
import { quoteLiteral } from "../../sql/quote.ts";
import { aclOf, address, roleOf } from "../catalog.ts";
import { alterBy, type KindSpec, replace } from "../kind.ts";
import { qualified, typeSlot } from "../names.ts";
import { type Step, step } from "../statement.ts";

const body = z.object({ labels: z.array(z.string()) });
export type EnumBody = Readonly<z.infer<typeof body>>;

/** ALTER TYPE … ADD VALUE for each new label, or null when a label goes or changes its place. */
function additions(type: string, have: readonly string[], want: readonly string[]): readonly Step[] | null {
  const kept = want.filter((label) => have.includes(label));
  if (kept.length !== have.length || kept.some((label, at) => label !== have[at])) return null;
  const present = [...have];
  const steps: Step[] = [];
  for (const [at, label] of want.entries()) {
    if (have.includes(label)) continue;
    const before = want[at - 1];
    const next = present[0];
    const place = before !== undefined
      ? ` AFTER ${quoteLiteral(before)}`
      : next === undefined
      ? ""
      : ` BEFORE ${quoteLiteral(next)}`;
    const last = before !== undefined && present[present.length - 1] === before;
    steps.push(step(
      `ALTER TYPE ${type} ADD VALUE ${quoteLiteral(label)}${last ? "" : place}`,
      `Add value ${quoteLiteral(label)} to enum ${type}`,
    ));
    present.splice(before === undefined ? 0 : present.indexOf(before) + 1, 0, label);
  }
  return steps;
}

export const enumeration: KindSpec<"enum"> = {
  rank: 13,
  query: () =>
    `SELECT ${address("type", "t.oid")} AS id, ${address("schema", "n.oid")} AS parent,
      json_build_array(n.nspname, t.typname) AS name, ${roleOf("t.typowner")} AS owner, ${aclOf("t.typacl")} AS acl,
      json_build_object('labels', (SELECT coalesce(json_agg(e.enumlabel ORDER BY e.enumsortorder), '[]')
        FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid)) AS body
    FROM pg_catalog.pg_type t JOIN ns n ON n.oid = t.typnamespace WHERE t.typtype = 'e'`,
  body,
  create: (fact) => {
    const labels = fact.body.labels.map(quoteLiteral).join(", ");
    const sql = `CREATE TYPE ${qualified(fact.name)} AS ENUM (${labels})`;
    return [step(sql, `Create enum ${qualified(fact.name)}`)];
  },
  alter: (have, want) => {
    const steps = additions(qualified(want.name), have.body.labels, want.body.labels);
    return steps === null ? replace : alterBy(steps);
  },
  drop: (fact) => [step(`DROP TYPE ${qualified(fact.name)}`, `Drop enum ${qualified(fact.name)}`)],
  slots: (fact) => [typeSlot(fact.name[0] ?? "", fact.name[1] ?? "")],
  target: (fact) => ({ type: "TYPE", name: qualified(fact.name), grant: "TYPE" }),
};
