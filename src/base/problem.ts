/**
 * A `Problem` is an error that a user can cause and can mend: a code, the data that belongs to it, and where it
 * happened. Its text is made at the edge, from the catalogue, so that the core and its tests deal in codes and data.
 */
import type { catalogue } from "./problems/catalogue.ts";

/** What the process ends with; the table of meanings is in docs/exit-codes. */
export type ExitCode = 0 | 1 | 2 | 3 | 4 | 5 | 130 | 143;

/** A place in a file. Lines and columns count from 1; a column counts characters, not bytes. */
export interface Location {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** What the catalogue holds for one code: `D` is the data that comes with it. */
export interface ProblemKind<D> {
  readonly exit: ExitCode;
  /** One sentence for `explain`, without data: what is wrong. */
  readonly title: string;
  /** What is wrong, with the data. Sentence case, no full stop, names in double quotes. */
  readonly message: (data: D) => string;
  /** Why this is an error, for `explain` and JSON. */
  readonly why: string;
  /** What to do next; may use the data when there is some (`explain` has none). */
  readonly hint: string | ((data: D) => string);
  /** Used by `explain` instead of a hint that needs data. */
  readonly advice?: string;
}

/** Writes a catalogue entry with its data type checked: `entry<{ file: string }>({ … })`. */
export function entry<D>(kind: ProblemKind<D>): ProblemKind<D> {
  return kind;
}

type Catalogue = typeof catalogue;

/** Every code there is: `revision/multiple-heads`, `config/unknown-key`, … */
export type Code = keyof Catalogue;

/** The data that belongs to a code. */
export type DataOf<C extends Code> = Catalogue[C] extends ProblemKind<infer D> ? D : never;

/** An error that a user can cause. Throw it with {@link problem}; only `main.ts` turns it into an exit code. */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly code: Code;
  readonly data: unknown;
  readonly at: Location | null;
  /** Problems found in the same look, reported together with this one. */
  readonly others: readonly Problem[];

  constructor(code: Code, data: unknown, at: Location | null, others: readonly Problem[], cause: unknown) {
    super(code, cause === undefined ? undefined : { cause });
    this.code = code;
    this.data = data;
    this.at = at;
    this.others = others;
  }
}

/**
 * Makes a problem.
 *
 * ```ts
 * throw problem("revision/not-found", { name: "abcd", nearest: null });
 * ```
 */
export function problem<C extends Code>(
  code: C,
  data: DataOf<C>,
  options: { readonly at?: Location; readonly cause?: unknown } = {},
): Problem {
  return new Problem(code, data, options.at ?? null, [], options.cause);
}

/** Throws all of `problems` as one (the first, carrying the others); returns when there are none. */
export function throwAll(problems: readonly Problem[]): void {
  const [first, ...others] = problems;
  if (first === undefined) return;
  if (others.length === 0) throw first;
  throw new Problem(first.code, first.data, first.at, others, first.cause);
}
