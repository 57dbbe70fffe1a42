/** Every setting with its value and where it came from. */
import type { Setting, Source } from "../config/mod.ts";
import { displayPath } from "../files/mod.ts";
import { configFor } from "./config-for.ts";
import type { Context } from "./context.ts";

export interface ConfigShowOutcome {
  /** As a user would write it; null when there is none. */
  readonly file: string | null;
  readonly env: string | null;
  readonly envs: readonly string[];
  readonly settings: readonly (Pick<Setting, "key" | "value" | "unset"> & {
    /** `flag --url`, `variable MIGRATE_URL`, `[env.test] in migrate.toml`, `migrate.toml`, `default`. */
    readonly source: string;
  })[];
}

function sourceText(source: Source, cwd: string): string {
  switch (source.kind) {
    case "flag":
      return `flag ${source.name}`;
    case "variable":
      return `variable ${source.name}`;
    case "environment":
      return `[env.${source.env}] in ${displayPath(cwd, source.file)}`;
    case "file":
      return displayPath(cwd, source.file);
    case "default":
      return "default";
  }
}

/** Reads the config; passwords in URLs are left out by the config room. */
export async function configShowCommand(context: Context): Promise<ConfigShowOutcome> {
  const config = await configFor(context);
  return {
    file: config.file === null ? null : displayPath(context.cwd, config.file),
    env: config.env,
    envs: config.envs,
    settings: config.settings.map(({ key, value, unset, source }) => ({
      key,
      value,
      unset,
      source: sourceText(source, context.cwd),
    })),
  };
}
