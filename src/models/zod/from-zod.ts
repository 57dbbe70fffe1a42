/** Checks that zod's own `.min()`, `.max()`, `.regex()`, `.positive()` and `.multipleOf()` become on request. */
import { quoteLiteral } from "../../sql/quote.ts";
import { type SqlValue, valueText } from "../../sql/value.ts";
import { checksOf } from "./column-type.ts";
import type { ZodCheck, ZodDef } from "./zod-type.ts";

/** A check that cannot be said in SQL: what it is. */
export interface Untranslatable {
  readonly untranslatable: string;
}

/** The checks of a type as SQL for a quoted column. */
export function checksFromZod(def: ZodDef, type: string, column: string): readonly (string | Untranslatable)[] {
  return checksOf(def).flatMap((check) => {
    const written = writers[check.check]?.(check, column, def, type);
    return written === undefined || written === null ? [] : [written];
  });
}

type Writer = (check: ZodCheck, column: string, def: ZodDef, type: string) => string | Untranslatable | null;

const length = (column: string, def: ZodDef) =>
  def.type === "array" ? `cardinality(${column})` : `char_length(${column})`;

const writers: Readonly<Record<string, Writer>> = {
  min_length: (check, column, def) => `${length(column, def)} >= ${check.minimum ?? 0}`,
  max_length: (check, column, def, type) =>
    type.startsWith("varchar") ? null : `${length(column, def)} <= ${check.maximum ?? 0}`,
  length_equals: (check, column, def) => `${length(column, def)} = ${check.length ?? 0}`,
  greater_than: (check, column) => `${column} ${check.inclusive === true ? ">=" : ">"} ${bound(check)}`,
  less_than: (check, column) => `${column} ${check.inclusive === true ? "<=" : "<"} ${bound(check)}`,
  multiple_of: (check, column, _def, type) => {
    const exact = /^(real|double)/.test(type) ? `${column}::numeric` : column;
    return `${exact} % ${bound(check)} = 0`;
  },
  string_format: (check, column) => {
    if (check.format === "starts_with") return `starts_with(${column}, ${quoteLiteral(check.prefix ?? "")})`;
    if (check.format === "ends_with") {
      return `right(${column}, ${(check.suffix ?? "").length}) = ${quoteLiteral(check.suffix ?? "")}`;
    }
    if (check.format === "includes") return `position(${quoteLiteral(check.includes ?? "")} in ${column}) > 0`;
    if (check.format === "lowercase") return `${column} = lower(${column})`;
    if (check.format === "uppercase") return `${column} = upper(${column})`;
    return check.format === "regex" && check.pattern !== undefined ? regexText(check.pattern, column) : null;
  },
};

/** zod keeps limits as numbers, big integers or dates; each has a form in SQL. */
function bound(check: ZodCheck): string {
  return valueText(check.value as SqlValue, "check");
}

/** Parts of JavaScript's regular expressions that PostgreSQL's do not have, or read differently. */
const foreign = /\(\?<[^=!]|\\k<|\\[pP]\{|\\u\{|\\c[A-Za-z]|\(\?[a-z-]*:(?<!\(\?:)/;

function regexText(pattern: RegExp, column: string): string | Untranslatable {
  const flags = pattern.flags.replaceAll(/[gyud]/g, "");
  if (foreign.test(pattern.source) || (flags !== "" && flags !== "i")) return { untranslatable: String(pattern) };
  const operator = flags === "i" ? "~*" : "~";
  return `${column} ${operator} ${quoteLiteral(pattern.source.replaceAll("\\/", "/"))}`;
}
