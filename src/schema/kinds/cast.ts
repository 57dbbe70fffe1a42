import { z } from "zod/mini";
import { address } from "../catalog.ts";
import { type KindSpec, replace } from "../kind.ts";
import { step } from "../statement.ts";

const body = z.object({
  /** `schema.name(types)`, or null. */
  function: z.nullable(z.string()),
  /** f: by a function, i: by input and output, b: binary coercible. */
  method: z.string(),
  /** e: explicit only, a: on assignment, i: implicit. */
  context: z.string(),
});
export type CastBody = Readonly<z.infer<typeof body>>;

const contexts: Readonly<Record<string, string>> = { a: " AS ASSIGNMENT", i: " AS IMPLICIT" };
const types = (name: readonly string[]) => `(${name[0]} AS ${name[1]})`;

export const cast: KindSpec<"cast"> = {
  rank: 27,
  query: () =>
    `SELECT ${address("cast", "c.oid")} AS id, NULL AS parent,
      json_build_array(pg_catalog.format_type(c.castsource, NULL), pg_catalog.format_type(c.casttarget, NULL)) AS name,
      json_build_object('function', nullif(c.castfunc, 0)::regprocedure::text, 'method', c.castmethod,
        'context', c.castcontext) AS body
    FROM pg_catalog.pg_cast c WHERE c.oid >= 16384 AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
      WHERE d.classid = 2605 AND d.objid = c.oid AND d.deptype = 'i')`,
  body,
  create: (fact) => {
    const { function: call, method, context } = fact.body;
    const how = method === "i" ? "WITH INOUT" : call === null ? "WITHOUT FUNCTION" : `WITH FUNCTION ${call}`;
    return [
      step(`CREATE CAST ${types(fact.name)} ${how}${contexts[context] ?? ""}`, `Create cast ${types(fact.name)}`),
    ];
  },
  alter: () => replace,
  drop: (fact) => [step(`DROP CAST ${types(fact.name)}`, `Drop cast ${types(fact.name)}`)],
  target: (fact) => ({ type: "CAST", name: types(fact.name) }),
};
