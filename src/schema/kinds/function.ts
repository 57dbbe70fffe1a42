import { z } from "zod/mini";
import { aclOf, address, roleOf } from "../catalog.ts";
import type { FactOf } from "../fact.ts";
import { alterBy, type KindSpec, replace } from "../kind.ts";
import { qualified } from "../names.ts";
import { step } from "../statement.ts";

const body = z.object({
  procedure: z.boolean(),
  /** As pg_get_functiondef writes it, from FUNCTION or PROCEDURE on. */
  definition: z.string(),
  /** Names, modes and types of the arguments, without defaults: what CREATE OR REPLACE must leave alone. */
  signature: z.string(),
  /** How many arguments have a default: CREATE OR REPLACE takes none away. */
  defaults: z.number(),
  result: z.nullable(z.string()),
  volatile: z.boolean(),
  /** Text that PostgreSQL checks against the schema when the function is made, but keeps no dependencies of. */
  source: z.nullable(z.string()),
});
export type FunctionBody = Readonly<z.infer<typeof body>>;

const kindOf = (fact: FactOf<"function">) => fact.body.procedure ? "PROCEDURE" : "FUNCTION";

/** `schema.name(types)`, as COMMENT and DROP need it. */
export function routineName(name: readonly string[]): string {
  return `${qualified(name)}(${name.slice(2).join(", ")})`;
}

/**
 * The calls that a routine takes, by what PostgreSQL tells them apart by: one more for each argument that has a default.
 * Where two take the same, the call is refused as ambiguous.
 */
function calls({ name, body }: FactOf<"function">): readonly string[] {
  const least = name.length - 2 - body.defaults;
  return Array.from(
    { length: body.defaults + 1 },
    (_, more) => `call ${JSON.stringify(name.slice(0, 2 + least + more))}`,
  );
}

/** SQL for an array of the types of a routine's input arguments. */
export const argumentTypes = `(SELECT coalesce(jsonb_agg(pg_catalog.format_type(u.type, NULL) ORDER BY u.n), '[]')
  FROM unnest(p.proargtypes) WITH ORDINALITY AS u(type, n))`;

export const routine: KindSpec<"function"> = {
  rank: 25,
  query: () =>
    `SELECT ${address("function", "p.oid")} AS id, ${address("schema", "n.oid")} AS parent,
      (jsonb_build_array(n.nspname, p.proname) || ${argumentTypes})::json AS name,
      ${roleOf("p.proowner")} AS owner, ${aclOf("p.proacl")} AS acl,
      json_build_object('procedure', p.prokind = 'p',
        'definition', substr(pg_catalog.pg_get_functiondef(p.oid), length('CREATE OR REPLACE ') + 1),
        'signature', pg_catalog.pg_get_function_identity_arguments(p.oid), 'defaults', p.pronargdefaults,
        'result', pg_catalog.pg_get_function_result(p.oid), 'volatile', p.provolatile = 'v',
        'source', CASE WHEN p.prosqlbody IS NULL AND l.lanname IN ('sql', 'plpgsql') THEN p.prosrc END) AS body
    FROM pg_catalog.pg_proc p JOIN ns n ON n.oid = p.pronamespace JOIN pg_catalog.pg_language l ON l.oid = p.prolang
    WHERE p.prokind IN ('f', 'p', 'w') AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
      WHERE d.classid = 1255 AND d.objid = p.oid AND d.deptype = 'i')`,
  body,
  ignored: ["source", "volatile", "defaults"],
  create: (fact) => {
    const does = `Create ${kindOf(fact).toLowerCase()} ${routineName(fact.name)}`;
    return [step(`CREATE ${fact.body.definition.trimEnd()}`, does)];
  },
  alter: (have, want) => {
    const [from, to] = [have.body, want.body];
    if (from.signature !== to.signature || from.result !== to.result || from.procedure !== to.procedure) return replace;
    if (to.defaults < from.defaults) return replace;
    const does = `Change ${kindOf(want).toLowerCase()} ${routineName(want.name)}`;
    return alterBy([step(`CREATE OR REPLACE ${to.definition.trimEnd()}`, does)]);
  },
  drop: (fact) => [
    step(
      `DROP ${kindOf(fact)} ${routineName(fact.name)}`,
      `Drop ${kindOf(fact).toLowerCase()} ${routineName(fact.name)}`,
    ),
  ],
  slots: (fact) => [`routine ${JSON.stringify(fact.name)}`, ...calls(fact)],
  target: (fact) => ({ type: kindOf(fact), name: routineName(fact.name), grant: kindOf(fact) }),
};
