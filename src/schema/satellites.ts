/** Facts about objects that every kind may have: its comment, its owner, who may do what with it. */
import { type Fact, isKind, keyOf } from "./fact.ts";
import type { Draft, ReadOptions } from "./gather.ts";
import { specOf } from "./kinds.ts";
import { initialLetters } from "./kinds/default-privilege.ts";
import { defaultLetters, mergeGrants, readGrant } from "./privileges.ts";
import { Side } from "./side.ts";
import type { Snapshot } from "./snapshot.ts";

/** What the catalog says of comments and default privileges. */
export interface Surrounding {
  readonly comments: readonly { readonly id: string; readonly text: string }[];
  readonly defaults: readonly {
    readonly role: string;
    readonly schema: string | null;
    readonly type: string;
    readonly acl: readonly string[];
  }[];
}

const same = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((one, at) => one === b[at]);

function privilegesOf({ row, fact }: Draft, side: Side, hasOwner: boolean): Fact[] {
  if (row.acl === null) return [];
  const grant = specOf(fact).target(fact, side)?.grant ?? "";
  const merged = new Map(mergeGrants(row.acl.map(readGrant)));
  const owner = row.aclOwner ?? "";
  // A default that was taken away shows as nobody's entry: it is a fact too.
  if (row.aclOwner !== null && !merged.has(owner)) merged.set(owner, []);
  if (!merged.has("")) merged.set("", []);
  const facts: Fact[] = [];
  for (const [grantee, letters] of merged) {
    const own = row.aclOwner !== null && grantee === owner;
    const usual = own || grantee === "" ? defaultLetters(grant, own, side.snapshot.serverVersion) : [];
    if (same(letters, usual)) continue;
    const name = [fact.key, own ? "$owner" : grantee];
    facts.push({
      kind: "privilege",
      key: keyOf("privilege", name),
      parent: fact.key,
      name,
      body: { grantee, own, letters: [...letters] },
      needs: hasOwner ? [keyOf("owner", [fact.key])] : [],
      follows: [],
    });
  }
  return facts;
}

function defaultPrivileges({ defaults }: Surrounding, snapshot: Snapshot, known: ReadonlySet<string>): Fact[] {
  const facts: Fact[] = [];
  for (const { role, schema, type, acl } of defaults) {
    const schemaKey = schema === null ? null : keyOf("schema", [schema]);
    if (schemaKey !== null && !known.has(schemaKey)) continue;
    const merged = new Map(mergeGrants(acl.map(readGrant)));
    if (schema === null) { for (const usual of [role, ""]) if (!merged.has(usual)) merged.set(usual, []); }
    for (const [grantee, letters] of merged) {
      const body = { role, schema, type, grantee, own: grantee === role, letters: [...letters] };
      if (same(letters, initialLetters(body, snapshot.serverVersion))) continue;
      const name = [role, schema ?? "", type, grantee];
      facts.push({
        kind: "defaultPrivilege",
        key: keyOf("defaultPrivilege", name),
        parent: null,
        name,
        body,
        needs: schemaKey === null ? [] : [schemaKey],
        follows: schemaKey === null ? [] : [schemaKey],
      });
    }
  }
  return facts;
}

/** Makes the facts that hang on objects. `keyAt` finds the key of the object of a catalog address. */
export function satellites(
  drafts: readonly Draft[],
  snapshot: Snapshot,
  keyAt: (address: string) => string | null,
  surrounding: Surrounding,
  options: ReadOptions,
): readonly Fact[] {
  const facts: Fact[] = [];
  const known = new Set(snapshot.facts.map((fact) => fact.key));
  const usual = new Map(
    snapshot.facts.flatMap((fact) => isKind(fact, "extension") ? [[fact.key, fact.body.usualComment]] : []),
  );
  for (const { id, text } of surrounding.comments) {
    const key = keyAt(id);
    if (key === null || !known.has(key) || usual.get(key) === text) continue;
    const comment = keyOf("comment", [key]);
    facts.push({ kind: "comment", key: comment, parent: key, name: [key], body: { text }, needs: [], follows: [] });
  }
  const side = new Side(snapshot);
  for (const draft of drafts) {
    const { row, fact } = draft;
    const hasOwner = options.owners === true && row.owner !== null;
    if (hasOwner && row.owner !== null) {
      const key = keyOf("owner", [fact.key]);
      const body = { role: row.owner };
      facts.push({ kind: "owner", key, parent: fact.key, name: [fact.key], body, needs: [], follows: [] });
    }
    if (options.privileges === true) facts.push(...privilegesOf(draft, side, hasOwner));
  }
  // Taking a privilege on a table away takes it from the columns too: theirs come after.
  const keys = new Set(facts.map((fact) => fact.key));
  const settled = facts.map((fact): Fact => {
    const column = fact.kind === "privilege" && fact.parent !== null ? side.get(fact.parent) : null;
    if (column === null || column.parent === null || !/^(column|viewColumn)$/.test(column.kind)) return fact;
    const whole = keyOf("privilege", [column.parent, fact.name[1] ?? ""]);
    return keys.has(whole) ? { ...fact, needs: [...fact.needs, whole] } : fact;
  });
  if (options.privileges === true) settled.push(...defaultPrivileges(surrounding, snapshot, known));
  return settled;
}
