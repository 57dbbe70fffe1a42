/** What the program is and what it holds. */
import process from "node:process";
import { buildInfo, runtime, version } from "../base/build.ts";

export interface VersionOutcome {
  /** Of this program; the document's own `version` is that of its shape. */
  readonly release: string;
  /** Null when it runs from source. */
  readonly commit: string | null;
  readonly target: string;
  readonly runtime: { readonly name: "bun" | "deno" | "node"; readonly version: string };
  /** Versions of what is embedded, by package name; empty from source. */
  readonly packages: Readonly<Record<string, string>>;
  /** Of the embedded PostgreSQL, for example `18.1`. */
  readonly postgresql: string | null;
}

/** Never fails, touches nothing. */
export function versionCommand(): VersionOutcome {
  const { postgresql = null, ...packages } = buildInfo?.packages ?? {};
  return {
    release: version,
    commit: buildInfo?.commit ?? null,
    target: buildInfo?.target ?? `${process.platform}-${process.arch}`,
    runtime: runtime(),
    packages,
    postgresql,
  };
}
