/** Puts the rows of a reading together: keys for object ids, extensions' members and excluded objects out, needs in. */
import { z } from "zod/mini";
import { type Fact, inKeyOrder, isKind, keyOf, type Kind } from "./fact.ts";
import { filterOf, type FilterOptions, patternOf } from "./filter.ts";
import { kinds } from "./kinds.ts";
import { satellites } from "./satellites.ts";
import type { Snapshot } from "./snapshot.ts";
import { surroundingRows } from "./surroundings.ts";

/** What a reading leaves out or takes in. */
export interface ReadOptions extends FilterOptions {
  /** Read who may do what; off unless told. */
  readonly privileges?: boolean;
  /** Read who owns what; off unless told. */
  readonly owners?: boolean;
}

/** One row of a kind's query, its body still unchecked. */
export interface Row {
  readonly id: string;
  readonly parent: string | null;
  readonly name: readonly string[];
  readonly owner: string | null;
  readonly acl: readonly string[] | null;
  readonly aclOwner: string | null;
  readonly needs: readonly string[];
}

const text = z.nullable(z.optional(z.string()));
const texts = z.nullable(z.optional(z.array(z.string())));

/** A fact in the making. */
export interface Draft {
  readonly row: Row;
  readonly fact: Fact;
  readonly needs: Set<string>;
  readonly follows: Set<string>;
}

function readRows(found: ReadonlyMap<string, string>): Draft[] {
  const drafts: Draft[] = [];
  for (const [kind, spec] of Object.entries(kinds)) {
    if (spec.query === null) continue;
    const schema = z.array(z.object({
      id: z.string(),
      parent: text,
      name: z.array(z.string()),
      owner: text,
      acl: texts,
      aclOwner: text,
      needs: texts,
      body: spec.body as z.ZodMiniType<unknown>,
    }));
    for (const row of schema.parse(JSON.parse(found.get(kind) ?? "[]"))) {
      const needs = new Set<string>();
      const follows = new Set<string>();
      // The body was checked by the kind's own schema, which is what its type is made from.
      const fact = {
        kind: kind as Kind,
        key: keyOf(kind as Kind, row.name),
        parent: null,
        name: row.name,
        body: row.body,
        needs: [],
        follows: [],
      } as unknown as Fact;
      drafts.push({
        row: {
          id: row.id,
          parent: row.parent ?? null,
          name: row.name,
          owner: row.owner ?? null,
          acl: row.acl ?? null,
          aclOwner: row.aclOwner ?? row.owner ?? null,
          needs: row.needs ?? [],
        },
        fact,
        needs,
        follows,
      });
    }
  }
  return drafts;
}

/** Finds drafts by object id, through aliases, a column's object when the column itself is no fact. */
export class Addresses {
  readonly #drafts = new Map<string, Draft>();
  readonly #aliases: ReadonlyMap<string, string>;

  constructor(drafts: readonly Draft[], aliases: ReadonlyMap<string, string>) {
    for (const draft of drafts) this.#drafts.set(draft.row.id, draft);
    this.#aliases = aliases;
  }

  /** The draft at an address, or null. */
  find(address: string): Draft | null {
    let at: string | undefined = address;
    for (let hops = 0; at !== undefined && hops < 8; hops++) {
      const draft: Draft | undefined = this.#drafts.get(at);
      if (draft !== undefined) return draft;
      const next: string | undefined = this.#aliases.get(at);
      if (next !== undefined) at = next;
      else if (!at.endsWith("/0")) at = at.slice(0, at.lastIndexOf("/")) + "/0";
      else return null;
    }
    return null;
  }
}

type Depends = readonly (readonly [string, string, string])[];

/** Members of extensions, by address; what stands in a member is one too. */
function membersOf(drafts: readonly Draft[], depends: Depends): ReadonlyMap<string, string> {
  const members = new Map<string, string>();
  for (const [from, to, type] of depends) if (type === "e") members.set(from, to);
  if (members.size === 0) return members;
  for (let before = -1; before !== members.size;) {
    before = members.size;
    for (const { row } of drafts) {
      const extension = row.parent === null ? undefined : members.get(row.parent);
      if (extension !== undefined && !row.parent?.startsWith("2615/")) members.set(row.id, extension);
    }
  }
  return members;
}

function link(draft: Draft, other: Draft, type: string): void {
  const [from, to] = [draft.fact, other.fact];
  if (from.key === to.key || type === "e") return;
  // A loose member goes with its function: that is the member's tie, not its family's.
  const automatic = type !== "n" && from.kind !== "operatorFamily";
  // A sequence goes with the column that owns it, and ends that tie by OWNED BY NONE: a fact of its own.
  if (from.kind === "sequence" && to.kind === "column") return void draft.follows.add(to.key);
  // A partition goes with its table, an heir needs it, and DETACH and NO INHERIT end it: a fact of its own as well.
  if (from.kind === "table" && to.kind === "table") {
    if (automatic) draft.follows.add(to.key);
    return;
  }
  if (type === "P" || type === "S") {
    draft.follows.add(to.key);
    return;
  }
  if (automatic) draft.follows.add(to.key);
  draft.needs.add(to.key);
}

