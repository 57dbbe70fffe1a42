/** The message of a new revision: as given, asked for on a terminal, or an error that names the flag. */
import { problem } from "../base/problem.ts";
import type { Stage } from "./verb.ts";

/** Returns the message. Throws `usage/missing-value` where it cannot be asked for. */
export async function messageOf(given: string | null, stage: Stage, command: string): Promise<string> {
  const message = given ?? (stage.ask === null ? "" : await stage.ask("What does the revision do? "));
  if (message.trim() === "") throw problem("usage/no-message", { command });
  return message.trim();
}
