import { z } from "zod/mini";
import { address } from "../catalog.ts";
import type { FactOf } from "../fact.ts";
import { alterBy, type KindSpec } from "../kind.ts";
import { own, qualified, relationOf } from "../names.ts";
import { type Step, step } from "../statement.ts";
import { switches } from "./trigger.ts";

const body = z.object({
  /** As pg_get_ruledef writes it, after CREATE. */
  definition: z.string(),
  enabled: z.string(),
});
export type RuleBody = Readonly<z.infer<typeof body>>;

function enable(fact: FactOf<"rule">): Step {
  return step(
    `ALTER TABLE ${qualified(fact.name)} ${switches[fact.body.enabled] ?? "ENABLE"} RULE ${own(fact)}`,
    `Switch rule ${own(fact)} on ${qualified(fact.name)}`,
    { lock: "ACCESS EXCLUSIVE", on: relationOf(fact) },
  );
}

function create(fact: FactOf<"rule">, replacing: boolean): readonly Step[] {
  const sql = `CREATE ${replacing ? "OR REPLACE " : ""}${fact.body.definition}`;
  const does = `${replacing ? "Change" : "Create"} rule ${own(fact)} on ${qualified(fact.name)}`;
  const made = step(sql, does, { lock: "ACCESS EXCLUSIVE", on: relationOf(fact) });
  return fact.body.enabled === "O" ? [made] : [made, enable(fact)];
}

export const rule: KindSpec<"rule"> = {
  rank: 55,
  query: () =>
    `SELECT ${address("rule", "r.oid")} AS id, ${address("relation", "c.oid")} AS parent,
      json_build_array(n.nspname, c.relname, r.rulename) AS name,
      json_build_object('enabled', r.ev_enabled, 'definition',
        pg_catalog.rtrim(substr(pg_catalog.pg_get_ruledef(r.oid), length('CREATE ') + 1), ';')) AS body
    FROM pg_catalog.pg_rewrite r JOIN pg_catalog.pg_class c ON c.oid = r.ev_class JOIN ns n ON n.oid = c.relnamespace
    WHERE r.rulename <> '_RETURN'`,
  body,
  create: (fact) => create(fact, false),
  alter: (have, want) =>
    alterBy(
      have.body.definition === want.body.definition ? [enable(want)] : [...create(want, true), ...reset(have, want)],
    ),
  drop: (fact) => [
    step(`DROP RULE ${own(fact)} ON ${qualified(fact.name)}`, `Drop rule ${own(fact)} on ${qualified(fact.name)}`, {
      lock: "ACCESS EXCLUSIVE",
      on: relationOf(fact),
    }),
  ],
  target: (fact) => ({ type: "RULE", name: `${own(fact)} ON ${qualified(fact.name)}` }),
};

/** CREATE OR REPLACE RULE keeps the switch as it was. */
function reset(have: FactOf<"rule">, want: FactOf<"rule">): readonly Step[] {
  return have.body.enabled !== "O" && want.body.enabled === "O" ? [enable(want)] : [];
}
