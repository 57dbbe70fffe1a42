import { z } from "zod/mini";
import { quoteIdentifier, quoteLiteral } from "../../sql/quote.ts";
import { aclOf, address, roleOf } from "../catalog.ts";
import { type FactOf, isKind, keyOf } from "../fact.ts";
import { alterBy, type KindSpec, replace } from "../kind.ts";
import { alterAll, own, qualified, relationSlot, tableOf } from "../names.ts";
import type { Side } from "../side.ts";
import { type Step, step } from "../statement.ts";
import { falls, intoLimits, sequenceBodyOf, sequenceChanges, sequenceNumbers, sequenceText } from "./sequence.ts";

const body = z.extend(z.object(sequenceNumbers), {
  always: z.boolean(),
  /** Schema and name of the sequence that it owns. */
  sequence: z.array(z.string()),
});
export type IdentityBody = Readonly<z.infer<typeof body>>;

/** `GENERATED ALWAYS AS IDENTITY (…)`; the sequence's name is said only when it is not the one PostgreSQL would take. */
export function identityText(fact: FactOf<"identity">): string {
  const { always, sequence } = fact.body;
  const options: string[] = [];
  if (sequence[0] !== fact.name[0] || sequence[1] !== `${fact.name[1]}_${fact.name[2]}_seq`) {
    options.push(`SEQUENCE NAME ${qualified(sequence)}`);
  }
  const text = sequenceText(fact.body);
  if (text !== "") options.push(text);
  const inside = options.length === 0 ? "" : ` (${options.join(" ")})`;
  return `GENERATED ${always ? "ALWAYS" : "BY DEFAULT"} AS IDENTITY${inside}`;
}

/** Whether an index of the table finds the largest value of a column without reading the rows. */
export function isIndexed(column: { readonly name: readonly string[] }, have: Side, want: Side): boolean {
  const table = tableOf(column);
  const leads = new RegExp(`^USING btree \\(${own(column).replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}( DESC)?[,)]`);
  return [...have.facts.values()].some((one) =>
    isKind(one, "index") && keyOf("table", one.body.table) === table && one.body.valid && one.body.predicate === null &&
    leads.test(one.body.definition) && want.get(one.key) !== null
  );
}

/** A column that a sequence fills. */
interface Counted {
  /** The column's names. */
  readonly name: readonly string[];
  readonly sequence: readonly string[];
  readonly increment: string;
}

/** Goes on counting after the values that the table holds. */
export function carryOn({ name, sequence, increment }: Counted, indexed: boolean): Step {
  const [table, column] = [qualified(name), own({ name })];
  return step(
    `SELECT pg_catalog.setval(${quoteLiteral(qualified(sequence))}::pg_catalog.regclass, ` +
      `pg_catalog.max(${column}) + ${increment}, false) FROM ${table} HAVING pg_catalog.max(${column}) IS NOT NULL`,
    `Let ${table}.${column} count on after its largest value`,
    { lock: "ACCESS SHARE", on: tableOf({ name }), scans: !indexed },
  );
}

export const identity: KindSpec<"identity"> = {
  rank: 34,
  query: () =>
    `SELECT ${address("relation", "s.seqrelid")} AS id, ${address("relation", "c.oid", "a.attnum")} AS parent,
      json_build_array(n.nspname, c.relname, a.attname) AS name, ${aclOf("sc.relacl")} AS acl,
      ${roleOf("sc.relowner")} AS "aclOwner",
      (${sequenceBodyOf("s", "sc")} || jsonb_build_object('always', a.attidentity = 'a',
        'sequence', json_build_array(sn.nspname, sc.relname)))::json AS body
    FROM pg_catalog.pg_sequence s JOIN pg_catalog.pg_class sc ON sc.oid = s.seqrelid
      JOIN pg_catalog.pg_namespace sn ON sn.oid = sc.relnamespace
      JOIN pg_catalog.pg_depend d ON d.classid = 1259 AND d.objid = s.seqrelid AND d.deptype = 'i' AND d.refclassid = 1259
      JOIN pg_catalog.pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
      JOIN pg_catalog.pg_class c ON c.oid = a.attrelid JOIN ns n ON n.oid = c.relnamespace`,
  body,
  // The type follows the column's by itself.
  ignored: ["type"],
  inline: identityText,
  create: (fact, want, _parts, have) => [
    step(
      `${alterAll(fact, want)} ALTER COLUMN ${own(fact)} ADD ${identityText(fact)}`,
      `Make column ${qualified(fact.name)}.${own(fact)} an identity`,
      { lock: "ACCESS EXCLUSIVE", on: tableOf(fact) },
    ),
    ...(have.get(tableOf(fact)) === null || falls(fact.body)
      ? []
      : [carryOn({ ...fact.body, name: fact.name }, isIndexed(fact, have, want))]),
  ],
  alter: (have, want, sides) => {
    const table = alterAll(want, sides.want);
    const steps: Step[] = [];
    if (have.body.sequence.join(".") !== want.body.sequence.join(".")) {
      if (have.body.sequence[0] !== want.body.sequence[0]) return replace;
      steps.push(step(
        `ALTER SEQUENCE ${qualified(have.body.sequence)} RENAME TO ${quoteIdentifier(want.body.sequence[1] ?? "")}`,
        `Rename the sequence of ${qualified(want.name)}.${own(want)}`,
      ));
    }
    if (have.body.persistence !== want.body.persistence) {
      const logged = want.body.persistence === "u" ? "UNLOGGED" : "LOGGED";
      steps.push(
        step(`ALTER SEQUENCE ${qualified(want.body.sequence)} SET ${logged}`, `Change the sequence's persistence`),
      );
    }
    const sets: string[] = [];
    if (have.body.always !== want.body.always) sets.push(`SET GENERATED ${want.body.always ? "ALWAYS" : "BY DEFAULT"}`);
    // The type follows the column's, which has changed before.
    const moved = intoLimits({ ...have.body, type: want.body.type }, want.body, qualified(want.body.sequence));
    steps.push(...moved.steps);
    for (const change of sequenceChanges(moved.have, want.body)) {
      sets.push(change === "RESTART" ? change : `SET ${change}`);
    }
    if (sets.length > 0) {
      steps.push(step(
        `${table} ALTER COLUMN ${own(want)} ${sets.join(" ")}`,
        `Change the identity of column ${qualified(want.name)}.${own(want)}`,
        { lock: "ACCESS EXCLUSIVE", on: tableOf(want) },
      ));
    }
    return alterBy(steps);
  },
  drop: (fact, have) => [
    step(
      `${alterAll(fact, have)} ALTER COLUMN ${own(fact)} DROP IDENTITY`,
      `Make identity column ${qualified(fact.name)}.${own(fact)} a plain one`,
      { lock: "ACCESS EXCLUSIVE", on: tableOf(fact) },
    ),
  ],
  slots: (fact) => [relationSlot(fact.body.sequence[0] ?? "", fact.body.sequence[1] ?? "")],
  target: (fact) => ({ type: "SEQUENCE", name: qualified(fact.body.sequence), grant: "SEQUENCE" }),
};
