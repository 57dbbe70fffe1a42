/** The command table: every command of migrate, as data. */
import { aboutCommands } from "./about.ts";
import { globalOptions } from "./options.ts";
import { projectCommands } from "./project.ts";
import { runningCommands } from "./running.ts";
import { schemaCommands } from "./schema.ts";
import type { CommandSpec, GivenOf, OptionValues } from "./spec.ts";

/** All commands, in the order in which help lists them within their groups. */
export const commands = [...projectCommands, ...runningCommands, ...schemaCommands, ...aboutCommands] as const;

type Commands = (typeof commands)[number];

/** The name of a command: `up`, `config show`, … */
export type CommandName = Commands["name"];

/** The table's entry for a name. */
export type CommandOf<N extends CommandName> = Extract<Commands, { readonly name: N }>;

/** The typed options and arguments of a command. */
export type Given<N extends CommandName> = GivenOf<CommandOf<N>>;

/** The typed values of the global options. */
export type GlobalValues = OptionValues<typeof globalOptions>;

/** The entry that a name or an alias means, or null. */
export function findCommand(name: string): (CommandSpec & { readonly name: CommandName }) | null {
  return commands.find((entry) => entry.name === name || (entry.aliases as readonly string[]).includes(name)) ?? null;
}

export { globalOptions };
