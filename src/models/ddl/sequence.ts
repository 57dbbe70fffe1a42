/** Options of sequences and identity columns as SQL. */
import { integerText, nameText, qualifiedText, type Subject, typeText, words, wordText } from "./argument.ts";
import type { Identity, SequenceOptions } from "./shapes.ts";

/** `AS bigint START WITH 10 …`, only what is given; empty when nothing is. */
export function sequenceOptions(operation: Subject, options: SequenceOptions): string {
  const number = (argument: string, value: number | bigint) => integerText(operation, argument, value);
  const { as, start, increment, min, max, cache, cycle, ownedBy } = options;
  return words(
    as !== undefined && `AS ${typeText(operation, "as", as)}`,
    increment !== undefined && `INCREMENT BY ${number("increment", increment)}`,
    min !== undefined && (min === null ? "NO MINVALUE" : `MINVALUE ${number("min", min)}`),
    max !== undefined && (max === null ? "NO MAXVALUE" : `MAXVALUE ${number("max", max)}`),
    start !== undefined && `START WITH ${number("start", start)}`,
    cache !== undefined && `CACHE ${number("cache", cache)}`,
    cycle !== undefined && (cycle ? "CYCLE" : "NO CYCLE"),
    ownedBy !== undefined && ownedByText(operation, ownedBy),
  );
}

function ownedByText(operation: Subject, ownedBy: NonNullable<SequenceOptions["ownedBy"]> | null): string {
  if (ownedBy === null) return "OWNED BY NONE";
  const table = qualifiedText(operation, "ownedBy.table", ownedBy.table, ownedBy.schema);
  return `OWNED BY ${table}.${nameText(operation, "ownedBy.column", ownedBy.column)}`;
}

/** `GENERATED ALWAYS AS IDENTITY (START WITH 10)` */
export function identityText(operation: Subject, identity: Identity): string {
  const { generated, sequenceName, ...sequence } = typeof identity === "string" ? { generated: identity } : identity;
  const options = words(
    sequenceName !== undefined && `SEQUENCE NAME ${nameText(operation, "identity.sequenceName", sequenceName)}`,
    sequenceOptions(operation, sequence),
  );
  return words(`GENERATED ${identityWord(operation, generated)} AS IDENTITY`, options !== "" && `(${options})`);
}

/** `ALWAYS` or `BY DEFAULT`. */
export function identityWord(operation: Subject, generated: string): string {
  return wordText(operation, "identity", generated, ["always", "by default"]);
}
