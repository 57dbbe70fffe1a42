/** Whether a default gives each row a value of its own, so that adding its column writes every row. */
import type { FactOf } from "./fact.ts";
import type { Side } from "./side.ts";

/** PostgreSQL's own volatile functions that stand in defaults (pg_proc.provolatile = 'v'). */
const volatileCall =
  /\b(nextval|clock_timestamp|timeofday|random|random_normal|gen_random_uuid|uuidv4|uuidv7|currval|lastval|setval|txid_current|pg_current_xact_id|uuid_generate_v\d\w*|gen_random_bytes)\(/;

/** Whether a default's expression calls a volatile function, of PostgreSQL's or of the schema's. */
export function isVolatile(fact: FactOf<"default">, want: Side): boolean {
  if (volatileCall.test(fact.body.expression)) return true;
  return fact.needs.some((need) => want.at(need, "function")?.body.volatile === true);
}
