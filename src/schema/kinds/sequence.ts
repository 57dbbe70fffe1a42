import { z } from "zod/mini";
import { quoteLiteral } from "../../sql/quote.ts";
import { aclOf, address, roleOf } from "../catalog.ts";
import { alterBy, type KindSpec } from "../kind.ts";
import { qualified, relationSlot, typeSlot } from "../names.ts";
import { type Step, step } from "../statement.ts";

/** What sequences and identities have in common. */
export const sequenceNumbers = {
  type: z.string(),
  /** Numbers that a double cannot hold come as text; null is what the type and the direction give. */
  start: z.nullable(z.string()),
  increment: z.string(),
  minimum: z.nullable(z.string()),
  maximum: z.nullable(z.string()),
  cache: z.string(),
  cycle: z.boolean(),
  persistence: z.string(),
};
const body = z.object(sequenceNumbers);
export type SequenceBody = Readonly<z.infer<typeof body>>;

/** SQL for a sequence's numbers as JSON, those that the type gives as null. `s` is pg_sequence, `c` pg_class. */
export function sequenceBodyOf(s: string, c: string): string {
  const limit = (sign: string) =>
    `CASE ${s}.seqtypid WHEN 21 THEN ${sign === "+" ? "32767" : "-32768"} WHEN 23 THEN ${
      sign === "+" ? "2147483647" : "-2147483648"
    } ELSE ${sign === "+" ? "9223372036854775807" : "-9223372036854775808"} END`;
  const up = `${s}.seqincrement > 0`;
  const minimum = `CASE WHEN ${up} THEN 1 ELSE ${limit("-")} END`;
  const maximum = `CASE WHEN ${up} THEN ${limit("+")} ELSE -1 END`;
  return `jsonb_build_object('type', pg_catalog.format_type(${s}.seqtypid, NULL),
    'increment', ${s}.seqincrement::text, 'cache', ${s}.seqcache::text, 'cycle', ${s}.seqcycle, 'persistence', ${c}.relpersistence,
    'minimum', CASE WHEN ${s}.seqmin <> ${minimum} THEN ${s}.seqmin::text END,
    'maximum', CASE WHEN ${s}.seqmax <> ${maximum} THEN ${s}.seqmax::text END,
    'start', CASE WHEN ${s}.seqstart <> CASE WHEN ${up} THEN ${s}.seqmin ELSE ${s}.seqmax END THEN ${s}.seqstart::text END)`;
}

/** Whether a sequence counts down. */
export function falls(body: SequenceBody): boolean {
  return body.increment.startsWith("-");
}

/** The options that differ from what a new sequence of this type has. */
export function sequenceText(body: SequenceBody): string {
  const parts: string[] = [];
  if (body.start !== null) parts.push(`START WITH ${body.start}`);
  if (body.increment !== "1") parts.push(`INCREMENT BY ${body.increment}`);
  if (body.minimum !== null) parts.push(`MINVALUE ${body.minimum}`);
  if (body.maximum !== null) parts.push(`MAXVALUE ${body.maximum}`);
  if (body.cache !== "1") parts.push(`CACHE ${body.cache}`);
  if (body.cycle) parts.push("CYCLE");
  return parts.join(" ");
}

function startOf(body: SequenceBody): string {
  return body.start ?? (!falls(body) ? body.minimum ?? "1" : body.maximum ?? "-1");
}

/** Bits of the types that a sequence may have, without the sign. */
const bits: Readonly<Record<string, number>> = { smallint: 15, integer: 31, bigint: 63 };

/** The smallest and the largest number that a sequence gives. */
function limitsOf(body: SequenceBody): readonly [lowest: bigint, highest: bigint] {
  const end = 1n << BigInt(bits[body.type] ?? 63);
  const [low, high] = falls(body) ? [-end, -1n] : [1n, end - 1n];
  return [
    body.minimum === null ? low : BigInt(body.minimum),
    body.maximum === null ? high : BigInt(body.maximum),
  ];
}

/**
 * Brings a sequence that stands outside of its new limits to its new start, which ALTER SEQUENCE refuses to do by itself:
 * no steps where a new sequence stands inside of them. One that stands inside of them stays where it is. `have` is what
 * the sequence is then: where the new start is outside of the old limits, those are widened first.
 */
