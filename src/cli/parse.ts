/** Words of a command line → a command and typed values, by the table. Variables such as MIGRATE_ENV are the config room's. */
import { nearest } from "../base/nearest.ts";
import { type Problem, problem, throwAll } from "../base/problem.ts";
import { commandElsewhere } from "./command-elsewhere.ts";
import { type CommandName, commands, findCommand, globalOptions, type GlobalValues } from "./table/mod.ts";
import { type ArgumentSpec, camel, type CommandSpec, type OptionSpec } from "./table/spec.ts";
import { type OptionToken, tokens } from "./tokens.ts";

/** One value of an option or argument, before a command's types are put on it. */
export type RawValue = string | boolean | number | null | readonly string[] | Readonly<Record<string, string>>;

/** What a command line says. `command` is null when only global options were given. */
export interface Parsed {
  readonly command: (CommandSpec & { readonly name: CommandName }) | null;
  /** Options (camel case) and arguments of the command. */
  readonly given: Readonly<Record<string, RawValue>>;
  readonly globals: GlobalValues;
}

/** Every option of every command by its long name. A test holds that one name is one kind and one short form. */
function allOptions(): Map<string, OptionSpec> {
  const all = new Map<string, OptionSpec>(globalOptions.map((option) => [option.name, option]));
  for (const entry of commands) for (const option of entry.options) all.set(option.name, option);
  return all;
}

/** Takes the command's name (one word or two) off the front of the words. */
function takeCommand(words: readonly string[]): { command: Parsed["command"]; rest: readonly string[] } {
  const [first, second] = words;
  if (first === undefined) return { command: null, rest: [] };
  const pair = second === undefined ? null : findCommand(`${first} ${second}`);
  if (pair !== null) return { command: pair, rest: words.slice(2) };
  const single = findCommand(first);
  if (single !== null) return { command: single, rest: words.slice(1) };
  const family = commands.filter((entry) => entry.name.startsWith(`${first} `)).map((entry) => entry.name);
  if (family.length > 0) {
    if (second === undefined) {
      const choices = family.map((name) => name.slice(first.length + 1)).join(" or ");
      throw problem("usage/missing-argument", { command: first, argument: choices });
    }
    throw problem("usage/unknown-command", {
      name: `${first} ${second}`,
      nearest: nearest(`${first} ${second}`, family) ?? family[0] ?? null,
    });
  }
  const names = commands.flatMap((entry) => [entry.name, ...entry.aliases]);
  const near = nearest(first, names) ?? commandElsewhere(first);
  throw problem("usage/unknown-command", { name: first, nearest: near });
}

const durationUnits: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, min: 60_000, h: 3_600_000 };

/** `500ms`, `5s`, `2m`, `1h`, or a number of seconds → milliseconds; null when it is none of these. */
export function parseDuration(text: string): number | null {
  const match = /^(\d+(?:\.\d+)?)(ms|s|min|m|h)?$/.exec(text);
  if (match === null) return null;
  return Number(match[1]) * (durationUnits[match[2] ?? "s"] ?? 1000);
}

const bad = (what: string, value: string, expected: string, meant: string | null = null): Problem =>
  problem("usage/bad-value", { what, value, expected, nearest: meant });

const oneOf = (choices: readonly string[]): string => `one of ${choices.join(", ")}`;

/** Reads all values that one option was given. */
function optionValue(option: OptionSpec, given: readonly OptionToken[]): RawValue {
  const last = given.at(-1);
  const typed = (token: OptionToken): string => {
    if (token.value === undefined) {
      throw problem("usage/missing-value", { option: token.rawName, placeholder: option.placeholder ?? "VALUE" });
    }
    return token.value;
  };
  const flag = `--${option.name}`;
  switch (option.kind) {
    case "flag": {
      for (const token of given) {
        if (token.value !== undefined) {
          throw problem("usage/unexpected-value", { option: token.rawName, value: token.value });
        }
      }
      if (last === undefined) return option.negatable === true ? null : false;
      return last.name === option.name;
    }
    case "text":
      return last === undefined ? null : typed(last);
    case "list":
      return given.map(typed);
    case "number": {
      if (last === undefined) return null;
      const value = typed(last);
      if (!/^\d+$/.test(value)) throw bad(flag, value, "a whole number");
      return Number(value);
    }
    case "duration": {
      if (last === undefined) return null;
      const ms = parseDuration(typed(last));
      if (ms === null) throw bad(flag, typed(last), "a time such as 500ms, 30s or 2m");
      return ms;
    }
    case "pairs":
      return Object.fromEntries(given.map((token) => {
        const value = typed(token);
        const at = value.indexOf("=");
        if (at < 1) throw bad(token.rawName, value, "of the form key=value");
        return [value.slice(0, at), value.slice(at + 1)];
      }));
    case "optional":
    case "choice": {
      if (last === undefined) return null;
      const value = option.kind === "optional" ? last.value ?? option.choices?.[0] ?? "" : typed(last);
      if (option.choices !== undefined && !option.choices.includes(value)) {
        throw bad(flag, value, oneOf(option.choices), nearest(value, option.choices));
      }
      return value;
    }
  }
}

