/** What every command is given besides its own inputs: the world as values and two ways to speak. */
import type { ConfigFlags } from "../config/mod.ts";
import type { CommandEvent } from "./events.ts";

export interface Context {
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly flags: ConfigFlags;
  /** Aborted by the first SIGINT or SIGTERM, with the signal's name as its reason. */
  readonly signal: AbortSignal;
  /** While `work` goes on, an interrupt does not end the process: `signal` tells `work`, which ends by itself. */
  readonly hold: <T>(work: () => Promise<T>) => Promise<T>;
  /** Receives what happens while the command runs; never a password. */
  readonly report: (event: CommandEvent) => void;
}