/** Needs that the catalogs do not record, because PostgreSQL makes them itself. */
function derive(drafts: readonly Draft[], byKey: ReadonlyMap<string, Draft>): void {
  for (const { fact, needs } of drafts) {
    const need = (key: string) => byKey.has(key) && needs.add(key);
    if (isKind(fact, "constraint")) {
      if (fact.body.type === "p") {
        for (const column of fact.body.columns) need(keyOf("notNull", [...fact.name.slice(0, 2), column]));
      }
    } else if (isKind(fact, "identity")) need(keyOf("notNull", fact.name));
    else if (isKind(fact, "ownedBy")) need(keyOf("column", fact.body.column));
    else if (isKind(fact, "inheritance")) need(keyOf("table", fact.name.slice(2)));
    else if (isKind(fact, "indexAttachment")) need(keyOf("index", fact.body.parent));
    else if (isKind(fact, "extension")) need(keyOf("schema", [fact.body.schema]));
  }
}

function parse<K extends keyof typeof surroundingRows>(
  found: ReadonlyMap<string, string>,
  name: K,
  field: string | null,
) {
  const rows: unknown = JSON.parse(found.get(name) ?? "[]");
  const list = Array.isArray(rows) && field !== null ? rows.map((row) => row[field]) : rows;
  return surroundingRows[name].parse(list);
}

/** What no kind describes, in the schemas that are looked at and in none. */
function unmodelledIn(
  found: ReadonlyMap<string, string>,
  { schemas, ignore }: ReadOptions,
): { readonly unmodelled: Snapshot["unmodelled"]; readonly leftOut: boolean } {
  const all = parse(found, "unmodelled", null) as z.infer<typeof surroundingRows.unmodelled>;
  const patterns = (ignore ?? []).map((text) => ({ ofSchema: text.startsWith("schema:"), matches: patternOf(text) }));
  const ours = (schema: string | null) =>
    schema === null || schemas === undefined || schemas === null || schemas.includes(schema);
  const unmodelled = all.filter(({ kind, name, schema }) =>
    ours(schema) &&
    !patterns.some(({ ofSchema, matches }) =>
      schema === null ? !ofSchema && matches({ kind, name: [name] }) : matches({ kind, name: [schema, name] })
    )
  ).map(({ kind, name, schema }) => ({ kind, name: schema === null ? name : `${schema}.${name}` }));
  return { unmodelled, leftOut: unmodelled.length < all.length };
}

/** Makes a snapshot of the rows that a reading found. Pure. */
export function gather(
  found: ReadonlyMap<string, string>,
  server: { readonly version: number; readonly user: string },
  options: ReadOptions,
): Snapshot {
  const depends = parse(found, "depends", "pair") as Depends;
  const aliases = new Map(parse(found, "aliases", "pair") as readonly (readonly [string, string])[]);
  const all = readRows(found);
  const members = membersOf(all, depends);
  const addresses = new Addresses(all, aliases);
  const kept = all.filter(({ row, fact }) => fact.kind === "extension" || !members.has(row.id));
  const extensionOf = (address: string) => members.get(address) ?? members.get(aliases.get(address) ?? "");
  const target = (address: string): Draft | null => {
    const found = addresses.find(address);
    const extension = extensionOf(found?.row.id ?? address) ?? extensionOf(address);
    return extension === undefined ? found : addresses.find(extension);
  };
  for (const [from, to, type] of depends) {
    if (type === "e" || members.has(from)) continue;
    const draft = addresses.find(from);
    const other = draft === null ? null : target(to);
    if (draft !== null && other !== null) link(draft, other, type);
  }
  const byKey = new Map(kept.map((draft) => [draft.fact.key, draft]));
  derive(kept, byKey);
  const parents = new Map<string, string>();
  for (const { row, fact, needs } of kept) {
    for (const address of row.needs) {
      const other = target(address);
      if (other !== null) needs.add(other.fact.key);
    }
    const parent = row.parent === null ? null : target(row.parent);
    if (parent === null) continue;
    if (parent.fact.kind === "schema" || parent.fact.kind === "extension") needs.add(parent.fact.key);
    else parents.set(fact.key, parent.fact.key);
  }
  const included = filterOf(kept.map(({ fact }) => fact), parents, options);
  const facts: Fact[] = [];
  const objects: Draft[] = [];
  for (const draft of kept) {
    if (!included.has(draft.fact.key)) continue;
    const parent = parents.get(draft.fact.key) ?? null;
    if (parent !== null) draft.needs.delete(parent);
    const fact = {
      ...draft.fact,
      parent,
      needs: [...draft.needs].filter((key) => included.has(key)).sort(),
      follows: [...draft.follows].filter((key) => included.has(key)).sort(),
    };
    facts.push(fact);
    objects.push({ ...draft, fact });
  }
  const comments = parse(found, "comments", null) as readonly { readonly id: string; readonly text: string }[];
  const casts = parse(found, "casts", "cast") as readonly string[];
  const { unmodelled, leftOut } = unmodelledIn(found, options);
  const snapshot = {
    serverVersion: server.version,
    user: server.user,
    unmodelled,
    casts,
    leftOut: leftOut || included.size < kept.length,
  };
  const defaults = parse(found, "defaultAcl", null) as z.infer<typeof surroundingRows.defaultAcl>;
  const more = satellites(
    objects,
    { ...snapshot, facts },
    (address) => {
      const draft = members.has(address) ? null : addresses.find(address);
      return draft !== null && (draft.row.id === address || aliases.get(address) === draft.row.id)
        ? draft.fact.key
        : null;
    },
    { comments, defaults },
    options,
  );
  return { ...snapshot, facts: inKeyOrder([...facts, ...more]) };
}
