import { z } from "zod/mini";
import { address, roleOf } from "../catalog.ts";
import type { FactOf } from "../fact.ts";
import { alterBy, type KindSpec, replace } from "../kind.ts";
import { qualified } from "../names.ts";
import { type Step, step } from "../statement.ts";

const body = z.object({
  /** As pg_get_statisticsobjdef writes it. */
  definition: z.string(),
  target: z.nullable(z.number()),
});
export type StatisticsBody = Readonly<z.infer<typeof body>>;

function setTarget(fact: FactOf<"statistics">): Step {
  const sql = `ALTER STATISTICS ${qualified(fact.name)} SET STATISTICS ${fact.body.target ?? -1}`;
  return step(sql, `Change the target of statistics ${qualified(fact.name)}`);
}

export const statistics: KindSpec<"statistics"> = {
  rank: 48,
  query: () =>
    `SELECT ${address("statistics", "s.oid")} AS id, ${address("relation", "s.stxrelid")} AS parent,
      json_build_array(n.nspname, s.stxname) AS name, ${roleOf("s.stxowner")} AS owner,
      json_build_object('definition', pg_catalog.pg_get_statisticsobjdef(s.oid),
        'target', nullif(s.stxstattarget, -1)) AS body
    FROM pg_catalog.pg_statistic_ext s JOIN ns n ON n.oid = s.stxnamespace`,
  body,
  create: (fact) => {
    const made = step(fact.body.definition, `Create statistics ${qualified(fact.name)}`, {
      lock: "SHARE UPDATE EXCLUSIVE",
      on: fact.parent,
    });
    return fact.body.target === null ? [made] : [made, setTarget(fact)];
  },
  alter: (have, want) => have.body.definition === want.body.definition ? alterBy([setTarget(want)]) : replace,
  drop: (fact) => [
    step(`DROP STATISTICS ${qualified(fact.name)}`, `Drop statistics ${qualified(fact.name)}`, {
      lock: "SHARE UPDATE EXCLUSIVE",
      on: fact.parent,
    }),
  ],
  target: (fact) => ({ type: "STATISTICS", name: qualified(fact.name) }),
};
