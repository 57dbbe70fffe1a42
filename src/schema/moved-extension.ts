/** What an extension that moves to another schema takes along by itself: each mention of what it brought. */
import { quoteIdentifier } from "../sql/quote.ts";
import { type Fact, inKeyOrder, isKind, keyOf } from "./fact.ts";
import { Side } from "./side.ts";

interface Both {
  readonly have: Side;
  readonly want: Side;
}

/** The mention of a schema before and after an extension moves out of it. */
type Move = readonly [old: string, fresh: string];

function moveOf(key: string, { have, want }: Both): Move | null {
  const [before, after] = [have.at(key, "extension"), want.at(key, "extension")];
  if (before === null || after === null || !before.body.relocatable) return null;
  if (before.body.schema === after.body.schema) return null;
  return [`${quoteIdentifier(before.body.schema)}.`, `${quoteIdentifier(after.body.schema)}.`];
}

/**
 * Whether two states of a fact differ in nothing but the schema of an extension that it needs. A column of
 * `public.citext` is one of `tools.citext` after `ALTER EXTENSION citext SET SCHEMA tools`.
 */
export function movesWithExtension(from: Fact, to: Fact, sides: Both): boolean {
  // With the same needs it is about the same objects: only an extension's own are named by the extension.
  const needs = needsOf(from, sides.have);
  if (needs.join() !== needsOf(to, sides.want).join()) return false;
  return needs.some((need) => {
    const move = moveOf(need, sides);
    return move !== null && sameBut(move, from, to);
  });
}

function sameBut(move: Move, from: Fact, to: Fact): boolean {
  if (!isKind(from, "function") || !isKind(to, "function")) return matches(move, from.body, to.body);
  // The text of a function is the author's, and stays as it is.
  const [[before, ...text], [after, ...same]] = [from, to].map(({ body }) => body.definition.split("\nAS ")) as [
    string[],
    string[],
  ];
  return text.join() === same.join() && from.body.source === to.body.source &&
    matches(move, { ...from.body, definition: before }, { ...to.body, definition: after });
}

/** What a fact's body mentions: a composite type's mentions what its attributes need. */
function needsOf(fact: Fact, side: Side): readonly string[] {
  return [...fact.needs, ...side.childrenOf(fact.key, "attribute").flatMap(({ needs }) => needs)];
}

/** Whether a value as JSON is another in which `old` may have become `fresh`; in a text's quotes it is a text. */
function matches([old, fresh]: Move, from: unknown, to: unknown): boolean {
  const [a, b] = [old, fresh].map((text) => escaped(JSON.stringify(text).slice(1, -1)));
  const mention = new RegExp(`(?<![\\w$'.])${a}`);
  return new RegExp(`^${JSON.stringify(from).split(mention).map(escaped).join(`(?:${a}|${b})`)}$`)
    .test(JSON.stringify(to));
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");

/** One side of a comparison, with the names that objects have by the end; `old` finds the fact as it is. */
export interface Followed {
  readonly side: Side;
  readonly old: (fact: Fact) => Fact;
}

/**
 * Gives functions, casts, operators and aggregates the names that they have when the extension of their types has moved:
 * `f(public.citext)` is `f(tools.citext)` then.
 */
export function followExtensions(have: Side, want: Side): Followed {
  const stays: Followed = { side: have, old: (fact) => fact };
  const extensions = have.snapshot.facts.filter(({ kind }) => kind === "extension");
  const moving = extensions.filter(({ key }) => moveOf(key, { have, want }) !== null);
  if (moving.length === 0) return stays;
  const news = want.snapshot.facts.filter(({ key }) => have.get(key) === null);
  const names = new Map<string, Fact>();
  for (const { key } of moving) {
    const move = moveOf(key, { have, want });
    for (const fact of have.dependents(key)) {
      if (move === null || want.get(fact.key) !== null) continue;
      const to = news.find((one) =>
        one.kind === fact.kind && matches(move, fact.name, one.name) && sameBut(move, fact, one)
      );
      if (to !== undefined) names.set(fact.key, to);
    }
  }
  if (names.size === 0) return stays;
  const olds = new Map<string, Fact>();
  const keyed = (key: string) => names.get(key)?.key ?? key;
  const facts = have.snapshot.facts.map((fact): Fact => {
    const name = names.get(fact.key)?.name ?? fact.name.map(keyed);
    const moved = {
      ...fact,
      key: names.get(fact.key)?.key ?? (fact.name.some((one) => names.has(one)) ? keyOf(fact.kind, name) : fact.key),
      name,
      parent: fact.parent === null ? null : keyed(fact.parent),
      needs: fact.needs.map(keyed).toSorted(),
      follows: fact.follows.map(keyed).toSorted(),
    };
    olds.set(moved.key, fact);
    return moved;
  });
  const side = new Side({ ...have.snapshot, facts: inKeyOrder(facts) });
  return { side, old: (fact) => olds.get(fact.key) ?? fact };
}
