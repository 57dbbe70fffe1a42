import { z } from "zod/mini";
import { address } from "../catalog.ts";
import type { Fact, FactOf } from "../fact.ts";
import { alterBy, type KindSpec, replace } from "../kind.ts";
import { own, qualified, relationOf } from "../names.ts";
import { type Step, step } from "../statement.ts";

const body = z.object({
  /** As pg_get_triggerdef writes it, after CREATE. */
  definition: z.string(),
  constraint: z.boolean(),
  /** O: on, D: off, R: on a replica, A: always. */
  enabled: z.string(),
});
export type TriggerBody = Readonly<z.infer<typeof body>>;

/** How ALTER TABLE switches triggers and rules. */
export const switches: Readonly<Record<string, string>> = {
  O: "ENABLE",
  D: "DISABLE",
  R: "ENABLE REPLICA",
  A: "ENABLE ALWAYS",
};

function enable(fact: FactOf<"trigger">): Step {
  return step(
    `ALTER TABLE ${qualified(fact.name)} ${switches[fact.body.enabled] ?? "ENABLE"} TRIGGER ${own(fact)}`,
    `Switch trigger ${own(fact)} on ${qualified(fact.name)}`,
    { lock: "SHARE ROW EXCLUSIVE", on: relationOf(fact) },
  );
}

function create(fact: FactOf<"trigger">, replacing: boolean): readonly Step[] {
  const sql = `CREATE ${replacing ? "OR REPLACE " : ""}${fact.body.definition}`;
  const does = `${replacing ? "Change" : "Create"} trigger ${own(fact)} on ${qualified(fact.name)}`;
  const made = step(sql, does, { lock: "SHARE ROW EXCLUSIVE", on: relationOf(fact) });
  return fact.body.enabled === "O" ? [made] : [made, enable(fact)];
}

export const trigger: KindSpec<"trigger"> = {
  rank: 60,
  query: () =>
    `SELECT ${address("trigger", "t.oid")} AS id, ${address("relation", "c.oid")} AS parent,
      json_build_array(n.nspname, c.relname, t.tgname) AS name,
      json_build_object('definition', substr(pg_catalog.pg_get_triggerdef(t.oid), length('CREATE ') + 1),
        'constraint', t.tgconstraint <> 0, 'enabled', t.tgenabled) AS body
    FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid JOIN ns n ON n.oid = c.relnamespace
    WHERE NOT t.tgisinternal AND t.tgparentid = 0`,
  body,
  create: (fact) => create(fact, false),
  alter: (have, want) => {
    // Both reach the partitions, whatever was switched there.
    const switched = (one: Fact) => one.kind === "partitionTrigger";
    if (have.body.definition === want.body.definition) return alterBy([enable(want)], switched);
    return have.body.constraint || want.body.constraint ? replace : alterBy(create(want, true), switched);
  },
  drop: (fact) => [
    step(
      `DROP TRIGGER ${own(fact)} ON ${qualified(fact.name)}`,
      `Drop trigger ${own(fact)} on ${qualified(fact.name)}`,
      { lock: "ACCESS EXCLUSIVE", on: relationOf(fact) },
    ),
  ],
  target: (fact) => ({ type: "TRIGGER", name: `${own(fact)} ON ${qualified(fact.name)}` }),
};
