/**
 * Tells options and words of a command line apart, as `parseArgs` of `node:util` does without `strict` (a test compares
 * them): that module takes a start of the program a millisecond to load.
 */
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

const takesWord = (option: OptionSpec | undefined): boolean =>
  option !== undefined && option.kind !== "flag" && option.kind !== "optional";

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
  const shorts = new Map<string, OptionSpec>();
  for (const option of all.values()) if (option.short !== undefined) shorts.set(option.short, option);
  const options: OptionToken[] = [];
  const words: string[] = [];
  const give = (name: string, rawName: string, value: string | undefined) =>
    void options.push({ name, rawName, value });
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] ?? "";
    if (word === "--") {
      words.push(...argv.slice(at + 1));
      break;
    }
    if (word.startsWith("--")) {
      const equals = word.indexOf("=", 3);
      const name = word.slice(2, equals === -1 ? undefined : equals);
      if (equals !== -1) give(name, `--${name}`, word.slice(equals + 1));
      else give(name, word, takesWord(all.get(name)) ? argv[++at] : undefined);
    } else if (/^-[^\d]/s.test(word)) {
      // One letter after the other; the first that takes a word has the rest for it, or else the next word.
      for (let letter = 1; letter < word.length; letter++) {
        const short = word[letter] ?? "";
        const option = shorts.get(short);
        const rest = word.slice(letter + 1);
        const takes = takesWord(option);
        give(option?.name ?? short, `-${short}`, !takes ? undefined : rest === "" ? argv[++at] : rest);
        if (takes) break;
      }
    } else words.push(word);
  }
  return { options, words };
}
