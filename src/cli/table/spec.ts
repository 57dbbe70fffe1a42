/**
 * What the command table is made of: plain data, from which parsing, typed values, help pages, suggestions, completions,
 * man pages and docs/commands.md all derive. To add a command, add an entry to the table and a line to registry.ts.
 */
import type { ExitCode } from "../../base/problem.ts";

/** What a word on the command line names, so that a shell can complete it. */
export type Completes = "file" | "directory" | "revision" | "code" | "topic" | "command";

interface OptionBase {
  /**
   * The long name, without dashes. The same name has the same short form in every command, and takes a word in all of
   * them or in none: the words are told apart before the command is known.
   */
  readonly name: string;
  readonly short?: string;
  readonly summary: string;
  /** How help calls the value: `--message TEXT`. */
  readonly placeholder?: string;
  /** The environment variable that gives the value when the option is absent. */
  readonly env?: string;
  readonly completes?: Completes;
}

/**
 * One option.
 *
 * - `flag`: present or not; with `negatable`, `--no-NAME` too, and then null when neither was given.
 * - `text`: one value, the last one wins. `list`: repeatable. `number`: a whole number. `duration`: `500ms`, `5s`, `2m`.
 * - `choice`: one of `choices`. `optional`: a flag that may have a value after `=`, one of `choices` if it has any; by
 *   itself it means the first of them, or an empty text.
 * - `pairs`: repeatable `key=value`.
 */
export type OptionSpec =
  & OptionBase
  & (
    | { readonly kind: "flag"; readonly negatable?: boolean }
    | { readonly kind: "text" | "list" | "number" | "duration" | "pairs" }
    | { readonly kind: "choice"; readonly choices: readonly string[] }
    | { readonly kind: "optional"; readonly choices?: readonly string[] }
  );

/** One positional argument. Only the last may be `many`; required ones stand before optional ones. */
export interface ArgumentSpec {
  readonly name: string;
  readonly summary: string;
  readonly required: boolean;
  readonly many?: boolean;
  readonly choices?: readonly string[];
  readonly completes?: Completes;
}

/** A command line to copy and what it does; a test runs every one of them. */
export interface Example {
  readonly run: string;
  readonly does: string;
}

/** The groups of the root help page, in their order. */
export const groups = ["Start", "Revisions", "Run", "Look", "Schema", "Help"] as const;

/** One command. A name of two words (`config show`) is a subcommand of its first word. */
export interface CommandSpec {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly group: (typeof groups)[number];
  readonly summary: string;
  /** Paragraphs of the help page. */
  readonly about: readonly string[];
  readonly arguments: readonly ArgumentSpec[];
  readonly options: readonly OptionSpec[];
  readonly examples: readonly Example[];
  /** The exit codes besides 0 and 2 that the command has a meaning for. */
  readonly exits: readonly ExitCode[];
}

type Camel<S extends string> = S extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : S;

type ValueOf<O extends OptionSpec> = O extends { readonly kind: "flag"; readonly negatable: true } ? boolean | null
  : O extends { readonly kind: "flag" } ? boolean
  : O extends { readonly kind: "list" } ? readonly string[]
  : O extends { readonly kind: "number" | "duration" } ? number | null
  : O extends { readonly kind: "pairs" } ? Readonly<Record<string, string>>
  : O extends { readonly choices: readonly (infer V)[] } ? V | null
  : string | null;

type ArgumentValue<A extends ArgumentSpec> = A extends { readonly many: true } ? readonly string[]
  : A extends { readonly required: true; readonly choices: readonly (infer V)[] } ? V
  : A extends { readonly required: true } ? string
  : string | null;

/** The typed values of a list of options, keyed in camel case. */
export type OptionValues<Options extends readonly OptionSpec[]> = {
  readonly [O in Options[number] as Camel<O["name"]>]: ValueOf<O>;
};

/** What was given to a command: its options (camel case) and its arguments by name (lower case). */
export type GivenOf<C extends CommandSpec> =
  & OptionValues<C["options"]>
  & { readonly [A in C["arguments"][number] as Camel<Lowercase<A["name"]>>]: ArgumentValue<A> };

/** Checks an entry of the table and keeps its literal types. */
export function command<const C extends CommandSpec>(spec: C): C {
  return spec;
}

/** `branch-label` → `branchLabel`. */
export function camel(name: string): string {
  return name.toLowerCase().replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
