/** What this program is: its version and, in a built binary, the commit and target it was built from. */
import process from "node:process";

/** Same as in deno.json; a test compares them. */
export const version = "0.1.0";

/** What `scripts/build.ts` puts in place of `MIGRATE_BUILD` with the compiler's `--define`. */
export interface BuildInfo {
  readonly commit: string;
  /** Hash of all that the program is made of: a commit alone does not tell one working tree from another. */
  readonly sources: string;
  /** As in the names of the releases: `linux-x64`, `darwin-arm64`, … */
  readonly target: string;
  /** Of the embedded PostgreSQL: `18.1`, and of the packages that hold it and drizzle-orm, zod. */
  readonly packages: Readonly<Record<string, string>>;
}

declare const MIGRATE_BUILD: BuildInfo | undefined;

/** The build's own facts; null when the program runs from source. */
export const buildInfo: BuildInfo | null = typeof MIGRATE_BUILD === "undefined" ? null : MIGRATE_BUILD;

/** What `--version` prints. */
export function versionLine(): string {
  const from = buildInfo === null ? "from source" : `${buildInfo.target}, ${buildInfo.commit}`;
  return `migrate ${version} (${from})`;
}

/** The runtime that runs this, and its version. */
export function runtime(): { readonly name: "bun" | "deno" | "node"; readonly version: string } {
  const { bun, deno, node } = process.versions as Readonly<Record<string, string | undefined>>;
  if (bun !== undefined) return { name: "bun", version: bun };
  if (deno !== undefined) return { name: "deno", version: deno };
  return { name: "node", version: node ?? "" };
}
