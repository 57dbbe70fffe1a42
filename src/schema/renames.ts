/** Renames: which of what goes and what comes may be one thing under a new name, and the statements that rename it. */
import { quoteIdentifier, quoteLiteral, quoteQualified } from "../sql/quote.ts";
import { sameBody } from "./compare-facts.ts";
import { type Fact, type FactOf, isKind, keyOf } from "./fact.ts";
import { specOf } from "./kinds.ts";
import { Side } from "./side.ts";
import type { Snapshot } from "./snapshot.ts";
import type { LockLevel, PlannedStatement } from "./statement.ts";

/** What can be renamed. */
export type RenameKind =
  | "schema"
  | "table"
  | "view"
  | "sequence"
  | "enum"
  | "domain"
  | "composite"
  | "column"
  | "value"
  | "constraint"
  | "index";

/** One thing under its old and its new name. Names are raw, outermost first; a value's are schema, type, value. */
export interface Rename {
  readonly kind: RenameKind;
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** Something that goes, and what may be its new name. */
export interface RenameQuestion {
  readonly kind: RenameKind;
  readonly from: readonly string[];
  /** The likely ones, best first. */
  readonly candidates: readonly Rename[];
  /** Nothing but the name differs and nothing stored depends on the answer: a rename is right in any case. */
  readonly certain: boolean;
}

/** Something that only one side has. */
export interface Lone {
  readonly kind: RenameKind;
  readonly name: readonly string[];
}

/** What goes and what comes, at one depth: tables before their columns, columns before what stands on them. */
export interface RenameStage {
  readonly gone: readonly Lone[];
  readonly come: readonly Lone[];
  readonly questions: readonly RenameQuestion[];
}

const byStage: readonly (readonly RenameKind[])[] = [
  ["schema"],
  ["table", "view", "sequence", "enum", "domain", "composite"],
  ["column", "value"],
  ["constraint", "index", "sequence"],
];

/** How many stages there are: what is renamed in one shows under its new name in the next. */
export const renameStages = byStage.length;

interface Candidate extends Judgement {
  readonly rename: Rename;
}

interface Judgement {
  readonly score: number;
  readonly certain: boolean;
}

/** What a judgement looks at. */
interface Case {
  readonly have: Side;
  readonly want: Side;
  /** Whether nothing is asked after this stage. */
  readonly final: boolean;
  /** How alike the two names are. */
  readonly names: number;
}

/**
 * Finds what only one side has at one stage, and the likely pairs. Pure.
 *
 * ```ts
 * const { questions } = renamesAt(2, have, want);
 * // [{ kind: "column", from: ["public", "users", "name"], candidates: [{ …, to: ["public", "users", "full_name"] }], … }]
 * ```
 */
export function renamesAt(stage: number, have: Snapshot, want: Snapshot): RenameStage {
  const [before, after] = [new Side(have), new Side(want)];
  const kinds = new Set(byStage[stage] ?? []);
  const gone = [...lone(before, after, kinds), ...(kinds.has("value") ? labels(before, after) : [])];
  const come = [...lone(after, before, kinds), ...(kinds.has("value") ? labels(after, before) : [])];
  const coming = Map.groupBy(come, groupOf);
  const candidates: Candidate[] = [];
  for (const from of gone) {
    for (const to of coming.get(groupOf(from)) ?? []) {
      const names = similarity(from.name.at(-1) ?? "", to.name.at(-1) ?? "");
      const judged = judge(from, to, { have: before, want: after, final: stage === renameStages - 1, names });
      if (judged !== null) candidates.push({ rename: { kind: from.kind, from: from.name, to: to.name }, ...judged });
    }
  }
  return { gone, come, questions: questionsOf(candidates) };
}

/** What both sides have at a stage: it may change its name only where somebody says so. Pure. */
export function stayingAt(stage: number, have: Snapshot, want: Snapshot): readonly Lone[] {
  const kinds = new Set(byStage[stage] ?? []);
  const there = new Side(want);
  return have.facts.flatMap((fact): readonly Lone[] => {
    const kind = renameKind(fact);
    const stays = kind !== null && kind !== "view" && kinds.has(kind) && there.get(fact.key) !== null;
    return stays ? [{ kind, name: fact.name }] : [];
  });
}

function renameKind(fact: Fact): RenameKind | null {
  switch (fact.kind) {
    case "schema":
    case "table":
    case "view":
    case "sequence":
    case "enum":
    case "domain":
    case "composite":
    case "constraint":
      return fact.kind;
    case "column":
      return fact.body.inherited && !fact.body.local ? null : fact.kind;
    case "index":
      return fact.body.constraint === null ? fact.kind : null;
    default:
      return null;
  }
}

/** What one side has alone, in what both have: a column or an index of a dropped table goes with its table. */
function lone(side: Side, other: Side, kinds: ReadonlySet<RenameKind>): readonly Lone[] {
  const found: Lone[] = [];
  for (const fact of side.facts.values()) {
    const kind = renameKind(fact);
    if (kind === null || !kinds.has(kind) || other.get(fact.key) !== null) continue;
    const nested = kind === "column" || kind === "constraint" || kind === "index";
    if (nested && other.get(fact.parent ?? "") === null) continue;
    found.push({ kind, name: fact.name });
  }
  return found;
}

function labels(side: Side, other: Side): readonly Lone[] {
  const found: Lone[] = [];
  for (const fact of side.facts.values()) {
    if (!isKind(fact, "enum")) continue;
    const there = other.at(fact.key, "enum");
    if (there === null) continue;
    for (const label of fact.body.labels) {
      if (!there.body.labels.includes(label)) found.push({ kind: "value", name: [...fact.name, label] });
    }
  }
  return found;
}

/** Only things of one kind, and of one table or type where they are parts of it, can be each other. */
function groupOf({ kind, name }: Lone): string {
  const within = kind === "column" || kind === "constraint" || kind === "value" ? name.slice(0, 2) : [];
  return JSON.stringify([kind, within]);
}

/** How likely two are one; null: not at all. */
function judge(from: Lone, to: Lone, given: Case): Judgement | null {
  if (from.kind === "value" || to.kind === "value") return judgeValue(from, to, given);
  const [old, fresh] = [given.have.get(keyOf(from.kind, from.name)), given.want.get(keyOf(to.kind, to.name))];
  if (old === null || fresh === null) return null;
  if (isKind(old, "table") && isKind(fresh, "table")) return judgeTable(old, fresh, given);
  if (isKind(old, "column") && isKind(fresh, "column")) return judgeColumn(old, fresh, given);
  if (isKind(old, "index") && old.parent !== fresh.parent) return null;
  if (isKind(old, "schema")) return judgeSchema(old, fresh, given);
  if (!sameBody(old, fresh, specOf(old).ignored)) {
    return isKind(old, "enum") && isKind(fresh, "enum") ? judgeEnum(old, fresh, given) : null;
  }
  if (isKind(old, "sequence")) return judgeSequence(old, fresh, given);
  return sameParts(old, fresh, given) ? { score: 1 + given.names, certain: true } : null;
}

/** Whether the parts of two objects are the same, but for the object's own name in theirs. */
function sameParts(old: Fact, fresh: Fact, { have, want }: Case): boolean {
  const texts = (fact: Fact, side: Side) =>
    side.children(fact.key).filter(({ kind }) => kind === "attribute" || kind === "domainConstraint")
      .map((child) => {
        // A domain's NOT NULL has a name made of the domain's.
        const body = isKind(child, "domainConstraint") ? { ...child.body, constraint: null } : child.body;
        return JSON.stringify([child.kind, child.name.slice(fact.name.length), body]);
      }).sort().join("\n");
  return texts(old, have) === texts(fresh, want);
}

function judgeTable(old: FactOf<"table">, fresh: FactOf<"table">, { have, want, names }: Case): Judgement | null {
  if (old.body.relation !== fresh.body.relation) return null;
  const columns = (table: Fact, side: Side) =>
    side.childrenOf(table.key, "column").map(({ name, body }) => `${name[2]} ${body.type}`);
  const [a, b] = [columns(old, have), new Set(columns(fresh, want))];
  const share = a.filter((column) => b.has(column)).length / Math.max(a.length, b.size, 1);
  return share < 0.5 ? null : { score: share * 4 + names, certain: false };
}

function judgeSchema(old: Fact, fresh: Fact, { have, want, names }: Case): Judgement | null {
  const inside = (fact: Fact, side: Side) => side.children(fact.key).map(({ kind, name }) => `${kind} ${name[1]}`);
  const [a, b] = [inside(old, have), new Set(inside(fresh, want))];
  const share = a.filter((one) => b.has(one)).length / Math.max(a.length, b.size, 1);
  return share < 0.5 ? null : { score: share + names, certain: false };
}

/** An enum that columns have and that shares half of its values: which of them were renamed is asked after that. */
function judgeEnum(old: FactOf<"enum">, fresh: FactOf<"enum">, { have, names }: Case): Judgement | null {
  if (!have.dependents(old.key).some(({ kind }) => kind === "column")) return null;
  const [a, b] = [old.body.labels, new Set(fresh.body.labels)];
  const share = a.filter((label) => b.has(label)).length / Math.max(a.length, b.size, 1);
  return share < 0.5 ? null : { score: share * 4 + names, certain: false };
}

/** A sequence that a column owns takes the column's new name along; the count of another one is data. */
function judgeSequence(old: Fact, fresh: Fact, { have, want, final, names }: Case): Judgement | null {
  const owner = (fact: Fact, side: Side) => side.childrenOf(fact.key, "ownedBy")[0]?.body.column.join("\0") ?? null;
  const [a, b] = [owner(old, have), owner(fresh, want)];
  if (a === null && b === null) return final ? null : { score: names, certain: false };
  return final && a !== null && a === b ? { score: 1, certain: true } : null;
}

/** A column at the same place, with the same things standing on it, is the likely one; of another type, one named alike. */
function judgeColumn(old: FactOf<"column">, fresh: FactOf<"column">, { have, want, names }: Case): Judgement | null {
  if (old.body.generated !== null || fresh.body.generated !== null) return null;
  const converted = old.body.type !== fresh.body.type;
  if (converted && names < 0.5) return null;
  const place = (fact: FactOf<"column">, side: Side) =>
    side.childrenOf(fact.parent ?? "", "column").filter(({ body }) => body.position < fact.body.position).length;
  const near = place(old, have) === place(fresh, want) ? 2 : 0;
  const alike = standing(old, have) === standing(fresh, want) ? 1 : 0;
  return { score: near + alike + names - (converted ? 4 : 0), certain: false };
}

/** What stands on a column, by kind: a key, an index, a default, NOT NULL. */
function standing(column: Fact, side: Side): string {
  return [...side.children(column.key), ...side.dependents(column.key)]
    .map((fact) => isKind(fact, "constraint") ? `constraint ${fact.body.type}` : fact.kind).sort().join();
}

/** A value is likely to be the one that stands between the same others. */
function judgeValue(from: Lone, to: Lone, { have, want, names }: Case): Judgement | null {
  const key = keyOf("enum", from.name.slice(0, 2));
  const [a, b] = [have.at(key, "enum")?.body.labels ?? [], want.at(key, "enum")?.body.labels ?? []];
  const before = (all: readonly string[], label: string, others: readonly string[]) =>
    all.slice(0, all.indexOf(label)).filter((one) => others.includes(one)).at(-1);
  const [label, other] = [from.name[2] ?? "", to.name[2] ?? ""];
  if (before(a, label, b) !== before(b, other, a)) return null;
  return { score: (a.indexOf(label) === b.indexOf(other) ? 2 : 0) + names, certain: false };
}

/** How alike two names are, from 0 to 1: the share of pairs of letters that both have (Dice's coefficient). */
function similarity(a: string, b: string): number {
  const bigrams = (text: string) => new Set([...text.toLowerCase()].map((c, at, all) => c + (all[at + 1] ?? "")));
  const [x, y] = [bigrams(a), bigrams(b)];
  let common = 0;
  for (const pair of x) if (y.has(pair)) common++;
  return 2 * common / Math.max(x.size + y.size, 1);
}

/** The candidates by what they rename. What is certain takes its new name, so that nothing else asks for that. */
function questionsOf(candidates: readonly Candidate[]): readonly RenameQuestion[] {
  const ranked = [...candidates].sort((a, b) => b.score - a.score);
  const keyFor = ({ kind }: Rename, name: readonly string[]) => JSON.stringify([kind, name]);
  const taken = new Set<string>();
  const questions = new Map<string, RenameQuestion>();
  for (const { rename, certain } of ranked) {
    if (!certain) continue;
    const [from, to] = [keyFor(rename, rename.from), keyFor(rename, rename.to)];
    if (questions.has(from) || taken.has(to)) continue;
    taken.add(to);
    questions.set(from, { kind: rename.kind, from: rename.from, candidates: [rename], certain: true });
  }
  for (const { rename, certain } of ranked) {
    if (certain || taken.has(keyFor(rename, rename.to))) continue;
    const key = keyFor(rename, rename.from);
    const known = questions.get(key);
    if (known?.certain === true) continue;
    const all = [...known?.candidates ?? [], rename];
    questions.set(key, { kind: rename.kind, from: rename.from, candidates: all, certain: false });
  }
  return [...questions.values()];
}

/** How an object of a kind is called in ALTER. */
function wordFor(kind: RenameKind, name: readonly string[], have: Snapshot): string {
  if (kind === "enum" || kind === "composite") return "TYPE";
  if (kind !== "view") return kind.toUpperCase();
  const key = keyOf("view", name);
  const materialized = have.facts.some((fact) => fact.key === key && isKind(fact, "view") && fact.body.materialized);
  return materialized ? "MATERIALIZED VIEW" : "VIEW";
}

interface Lock {
  readonly level: LockLevel;
  readonly table: string;
}

function planned(sql: string, description: string, subject: string, lock: Lock | null): PlannedStatement {
  const harmless = { rewrites: false, scans: false, losesData: false, transaction: "any" } as const;
  return { sql, description, subject, lockLevel: lock?.level ?? null, table: lock?.table ?? null, ...harmless };
}

const own = (name: readonly string[]): string => quoteIdentifier(name.at(-1) ?? "");
const two = (name: readonly string[]): string => quoteQualified(name[0] ?? "", name[1] ?? "");

/**
 * Statements that give something its new name, in a database as `have` describes it.
 *
 * ```ts
 * renameStatements({ kind: "table", from: ["public", "users"], to: ["public", "people"] }, have);
 * // ALTER TABLE public.users RENAME TO people
 * ```
 */
export function renameStatements(rename: Rename, have: Snapshot): readonly PlannedStatement[] {
  const { kind, from, to } = rename;
  const inside = from.slice(0, 2);
  const lock: Lock = { level: "ACCESS EXCLUSIVE", table: keyOf("table", inside) };
  switch (kind) {
    case "column":
    case "constraint": {
      const sql = `ALTER TABLE ${two(from)} RENAME ${kind.toUpperCase()} ${own(from)} TO ${own(to)}`;
      return [planned(sql, `Rename ${kind} ${two(from)}.${own(from)} to ${own(to)}`, lock.table, lock)];
    }
    case "value": {
      const [old, fresh] = [quoteLiteral(from[2] ?? ""), quoteLiteral(to[2] ?? "")];
      const sql = `ALTER TYPE ${two(from)} RENAME VALUE ${old} TO ${fresh}`;
      return [planned(sql, `Rename value ${old} of enum ${two(from)} to ${fresh}`, keyOf("enum", inside), null)];
    }
    case "schema": {
      const sql = `ALTER SCHEMA ${own(from)} RENAME TO ${own(to)}`;
      return [planned(sql, `Rename schema ${own(from)} to ${own(to)}`, keyOf("schema", to), null)];
    }
    default:
      return renameObject({ ...rename, kind }, wordFor(kind, from, have), lockFor(rename, have));
  }
}

/** What renaming an object of a schema locks. */
function lockFor({ kind, from }: Rename, have: Snapshot): Lock | null {
  const key = keyOf(kind === "value" ? "enum" : kind, from.slice(0, 2));
  if (kind === "table") return { level: "ACCESS EXCLUSIVE", table: key };
  const fact = have.facts.find((one) => one.key === key);
  if (fact?.kind === "index") return { level: "SHARE UPDATE EXCLUSIVE", table: keyOf("table", fact.body.table) };
  return fact?.kind === "view" && fact.body.materialized ? { level: "ACCESS EXCLUSIVE", table: key } : null;
}

/** An object of a schema: it may move to another schema, take another name, or both. */
function renameObject(
  { kind, from, to }: Rename & { readonly kind: Exclude<RenameKind, "column" | "constraint" | "value"> },
  word: string,
  lock: Lock | null,
): readonly PlannedStatement[] {
  const statements: PlannedStatement[] = [];
  const [schema = ""] = to;
  const subject = keyOf(kind, to);
  if (from[0] !== schema) {
    const sql = `ALTER ${word} ${two(from)} SET SCHEMA ${quoteIdentifier(schema)}`;
    statements.push(planned(sql, `Move ${kind} ${two(from)} to schema ${quoteIdentifier(schema)}`, subject, lock));
  }
  if (from[1] !== to[1]) {
    const moved = two([schema, from[1] ?? ""]);
    const sql = `ALTER ${word} ${moved} RENAME TO ${own(to)}`;
    statements.push(planned(sql, `Rename ${kind} ${moved} to ${own(to)}`, subject, lock));
  }
  return statements;
}

/** The rename that takes another one back. */
export function reverseOf({ kind, from, to }: Rename): Rename {
  return { kind, from: to, to: from };
}
