/** What an extension that moves to another schema takes along by itself: each mention of what it brought. */
import { quoteIdentifier } from "../sql/quote.ts";
import { type Fact, isKind } from "./fact.ts";
import type { Side } from "./side.ts";

/**
 * Whether two states of a fact differ in nothing but the schema of an extension that it needs. A column of
 * `public.citext` is one of `tools.citext` after `ALTER EXTENSION citext SET SCHEMA tools`.
 */
export function movesWithExtension(from: Fact, to: Fact, { have, want }: { have: Side; want: Side }): boolean {
  // With the same needs it is about the same objects: only an extension's own are named by the extension.
  const needs = needsOf(from, have);
  if (needs.join() !== needsOf(to, want).join()) return false;
  return needs.some((need) => {
    const [before, after] = [have.at(need, "extension"), want.at(need, "extension")];
    if (before === null || after === null || !before.body.relocatable) return false;
    if (before.body.schema === after.body.schema || isKind(from, "function")) return false;
    const [old, fresh] = [`${quoteIdentifier(before.body.schema)}.`, `${quoteIdentifier(after.body.schema)}.`];
    return bodyPattern(from, old, fresh).test(JSON.stringify(to.body));
  });
}

/** What a fact's body mentions: a composite type's mentions what its attributes need. */
function needsOf(fact: Fact, side: Side): readonly string[] {
  return [...fact.needs, ...side.childrenOf(fact.key, "attribute").flatMap(({ needs }) => needs)];
}

/** Matches a body as JSON in which each `old` may have become `fresh`; in a text's quotes it is a text. */
function bodyPattern(fact: Fact, old: string, fresh: string): RegExp {
  const [a, b] = [old, fresh].map((text) => escaped(JSON.stringify(text).slice(1, -1)));
  const mention = new RegExp(`(?<![\\w$'.])${a}`);
  return new RegExp(`^${JSON.stringify(fact.body).split(mention).map(escaped).join(`(?:${a}|${b})`)}$`);
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
