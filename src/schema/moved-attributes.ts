/**
 * A composite type whose attributes are others, or stand elsewhere, is made anew, and its values go over by the names of
 * their attributes: as text they would go by their places.
 */
import { quoteIdentifier } from "../sql/quote.ts";
import type { FactOf } from "./fact.ts";
import type { Sides } from "./kind.ts";
import { aside, qualified } from "./names.ts";
import type { Side } from "./side.ts";
import { type Step, step } from "./statement.ts";

const namesOf = ({ body }: FactOf<"composite">) => JSON.stringify(body.attributes.map(({ name }) => name));

function attributeNeeds(composite: FactOf<"composite">, name: string, side: Side): readonly string[] {
  return side.find("attribute", [...composite.name, name])?.needs ?? [];
}

/** Whether values of a type that is made anew have attributes that move: its own, or those of a type inside of it. */
export function movesAttributes(type: string, sides: Sides): boolean {
  if (!sides.destroyed(type)) return false;
  const { have, want } = sides;
  if (have.at(type, "domain") !== null) {
    return have.get(type)?.needs.some((need) => movesAttributes(need, sides)) ?? false;
  }
  const [from, to] = [have.at(type, "composite"), want.at(type, "composite")];
  if (from === null || to === null) return false;
  return namesOf(from) !== namesOf(to) ||
    from.body.attributes.some(({ name }) =>
      attributeNeeds(from, name, have).some((need) => movesAttributes(need, sides))
    );
}

/** Expression that makes the new form of a value of a composite type, attribute by attribute. */
function rowOf(
  value: string,
  [from, to]: readonly [FactOf<"composite">, FactOf<"composite">],
  sides: Sides,
): string {
  const kept = new Map(from.body.attributes.map((one) => [one.name, one]));
  const values = to.body.attributes.map(({ name, type }) => {
    const old = kept.get(name);
    if (old === undefined) return "NULL";
    const part = `(${value}).${quoteIdentifier(name)}`;
    const anew = attributeNeeds(from, name, sides.have).filter((need) => sides.destroyed(need));
    if (old.type === type && anew.length === 0) return part;
    if (anew.some((need) => movesAttributes(need, sides))) return `${part}::${type}`;
    return `${part}::text${old.type.endsWith("[]") ? "[]" : ""}::${type}`;
  });
  return `CASE WHEN ${value} IS DISTINCT FROM NULL THEN ROW(${values.join(", ")})::${qualified(to.name)} END`;
}

/** USING for a column whose values have attributes that move; null for any other. */
export function usingAttributes(
  column: string,
  want: FactOf<"column">,
  sides: Sides,
): { readonly using: string; readonly losesData: boolean } | null {
  const moved = want.needs.filter((need) => movesAttributes(need, sides));
  const [first] = moved;
  if (first === undefined) return null;
  const pairs = [...moved].map((need) => [sides.have.at(need, "composite"), sides.want.at(need, "composite")] as const);
  const losesData = pairs.some(([from, to]) => from !== null && to !== null && drops(from, to, sides));
  const [from, to] = pairs[0] ?? [null, null];
  const { type } = want.body;
  // In an array or under a domain, PostgreSQL goes by the cast that stands by meanwhile.
  if (from === null || to === null || type.endsWith("]")) return { using: `${column}::${type}`, losesData };
  return { using: rowOf(column, [from, to], sides), losesData };
}

/** Whether an attribute ends, in a type or in one inside of it. */
function drops(from: FactOf<"composite">, to: FactOf<"composite">, sides: Sides): boolean {
  return from.body.attributes.some(({ name }) => {
    if (!to.body.attributes.some((one) => one.name === name)) return true;
    return attributeNeeds(from, name, sides.have).some((need) => {
      const [inner, other] = [sides.have.at(need, "composite"), sides.want.at(need, "composite")];
      return inner !== null && other !== null && sides.destroyed(need) && drops(inner, other, sides);
    });
  });
}

/** Whether values of the type stand in arrays, domains or other composite types, where only a cast reaches them. */
function isInside(type: string, { want }: Sides): boolean {
  return want.dependents(type).some((user) =>
    user.kind === "attribute" || user.kind === "domain" || (user.kind === "column" && user.body.type.endsWith("]"))
  );
}

function castNames(fact: FactOf<"composite">) {
  const [from, to] = [qualified(aside(fact, "old")), qualified(fact.name)];
  return { from, to, call: `${qualified(aside(fact, "new"))}(${from})` };
}

/** Statements for a cast from the type that was moved aside to the new one, for as long as columns go over. */
export function castSteps(type: string, sides: Sides): readonly Step[] {
  const [have, want] = [sides.have.at(type, "composite"), sides.want.at(type, "composite")];
  if (have === null || want === null || !movesAttributes(type, sides) || !isInside(type, sides)) return [];
  const { from, to, call } = castNames(want);
  const body = rowOf("$1", [have, want], sides);
  return [
    step(
      `CREATE FUNCTION ${call} RETURNS ${to} LANGUAGE sql IMMUTABLE RETURN ${body}`,
      `Let values of ${from} become values of ${to}, by the names of attributes`,
    ),
    step(`CREATE CAST (${from} AS ${to}) WITH FUNCTION ${call}`, `Create the cast of ${from} to ${to} meanwhile`),
  ];
}

/** Statements that take the cast of {@link castSteps} away. */
export function uncastSteps(type: string, sides: Sides): readonly Step[] {
  const want = sides.want.at(type, "composite");
  if (want === null || castSteps(type, sides).length === 0) return [];
  const { from, to, call } = castNames(want);
  return [
    step(`DROP CAST (${from} AS ${to})`, `Drop the cast of ${from} to ${to}`),
    step(`DROP FUNCTION ${call}`, `Drop its function`),
  ];
}
