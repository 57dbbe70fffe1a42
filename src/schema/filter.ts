/** Which objects of a database are the project's: schemas, ignore patterns, migrate's own tables. */
import { type Fact, keyOf } from "./fact.ts";

/** What to leave out. */
export interface FilterOptions {
  /** Only objects in these schemas, and those that are in none; all schemas when null or absent. */
  readonly schemas?: readonly string[] | null;
  /** `kind:name` patterns with `*`: `table:public.spatial_ref_sys`, `schema:cron`, `index:public.*_tmp`. */
  readonly ignore?: readonly string[];
  /** Asked of every object; false leaves it out, with all that belongs to it. */
  readonly include?: (object: { readonly kind: string; readonly name: readonly string[] }) => boolean;
  /** Tables by schema and name that are not looked at: migrate's own history and log. */
  readonly exclude?: readonly { readonly schema: string; readonly name: string }[];
}

/** Kinds whose first name is no schema. */
const global = new Set([
  "cast",
  "comment",
  "defaultPrivilege",
  "eventTrigger",
  "extension",
  "owner",
  "privilege",
  "publication",
  "publicationSchema",
  "publicationTable",
  "server",
  "userMapping",
  "wrapper",
]);

/** A kind's word and a name's parts, of a fact or of what no kind describes. */
interface Named {
  readonly kind: string;
  readonly name: readonly string[];
}

/** Makes the test of an ignore pattern. */
export function patternOf(text: string): (one: Named) => boolean {
  const at = text.indexOf(":");
  const kind = text.slice(0, at);
  const glob = text.slice(at + 1);
  const expression = new RegExp(
    `^${glob.split("*").map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join(".*")}$`,
  );
  if (kind === "schema") return (one) => !global.has(one.kind) && expression.test(one.name[0] ?? "");
  return (one) => one.kind === kind && expression.test(one.name.join("."));
}

/** The keys of the facts that stay: neither they nor what they are part of is left out. */
export function filterOf(
  facts: readonly Fact[],
  parents: ReadonlyMap<string, string>,
  { schemas, ignore, include, exclude }: FilterOptions,
): ReadonlySet<string> {
  const patterns = (ignore ?? []).map(patternOf);
  const ours = new Set((exclude ?? []).map(({ schema, name }) => `${schema}\0${name}`));
  const wanted = schemas === undefined || schemas === null ? null : new Set(schemas);
  const stays = new Map<string, boolean>();
  const byKey = new Map(facts.map((fact) => [fact.key, fact]));
  // The sequence of a serial column is its table's: it goes where the table goes.
  const owners = new Map(
    facts.flatMap((fact) =>
      fact.kind === "ownedBy" ? [[keyOf("sequence", fact.name), keyOf("column", fact.body.column)]] : []
    ),
  );
  const test = (fact: Fact): boolean => {
    const known = stays.get(fact.key);
    if (known !== undefined) return known;
    const parent = byKey.get(parents.get(fact.key) ?? "");
    let stay = !patterns.some((pattern) => pattern(fact)) && include?.({ kind: fact.kind, name: fact.name }) !== false;
    if (stay && wanted !== null && !global.has(fact.kind)) stay = wanted.has(fact.name[0] ?? "");
    if (stay && fact.kind === "table") stay = !ours.has(`${fact.name[0]}\0${fact.name[1]}`);
    if (stay && fact.kind === "publicationTable" && wanted !== null) stay = wanted.has(fact.name[1] ?? "");
    if (stay && parent !== undefined) stay = test(parent);
    const owner = byKey.get(owners.get(fact.key) ?? "");
    if (stay && owner !== undefined) stay = test(owner);
    stays.set(fact.key, stay);
    return stay;
  };
  return new Set(facts.filter(test).map((fact) => fact.key));
}