export function intoLimits<Body extends SequenceBody>(
  have: Body,
  want: Body,
  name: string,
): { readonly steps: readonly Step[]; readonly have: Body } {
  const [[low, high], [lowest, highest]] = [limitsOf(have), limitsOf(want)];
  const [from, to] = [BigInt(startOf(have)), BigInt(startOf(want))];
  if (falls(have) !== falls(want) || from >= lowest && from <= highest) return { steps: [], have };
  const steps: Step[] = [];
  let now = have;
  if (to < low || to > high) {
    const type = (bits[want.type] ?? 0) > (bits[have.type] ?? 0) ? want.type : have.type;
    const [minimum, maximum] = [String(low < lowest ? low : lowest), String(high > highest ? high : highest)];
    now = { ...have, start: String(from), minimum, maximum, type };
    const as = type === have.type ? "" : ` AS ${type}`;
    const sql = `ALTER SEQUENCE ${name}${as} MINVALUE ${minimum} MAXVALUE ${maximum}`;
    steps.push(step(sql, `Let sequence ${name} be inside of its old and its new limits`));
  }
  const outside = [
    ...low < lowest ? [`last_value < ${lowest}`] : [],
    ...high > highest ? [`last_value > ${highest}`] : [],
  ].join(" OR ");
  const inside = outside.includes(" OR ") ? `(${outside})` : outside;
  const value = `CASE WHEN ${outside} THEN ${to} ELSE last_value END`;
  steps.push(step(
    `SELECT pg_catalog.setval(${quoteLiteral(name)}, ${value}, is_called AND NOT ${inside}) FROM ${name}`,
    `Bring sequence ${name} into its new limits`,
  ));
  return { steps, have: now };
}

/** The clauses that lead from one set of numbers to the other; where the sequence stands is left alone. */
export function sequenceChanges(have: SequenceBody, want: SequenceBody): readonly string[] {
  const changes: string[] = [];
  if (have.increment !== want.increment) changes.push(`INCREMENT BY ${want.increment}`);
  const turned = falls(have) !== falls(want);
  if (have.minimum !== want.minimum || turned) {
    changes.push(
      want.minimum !== null ? `MINVALUE ${want.minimum}` : turned && !falls(want) ? "MINVALUE 1" : "NO MINVALUE",
    );
  }
  if (have.maximum !== want.maximum || turned) {
    // A limit that is the old type's goes to the new type's, even where the other direction has another.
    changes.push(
      want.maximum !== null ? `MAXVALUE ${want.maximum}` : turned && falls(want) ? "MAXVALUE -1" : "NO MAXVALUE",
    );
  }
  // A start that is the limit moves with the limit, and ALTER SEQUENCE keeps the old one unless told.
  if (have.start !== want.start || startOf(have) !== startOf(want)) changes.push(`START WITH ${startOf(want)}`);
  // What it stands at is out of the new limits.
  if (turned) changes.push("RESTART");
  if (have.cache !== want.cache) changes.push(`CACHE ${want.cache}`);
  if (have.cycle !== want.cycle) changes.push(want.cycle ? "CYCLE" : "NO CYCLE");
  return changes;
}

export const sequence: KindSpec<"sequence"> = {
  rank: 20,
  query: () =>
    `SELECT ${address("relation", "c.oid")} AS id, ${address("schema", "n.oid")} AS parent,
      json_build_array(n.nspname, c.relname) AS name, ${roleOf("c.relowner")} AS owner, ${aclOf("c.relacl")} AS acl,
      (${sequenceBodyOf("s", "c")})::json AS body
    FROM pg_catalog.pg_sequence s JOIN pg_catalog.pg_class c ON c.oid = s.seqrelid JOIN ns n ON n.oid = c.relnamespace
    WHERE c.relpersistence <> 't' AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
      WHERE d.classid = 1259 AND d.objid = c.oid AND d.deptype = 'i' AND d.refclassid = 1259)`,
  body,
  create: (fact) => {
    const name = qualified(fact.name);
    const type = fact.body.type === "bigint" ? "" : ` AS ${fact.body.type}`;
    const options = sequenceText(fact.body);
    const kind = fact.body.persistence === "u" ? "UNLOGGED SEQUENCE" : "SEQUENCE";
    return [step(`CREATE ${kind} ${name}${type}${options === "" ? "" : ` ${options}`}`, `Create sequence ${name}`)];
  },
  alter: (have, want) => {
    const name = qualified(want.name);
    const steps: Step[] = [];
    if (have.body.persistence !== want.body.persistence) {
      const logged = want.body.persistence === "u" ? "UNLOGGED" : "LOGGED";
      steps.push(step(`ALTER SEQUENCE ${name} SET ${logged}`, `Make sequence ${name} ${logged.toLowerCase()}`));
    }
    const moved = intoLimits(have.body, want.body, name);
    steps.push(...moved.steps);
    const changes = [...sequenceChanges(moved.have, want.body)];
    if (moved.have.type !== want.body.type) changes.unshift(`AS ${want.body.type}`);
    if (changes.length > 0) steps.push(step(`ALTER SEQUENCE ${name} ${changes.join(" ")}`, `Change sequence ${name}`));
    return alterBy(steps);
  },
  drop: (fact, have, want) => [
    step(`DROP SEQUENCE ${qualified(fact.name)}`, `Drop sequence ${qualified(fact.name)}`, {
      // An identity counts on where the sequence of a serial column stands.
      losesData: want.find("identity", have.find("ownedBy", fact.name)?.body.column ?? []) === null,
    }),
  ],
  slots: (fact) => [
    relationSlot(fact.name[0] ?? "", fact.name[1] ?? ""),
    typeSlot(fact.name[0] ?? "", fact.name[1] ?? ""),
  ],
  target: (fact) => ({ type: "SEQUENCE", name: qualified(fact.name), grant: "SEQUENCE" }),
};
