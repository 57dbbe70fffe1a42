/** A problem as text and as JSON: the one place where codes and data become sentences. */
import { catalogue } from "../base/problems/catalogue.ts";
import type { ExitCode, Problem, ProblemKind } from "../base/problem.ts";
import { wrap } from "../base/text.ts";
import { dataWithoutPasswords, withoutPasswords } from "../base/without-passwords.ts";
import { headline, indent, placeText, sourceFrame } from "./error-text.ts";
import type { View } from "./terminal.ts";

/** A problem in words; `at` paths are as a user would write them. */
export interface ProblemBody {
  readonly code: string;
  readonly message: string;
  readonly why: string;
  readonly hint: string;
  readonly data: unknown;
  readonly at: { readonly file: string; readonly line: number | null; readonly column: number | null } | null;
}

/** The catalogue's entry for a code. `problem()` checked that the data is the code's own, which the types cannot keep. */
export function kindOf(code: Problem["code"]): ProblemKind<unknown> {
  return catalogue[code] as unknown as ProblemKind<unknown>;
}

/** One problem in words, without those that it carries, and without passwords: any word may hold one. */
export function problemBody(found: Problem): ProblemBody {
  const kind = kindOf(found.code);
  const data = dataWithoutPasswords(found.data);
  return {
    code: found.code,
    message: kind.message(data),
    why: kind.why,
    hint: typeof kind.hint === "string" ? kind.hint : kind.hint(data),
    data,
    at: found.at === null
      ? null
      : { file: withoutPasswords(found.at.file), line: found.at.line ?? null, column: found.at.column ?? null },
  };
}

/** All problems that one error carries, itself first. */
export function allProblems(found: Problem): readonly Problem[] {
  return [found, ...found.others];
}

/** The exit code of a problem: that of its catalogue entry. */
export function exitOf(found: Problem): ExitCode {
  return kindOf(found.code).exit;
}

/** `{"ok":false,"error":…}`, with all of them in `errors` when there are several. */
export function problemDocument(found: Problem, command: string | null): object {
  const bodies = allProblems(found).map(problemBody);
  return {
    ok: false,
    command,
    version: 1,
    error: bodies[0],
    ...(bodies.length > 1 ? { errors: bodies } : {}),
  };
}

/** A problem for people. `lineOf` gives a line of a file, or null when it cannot be read. */
export function problemText(
  found: Problem,
  view: View,
  lineOf: (file: string, line: number) => string | null,
): string {
  const { bold, dim, name } = view.palette;
  const blocks = allProblems(found).map((one) => {
    const body = problemBody(one);
    const rows = [headline(body.message, body.code, view)];
    if (one.at !== null) {
      rows.push(`  ${dim("at")} ${name(placeText(one.at))}`);
      const text = one.at.line === undefined ? null : lineOf(one.at.file, one.at.line);
      if (text !== null && one.at.line !== undefined) {
        rows.push(indent(sourceFrame({ number: one.at.line, text, column: one.at.column ?? null }, view), "  "));
      }
    }
    if (body.hint !== "") rows.push(`  ${bold("Next:")} ${wrap(body.hint, view.width, "        ", 8)}`);
    return rows.join("\n");
  });
  return blocks.join("\n") + "\n";
}
