import { z } from "zod/mini";
import { quoteIdentifier } from "../../sql/quote.ts";
import { address, roleOf } from "../catalog.ts";
import type { FactOf } from "../fact.ts";
import { alterBy, type KindSpec } from "../kind.ts";
import { qualified } from "../names.ts";
import { type Step, step } from "../statement.ts";

const body = z.object({
  /** OPERATOR and FUNCTION clauses of members that belong to no class. */
  members: z.array(z.string()),
  /** The same in the same order, as DROP names them. */
  places: z.array(z.string()),
});
export type OperatorFamilyBody = Readonly<z.infer<typeof body>>;

const named = (fact: FactOf<"operatorFamily">) =>
  `${qualified(fact.name)} USING ${quoteIdentifier(fact.name[2] ?? "")}`;

/** SQL: clauses of an operator family's members; `where` picks them, `as` writes them as ADD or as DROP does. */
export function membersOf(where: string, as: "member" | "place" = "member"): string {
  const operator = `'OPERATOR ' || o.amopstrategy || ' ' || o.amopopr::regoperator::text ||
    coalesce(' FOR ORDER BY ' || (SELECT pg_catalog.quote_ident(sn.nspname) || '.' || pg_catalog.quote_ident(sf.opfname)
      FROM pg_catalog.pg_opfamily sf JOIN pg_catalog.pg_namespace sn ON sn.oid = sf.opfnamespace
      WHERE sf.oid = nullif(o.amopsortfamily, 0)), '')`;
  const operatorPlace =
    `'OPERATOR ' || o.amopstrategy || ' (' || pg_catalog.format_type(o.amoplefttype, NULL) || ', ' ||
    pg_catalog.format_type(o.amoprighttype, NULL) || ')'`;
  const functionPlace = `'FUNCTION ' || f.amprocnum || ' (' || pg_catalog.format_type(f.amproclefttype, NULL) || ', ' ||
    pg_catalog.format_type(f.amprocrighttype, NULL) || ')'`;
  return `(SELECT coalesce(json_agg(${as} ORDER BY member), '[]') FROM (
    SELECT ${operator} AS member, ${operatorPlace} AS place FROM pg_catalog.pg_amop o WHERE ${
    where.replaceAll("$class", "2602").replaceAll("$member", "o.oid").replaceAll("$family", "o.amopfamily")
  }
    UNION ALL SELECT ${functionPlace} || ' ' || f.amproc::regprocedure::text, ${functionPlace} FROM pg_catalog.pg_amproc f WHERE ${
    where.replaceAll("$class", "2603").replaceAll("$member", "f.oid").replaceAll("$family", "f.amprocfamily")
  }) m)`;
}

const loose = `$family = f0.oid AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.classid = $class
  AND d.objid = $member AND d.refclassid = 2616 AND d.deptype = 'i')`;

export const operatorFamily: KindSpec<"operatorFamily"> = {
  rank: 27,
  query: () =>
    `SELECT ${address("operatorFamily", "f0.oid")} AS id, ${address("schema", "n.oid")} AS parent,
      json_build_array(n.nspname, f0.opfname, am.amname) AS name, ${roleOf("f0.opfowner")} AS owner,
      json_build_object('members', ${membersOf(loose)}, 'places', ${membersOf(loose, "place")}) AS body
    FROM pg_catalog.pg_opfamily f0 JOIN ns n ON n.oid = f0.opfnamespace JOIN pg_catalog.pg_am am ON am.oid = f0.opfmethod`,
  body,
  ignored: ["places"],
  create: (fact) => {
    const steps: Step[] = [step(`CREATE OPERATOR FAMILY ${named(fact)}`, `Create operator family ${named(fact)}`)];
    if (fact.body.members.length > 0) steps.push(add(fact, fact.body.members));
    return steps;
  },
  alter: (have, want) => {
    const steps: Step[] = [];
    const gone = have.body.members.filter((one) => !want.body.members.includes(one));
    const added = want.body.members.filter((one) => !have.body.members.includes(one));
    const places = have.body.places.filter((_, at) => gone.includes(have.body.members[at] ?? ""));
    if (gone.length > 0) {
      const sql = `ALTER OPERATOR FAMILY ${named(want)} DROP ${places.join(", ")}`;
      steps.push(step(sql, `Take members out of operator family ${named(want)}`));
    }
    if (added.length > 0) steps.push(add(want, added));
    return alterBy(steps);
  },
  drop: (fact) => [step(`DROP OPERATOR FAMILY ${named(fact)}`, `Drop operator family ${named(fact)}`)],
  target: (fact) => ({ type: "OPERATOR FAMILY", name: named(fact) }),
};

function add(fact: FactOf<"operatorFamily">, members: readonly string[]): Step {
  const sql = `ALTER OPERATOR FAMILY ${named(fact)} ADD\n  ${members.join(",\n  ")}`;
  return step(sql, `Add members to operator family ${named(fact)}`);
}
