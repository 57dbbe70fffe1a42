/** Help pages, made from the command table. */
import { definitions, wrap } from "../base/text.ts";
import { commands, globalOptions } from "./table/mod.ts";
import { type ArgumentSpec, type CommandSpec, groups, type OptionSpec } from "./table/spec.ts";
import { topics } from "./topics.ts";
import type { View } from "./terminal.ts";

/** `-m, --message TEXT`. */
export function optionTerm(option: OptionSpec): string {
  const long = option.kind === "flag" && option.negatable === true ? `--[no-]${option.name}` : `--${option.name}`;
  const value = option.kind === "flag"
    ? ""
    : option.kind === "optional"
    ? `[=${option.placeholder ?? option.choices?.at(-1) ?? "VALUE"}]`
    : ` ${option.placeholder ?? option.name.toUpperCase()}`;
  return `${option.short === undefined ? "    " : `-${option.short}, `}${long}${value}`;
}

/** What help says of an option: its summary, choices and variable. */
export function optionText(option: OptionSpec): string {
  const choices = option.kind === "choice" ? ` (${option.choices.join(", ")})` : "";
  const variable = option.env === undefined ? "" : ` [${option.env}]`;
  return `${option.summary}${choices}${variable}`;
}

/** `[TARGET]`, `REVISIONS…`. */
export function argumentTerm(argument: ArgumentSpec): string {
  const many = argument.many === true ? "..." : "";
  return argument.required ? `${argument.name}${many}` : `[${argument.name}${many}]`;
}

/** `migrate up [TARGET] [options]`. */
export function usageLine(entry: CommandSpec): string {
  return ["migrate", entry.name, ...entry.arguments.map(argumentTerm), "[options]"].join(" ");
}

/** The page of `migrate --help`. */
export function rootHelp(view: View): string {
  const { bold, name } = view.palette;
  const column = Math.max(...commands.map((entry) => entry.name.length));
  const blocks = groups.map((group) => {
    const rows = commands.filter((entry) => entry.group === group)
      .map((entry) => [name(entry.name), entry.summary] as const);
    return rows.length === 0 ? "" : `${bold(group)}\n${definitions(rows, { width: view.width, column })}\n`;
  }).filter((block) => block !== "");
  const options = globalOptions.map((option) => [optionTerm(option), optionText(option)] as const);
  const words = topics.map((topic) => topic.name).join(", ");
  return [
    wrap("Schema migrations for PostgreSQL: revisions in SQL or TypeScript", view.width) + "\n",
    `${bold("Usage")}  migrate COMMAND [options]\n`,
    ...blocks,
    `${bold("Options of every command")}\n${definitions(options, { width: view.width })}\n`,
    wrap(`Topics of "migrate help TOPIC": ${words}`, view.width),
    `Start with:  migrate init`,
  ].join("\n") + "\n";
}

/** The page of `migrate COMMAND --help`. */
export function commandHelp(entry: CommandSpec, view: View): string {
  const { bold, name } = view.palette;
  const parts = [wrap(entry.summary, view.width) + "\n", `${bold("Usage")}  ${usageLine(entry)}\n`];
  if (entry.aliases.length > 0) parts.push(`${bold("Also called")}  ${entry.aliases.join(", ")}\n`);
  for (const paragraph of entry.about) parts.push(wrap(paragraph, view.width) + "\n");
  const section = (title: string, rows: readonly (readonly [string, string])[]): void => {
    if (rows.length > 0) parts.push(`${bold(title)}\n${definitions(rows, { width: view.width })}\n`);
  };
  section(
    "Arguments",
    entry.arguments.map((argument) => [argumentTerm(argument), argument.summary] as const),
  );
  section("Options", entry.options.map((option) => [optionTerm(option), optionText(option)] as const));
  const examples = entry.examples.map((example) => `  ${name(example.run)}\n      ${example.does}`);
  parts.push(`${bold("Examples")}\n${examples.join("\n")}\n`);
  section("Exit codes", exitRows(entry).map(([exit, means]) => [String(exit), means] as const));
  parts.push(`Options of every command: migrate help options`);
  return parts.join("\n") + "\n";
}

/** What each exit code means; `help exit-codes` and the man pages show it too. */
export const exitMeanings = [
  [0, "Done, or the answer is yes"],
  [1, "The question was answered no: revisions are pending, differences or findings were found"],
  [2, "The command line or the configuration is wrong"],
  [3, "A revision or the database failed; what was done and what was not is printed"],
  [4, "Another run holds the lock, or a lock_timeout ran out after its retries"],
  [5, "Refused: it would lose data on a protected environment, or an answer is needed; the flag to pass is named"],
  [130, "Interrupted by SIGINT: the running statement was cancelled on the server and rolled back"],
  [143, "Interrupted by SIGTERM, in the same way"],
] as const;

/** The exit codes that a command has a meaning for. */
export function exitRows(entry: CommandSpec): readonly (readonly [number, string])[] {
  return exitMeanings.filter(([exit]) => exit === 0 || exit === 2 || entry.exits.includes(exit));
}
