import { z } from "zod/mini";
import { quoteIdentifier } from "../../sql/quote.ts";
import { aclOf, address, roleOf } from "../catalog.ts";
import { type Fact, isKind } from "../fact.ts";
import { alterBy, type KindSpec, replace, type Sides } from "../kind.ts";
import { qualified, relationSlot, typeSlot } from "../names.ts";
import { type Step, step, type StepOptions } from "../statement.ts";
import { rowHolders, stores } from "../stored.ts";
import { type TypeChange, usingFor } from "../type-change.ts";

const attributeBody = z.object({ name: z.string(), type: z.string(), collation: z.nullable(z.string()) });
const body = z.object({ attributes: z.array(attributeBody) });
export type CompositeBody = Readonly<z.infer<typeof body>>;
type Attribute = Readonly<z.infer<typeof attributeBody>>;

function attributeText(attribute: Attribute): string {
  const collation = attribute.collation === null ? "" : ` COLLATE ${attribute.collation}`;
  return `${quoteIdentifier(attribute.name)} ${attribute.type}${collation}`;
}

/** What a new type of an attribute does to the column of a table of the type; none for a table that goes. */
function typeChange(table: Fact, attribute: Attribute, sides: Sides): readonly TypeChange[] {
  const name = [...table.name, attribute.name];
  const [have, want] = [sides.have.find("column", name), sides.want.find("column", name)];
  return have === null || want === null ? [] : [usingFor(have, want, sides, null)];
}

export const composite: KindSpec<"composite"> = {
  rank: 16,
  query: () =>
    `SELECT ${address("type", "t.oid")} AS id, ${address("schema", "n.oid")} AS parent,
      json_build_array(n.nspname, t.typname) AS name, ${roleOf("t.typowner")} AS owner, ${aclOf("t.typacl")} AS acl,
      json_build_object('attributes', (SELECT coalesce(json_agg(json_build_object('name', a.attname,
        'type', pg_catalog.format_type(a.atttypid, a.atttypmod),
        'collation', CASE WHEN a.attcollation <> at.typcollation THEN
          (SELECT pg_catalog.quote_ident(cn.nspname) || '.' || pg_catalog.quote_ident(co.collname)
           FROM pg_catalog.pg_collation co JOIN pg_catalog.pg_namespace cn ON cn.oid = co.collnamespace
           WHERE co.oid = a.attcollation) END) ORDER BY a.attnum), '[]')
        FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type at ON at.oid = a.atttypid
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped)) AS body
    FROM pg_catalog.pg_type t JOIN pg_catalog.pg_class c ON c.oid = t.typrelid AND c.relkind = 'c'
      JOIN ns n ON n.oid = t.typnamespace`,
  body,
  create: (fact) => {
    const attributes = fact.body.attributes.map(attributeText);
    const inside = attributes.length === 0 ? "" : `\n  ${attributes.join(",\n  ")}\n`;
    return [
      step(`CREATE TYPE ${qualified(fact.name)} AS (${inside})`, `Create composite type ${qualified(fact.name)}`),
    ];
  },
  alter: (have, want, sides) => {
    const name = qualified(want.name);
    const wanted = new Map(want.body.attributes.map((one) => [one.name, one]));
    const kept = have.body.attributes.filter((one) => wanted.has(one.name));
    // New attributes come last, whatever the statement says: another order takes a new type.
    if (kept.some((one, at) => one.name !== want.body.attributes[at]?.name)) return replace;
    const users = sides.have.dependents(want.key);
    const typed = users.filter((user) => user.kind === "table");
    const cascade = typed.length > 0 ? " CASCADE" : "";
    // Several tables may be of the type: a statement names one.
    const lock = typed[0] === undefined ? {} : { lock: "ACCESS EXCLUSIVE", on: typed[0].key } as const;
    const retyped = kept.filter((one) => {
      const to = wanted.get(one.name);
      return to !== undefined && attributeText(to) !== attributeText(one);
    });
    // PostgreSQL changes none under what is stored, however deep inside.
    const stored = (user: Fact) =>
      stores(user, sides.have) || (isKind(user, "view") && user.body.materialized) ||
      (user.kind === "table" && rowHolders(user.key, sides.have).length > 0);
    if (retyped.length > 0 && users.some(stored)) return replace;
    const retyping = new Map(retyped.map((one) => [one.name, typed.flatMap((table) => typeChange(table, one, sides))]));
    // ALTER ATTRIBUTE has no USING.
    if ([...retyping.values()].flat().some(({ using }) => using !== null)) return replace;
    const steps: Step[] = [];
    const change = (clause: string, does: string, options: StepOptions = {}): void => {
      steps.push(step(`ALTER TYPE ${name} ${clause}${cascade}`, does, { ...lock, ...options }));
    };
    for (const one of have.body.attributes) {
      if (wanted.has(one.name)) continue;
      change(`DROP ATTRIBUTE ${quoteIdentifier(one.name)}`, `Drop attribute ${one.name} of ${name}`, {
        losesData: users.length > 0,
      });
    }
    for (const one of retyped) {
      const to = wanted.get(one.name);
      if (to === undefined) continue;
      const collation = to.collation === null ? "" : ` COLLATE ${to.collation}`;
      const changes = retyping.get(one.name) ?? [];
      change(
        `ALTER ATTRIBUTE ${quoteIdentifier(one.name)} TYPE ${to.type}${collation}`,
        `Change the type of attribute ${one.name} of ${name}`,
        {
          rewrites: changes.some(({ rewrites }) => rewrites),
          scans: changes.some(({ scans }) => scans),
          losesData: changes.some(({ losesData }) => losesData),
        },
      );
    }
    for (const one of want.body.attributes.slice(kept.length)) {
      change(`ADD ATTRIBUTE ${attributeText(one)}`, `Add attribute ${one.name} to ${name}`);
    }
    return alterBy(steps);
  },
  drop: (fact) => [step(`DROP TYPE ${qualified(fact.name)}`, `Drop composite type ${qualified(fact.name)}`)],
  slots: (fact) => [
    typeSlot(fact.name[0] ?? "", fact.name[1] ?? ""),
    relationSlot(fact.name[0] ?? "", fact.name[1] ?? ""),
  ],
  target: (fact) => ({ type: "TYPE", name: qualified(fact.name), grant: "TYPE" }),
};
