/** Tells options and words of a command line apart. */
import { parseArgs } from "node:util";
import type { OptionSpec } from "./table/spec.ts";

/** An option as it was given. */
export interface OptionToken {
  readonly name: string;
  /** As it was typed: `-m`, `--message`. */
  readonly rawName: string;
  readonly value: string | undefined;
}

export interface Words {
  readonly options: readonly OptionToken[];
  /** Words that are no option, in order. */
  readonly words: readonly string[];
}

const takesWord = (option: OptionSpec): boolean => option.kind !== "flag" && option.kind !== "optional";

/** `-1`, `-3:current` are relative revisions, not options; parseArgs sees a word in their place. */
const standIn = (argument: string): string => /^-\d/.test(argument) ? `=${argument}` : argument;

/**
 * Takes a command line apart, knowing which options take a word. `-1` and `-3:current` are relative revisions, not
 * options.
 *
 * @param all options by their long names
 *
 * ```ts
 * tokens(["up", "-1", "--tag=x"], all); // words up and -1, the option tag with the value x
 * ```
 */
export function tokens(argv: readonly string[], all: ReadonlyMap<string, OptionSpec>): Words {
  const options: Record<string, { type: "string" | "boolean"; short?: string }> = {};
  for (const option of all.values()) {
    options[option.name] = {
      type: takesWord(option) ? "string" : "boolean",
      ...(option.short === undefined ? {} : { short: option.short }),
    };
  }
  const parsed = parseArgs({ args: argv.map(standIn), options, strict: false, allowPositionals: true, tokens: true });
  const found: OptionToken[] = [];
  const words: string[] = [];
  for (const token of parsed.tokens) {
    if (token.kind === "positional") words.push(argv[token.index] ?? token.value);
    if (token.kind === "option") {
      const value = token.value === undefined || token.inlineValue ? token.value : argv[token.index + 1];
      found.push({ name: token.name, rawName: token.rawName, value });
    }
  }
  return { options: found, words };
}
