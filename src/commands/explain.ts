/** What an error code means. */
import { nearest } from "../base/nearest.ts";
import { catalogue } from "../base/problems/catalogue.ts";
import { type WarningCode, warnings } from "../base/problems/warnings.ts";
import { type Code, type ExitCode, problem, type ProblemKind } from "../base/problem.ts";

/** One entry of the catalogue, without data. */
export interface Explanation {
  readonly code: string;
  /** Null: a warning, after which the command goes on. */
  readonly exit: ExitCode | null;
  readonly title: string;
  readonly why: string;
  readonly advice: string;
}

export interface ExplainOutcome {
  readonly codes: readonly Explanation[];
}

const entries: Readonly<Record<string, Pick<ProblemKind<never>, "exit" | "title" | "why" | "advice" | "hint">>> =
  catalogue;

/** The explanation of one code. */
export function explanationOf(code: Code | WarningCode): Explanation {
  if (isWarning(code)) return { code, exit: null, ...warnings[code] };
  const { exit, title, why, advice, hint } = catalogue[code] as Pick<
    ProblemKind<never>,
    "exit" | "title" | "why" | "advice" | "hint"
  >;
  return { code, exit, title, why, advice: advice ?? (typeof hint === "string" ? hint : "") };
}

function isWarning(code: string): code is WarningCode {
  return Object.hasOwn(warnings, code);
}

/** Every code there is, sorted. */
export function allCodes(): readonly (Code | WarningCode)[] {
  // The keys of the two tables are what the types are made from.
  return [...Object.keys(entries) as Code[], ...Object.keys(warnings) as WarningCode[]].sort();
}

/** Explains one code, or all without one. Throws `usage/unknown-code`. */
export function explainCommand(inputs: { readonly code: string | null }): ExplainOutcome {
  const codes = allCodes();
  if (inputs.code === null) return { codes: codes.map(explanationOf) };
  const wanted = codes.find((code) => code === inputs.code);
  if (wanted !== undefined) return { codes: [explanationOf(wanted)] };
  // The part after the slash is what people remember.
  const near = nearest(inputs.code, codes) ?? codes.find((code) => code.endsWith(`/${inputs.code}`)) ?? null;
  throw problem("usage/unknown-code", { code: inputs.code, nearest: near });
}
