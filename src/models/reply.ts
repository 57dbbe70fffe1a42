/** What the process that loads models is asked and what it answers; both are JSON. */
import { type Code, type Location, Problem } from "../base/problem.ts";
import type { Casing } from "./drizzle/orm.ts";
import type { NamePatterns } from "./naming.ts";
import type { ModelStatement } from "./statement.ts";
import type { RenameHint } from "./zod/read-table.ts";

/** A file to load: its absolute path, its path as a user writes it, and Drizzle's casing. */
export interface ModelFile {
  readonly path: string;
  readonly file: string;
  readonly casing: Casing;
}

/** What the loading process is asked. */
export interface LoadRequest {
  readonly files: readonly ModelFile[];
  readonly naming: NamePatterns;
  /** True when these files are all the models, so that what they refer to must be among them. */
  readonly complete: boolean;
}

/** What models are once loaded. */
export interface LoadedModels {
  readonly statements: readonly ModelStatement[];
  readonly renames: readonly RenameHint[];
  /** Roles that the models name. */
  readonly roles: readonly string[];
}

/** A problem as JSON. */
export interface WrittenProblem {
  readonly code: string;
  readonly data: unknown;
  readonly at: Location | null;
}

/** What the loading process answers. */
export type LoadReply =
  | ({ readonly ok: true } & LoadedModels)
  | { readonly ok: false; readonly problems: readonly WrittenProblem[] };

/** The problem that another process wrote. The two processes are one program, so its code is one of ours. */
export function readProblem(problems: readonly WrittenProblem[]): Problem {
  const [first, ...others] = problems.map(({ code, data, at }) => new Problem(code as Code, data, at, [], undefined));
  if (first === undefined) throw new TypeError("a reply without a problem");
  return new Problem(first.code, first.data, first.at, others, undefined);
}