/** Collects what a throwing function throws, so that all problems of a command line are told at once. */
function collect<T>(problems: Problem[], read: () => T, otherwise: T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "Problem") throw error;
    // Only `problem()` makes errors of this name.
    problems.push(error as Problem);
    return otherwise;
  }
}

/** Reads the arguments of a command from the words that are left. */
function argumentValues(
  entry: CommandSpec,
  words: readonly string[],
  problems: Problem[],
): Record<string, RawValue> {
  const values: Record<string, RawValue> = {};
  let next = 0;
  const check = (argument: ArgumentSpec, word: string): void => {
    if (argument.choices === undefined || argument.choices.includes(word)) return;
    problems.push(bad(argument.name, word, oneOf(argument.choices), nearest(word, argument.choices)));
  };
  for (const argument of entry.arguments) {
    const taken = argument.many === true ? words.slice(next) : words.slice(next, next + 1);
    next += taken.length;
    if (taken.length === 0 && argument.required) {
      problems.push(problem("usage/missing-argument", { argument: argument.name, command: entry.name }));
    }
    for (const word of taken) check(argument, word);
    values[camel(argument.name)] = argument.many === true ? taken : taken[0] ?? null;
  }
  const extra = words[next];
  if (extra !== undefined) {
    const message = entry.name === "revision" ? { message: words.slice(next).join(" ") } : {};
    problems.push(problem("usage/extra-argument", { argument: extra, command: entry.name, ...message }));
  }
  return values;
}

/** The options that a command takes, by every long name that may be typed. */
function optionsOf(entry: CommandSpec | null): Map<string, OptionSpec> {
  const accepted = new Map<string, OptionSpec>();
  for (const option of [...globalOptions, ...(entry?.options ?? [])] as readonly OptionSpec[]) {
    accepted.set(option.name, option);
    if (option.kind === "flag" && option.negatable === true) accepted.set(`no-${option.name}`, option);
    if (option.name === "color") accepted.set("no-color", option);
  }
  return accepted;
}

/** Says that an option is not one of the command's, with the nearest that is. */
function unknownOption(token: OptionToken, entry: CommandSpec | null): Problem {
  const known = [...optionsOf(entry).keys()];
  // `--label` for --branch-label: a word of one option alone.
  const [part, ...others] = known.filter((name) => name.split("-").includes(token.name));
  const near = token.rawName.startsWith("--")
    ? nearest(token.name, known) ?? (others.length === 0 ? part ?? null : null)
    : null;
  return problem("usage/unknown-option", {
    option: token.rawName,
    command: entry?.name ?? null,
    nearest: near === null ? null : `--${near}`,
  });
}

/**
 * Reads a command line. Options may stand before or after the command; everything after `--` is an argument. All
 * problems (`usage/…`) are thrown together. `--help` and `--version` win over problems of the rest.
 *
 * ```ts
 * parse(["up", "+1", "--dry-run"]).given; // { target: "+1", dryRun: true, … }
 * ```
 */
export function parse(argv: readonly string[]): Parsed {
  const all = allOptions();
  const { options, words } = tokens(argv, all);
  const asks = options.some((token) => token.name === "help" || token.name === "version");
  const problems: Problem[] = [];
  const { command, rest } = collect(problems, () => takeCommand(words), { command: null, rest: [] });
  const unknownCommand = problems.length > 0;
  const wordProblems = problems.splice(0);

  const accepted = optionsOf(command);
  const byOption = new Map<OptionSpec, OptionToken[]>();
  let strange = false;
  for (const token of options) {
    const option = accepted.get(token.name);
    if (option !== undefined) {
      const value = token.name === "no-color" ? "never" : token.value;
      byOption.set(option, [...(byOption.get(option) ?? []), { ...token, value }]);
    } else {
      // Without a command only options that no command has are surely wrong.
      const nowhere = !all.has(token.name.replace(/^no-/, ""));
      if (nowhere || !unknownCommand) problems.push(unknownOption(token, command));
      strange ||= nowhere;
    }
  }
  const valuesOf = (list: readonly OptionSpec[]): Record<string, RawValue> =>
    Object.fromEntries(list.map((option) => {
      const value = collect(problems, () => optionValue(option, byOption.get(option) ?? []), null);
      return [camel(option.name), value];
    }));
  const globals = valuesOf(globalOptions);
  const given = command === null
    ? {}
    : { ...valuesOf(command.options), ...argumentValues(command, rest, wordProblems) };
  // The word after an option that does not exist may have been its value: say nothing of words then.
  if (!asks) throwAll(strange ? problems : [...wordProblems, ...problems]);
  // The table's kinds are what `OptionValues` is computed from.
  return { command, given, globals: globals as unknown as GlobalValues };
}
