import { z } from "zod/mini";
import { aclOf, address, roleOf } from "../catalog.ts";
import type { FactOf } from "../fact.ts";
import { alterBy, type KindSpec, replace } from "../kind.ts";
import { qualified } from "../names.ts";
import { step } from "../statement.ts";
import { argumentTypes, routineName } from "./function.ts";

const body = z.object({
  /** Arguments as CREATE AGGREGATE writes them. */
  arguments: z.string(),
  /** `name = value` of everything between the brackets. */
  options: z.array(z.string()),
  result: z.nullable(z.string()),
});
export type AggregateBody = Readonly<z.infer<typeof body>>;

const functionName = (column: string) => `nullif(${column}::oid, 0)::regproc::text`;
const option = (name: string, value: string) => `'${name} = ' || ${value}`;

const query = () =>
  `SELECT ${address("function", "p.oid")} AS id, ${address("schema", "n.oid")} AS parent,
    (jsonb_build_array(n.nspname, p.proname) || ${argumentTypes})::json AS name,
    ${roleOf("p.proowner")} AS owner, ${aclOf("p.proacl")} AS acl,
    json_build_object('arguments', pg_catalog.pg_get_function_arguments(p.oid),
      'result', pg_catalog.pg_get_function_result(p.oid),
      'options', (SELECT json_agg(o) FROM unnest(ARRAY[
        ${option("SFUNC", functionName("a.aggtransfn"))},
        ${option("STYPE", "pg_catalog.format_type(a.aggtranstype, NULL)")},
        ${option("SSPACE", "nullif(a.aggtransspace, 0)")},
        ${option("FINALFUNC", functionName("a.aggfinalfn"))},
        CASE WHEN a.aggfinalextra THEN 'FINALFUNC_EXTRA' END,
        CASE WHEN a.aggfinalfn <> 0 AND a.aggfinalmodify <> CASE a.aggkind WHEN 'n' THEN 'r' ELSE 'w' END::"char"
          THEN 'FINALFUNC_MODIFY = ' || CASE a.aggfinalmodify WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE'
            ELSE 'READ_WRITE' END END,
        ${option("COMBINEFUNC", functionName("a.aggcombinefn"))},
        ${option("SERIALFUNC", functionName("a.aggserialfn"))},
        ${option("DESERIALFUNC", functionName("a.aggdeserialfn"))},
        ${option("INITCOND", "pg_catalog.quote_literal(a.agginitval)")},
        ${option("MSFUNC", functionName("a.aggmtransfn"))},
        ${option("MINVFUNC", functionName("a.aggminvtransfn"))},
        CASE WHEN a.aggmtranstype <> 0 THEN 'MSTYPE = ' || pg_catalog.format_type(a.aggmtranstype, NULL) END,
        ${option("MSSPACE", "nullif(a.aggmtransspace, 0)")},
        ${option("MFINALFUNC", functionName("a.aggmfinalfn"))},
        CASE WHEN a.aggmfinalextra THEN 'MFINALFUNC_EXTRA' END,
        CASE WHEN a.aggmfinalfn <> 0 AND a.aggmfinalmodify <> CASE a.aggkind WHEN 'n' THEN 'r' ELSE 'w' END::"char"
          THEN 'MFINALFUNC_MODIFY = ' || CASE a.aggmfinalmodify WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE'
            ELSE 'READ_WRITE' END END,
        ${option("MINITCOND", "pg_catalog.quote_literal(a.aggminitval)")},
        (SELECT 'SORTOP = OPERATOR(' || pg_catalog.quote_ident(sn.nspname) || '.' || s.oprname || ')'
          FROM pg_catalog.pg_operator s JOIN pg_catalog.pg_namespace sn ON sn.oid = s.oprnamespace
          WHERE s.oid = a.aggsortop),
        CASE p.proparallel WHEN 's' THEN 'PARALLEL = SAFE' WHEN 'r' THEN 'PARALLEL = RESTRICTED' END,
        CASE WHEN a.aggkind = 'h' THEN 'HYPOTHETICAL' END]) o WHERE o IS NOT NULL)) AS body
  FROM pg_catalog.pg_aggregate a JOIN pg_catalog.pg_proc p ON p.oid = a.aggfnoid JOIN ns n ON n.oid = p.pronamespace`;

function named(fact: FactOf<"aggregate">): string {
  return `${qualified(fact.name)}(${fact.body.arguments === "" ? "*" : fact.body.arguments})`;
}

function create(fact: FactOf<"aggregate">, replacing: boolean): string {
  const how = replacing ? "CREATE OR REPLACE" : "CREATE";
  return `${how} AGGREGATE ${named(fact)} (\n  ${fact.body.options.join(",\n  ")}\n)`;
}

export const aggregate: KindSpec<"aggregate"> = {
  rank: 26,
  query,
  body,
  create: (fact) => [step(create(fact, false), `Create aggregate ${routineName(fact.name)}`)],
  alter: (have, want) =>
    have.body.arguments !== want.body.arguments || have.body.result !== want.body.result
      ? replace
      : alterBy([step(create(want, true), `Change aggregate ${routineName(want.name)}`)]),
  drop: (fact) => [step(`DROP AGGREGATE ${named(fact)}`, `Drop aggregate ${routineName(fact.name)}`)],
  slots: (fact) => [`routine ${JSON.stringify(fact.name)}`],
  target: (fact) => ({ type: "AGGREGATE", name: named(fact), grant: "FUNCTION" }),
};
