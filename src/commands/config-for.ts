import { type Config, loadConfig } from "../config/mod.ts";
import type { Context } from "./context.ts";

/** The config that holds for a command. */
export function configFor({ cwd, flags, environment }: Context): Promise<Config> {
  return loadConfig({ cwd, flags, environment, kit: () => import("../kit/mod.ts") });
}
