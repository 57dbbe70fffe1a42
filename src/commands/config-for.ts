/** The config of the project that a command runs in. */
import { type Config, loadConfig } from "../config/mod.ts";
import type { Context } from "./context.ts";

/** Loads what users' TypeScript imports as `migrate:kit`; only when there is some. */
export const loadKit = (): Promise<object> => import("../kit/mod.ts");

/** Finds and reads the config. Throws `config/…`. */
export function configFor({ cwd, flags, environment }: Context): Promise<Config> {
  return loadConfig({ cwd, flags, environment, kit: loadKit });
}
