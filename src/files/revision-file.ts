/** A revision as it stands on disk, and what its body is once read. */
import type { Block } from "../sql/statement.ts";
import type { Revision } from "../revision/types.ts";
import type { Problem } from "../base/problem.ts";

/** A revision whose header has been read; its body has not. */
export interface RevisionFile extends Revision {
  /** Path as a user would write it, relative to the working directory. */
  readonly file: string;
  /** Absolute path. */
  readonly path: string;
  /** Absolute path of the directory it was found in. */
  readonly directory: string;
  readonly format: "sql" | "ts";
  /** Ids of revisions that this one stands for (squash). */
  readonly replaces: readonly string[];
  /** Names that `${name}` is replaced for in the body. */
  readonly variables: readonly string[];
  /** Of the whole file, when reading the header was asked for it and the file is small; else it is read again for it. */
  readonly checksum?: string;
}

/** What the configured directories hold: every revision in load order, and everything that is wrong with the headers. */
export interface RevisionFiles {
  readonly revisions: readonly RevisionFile[];
  /** To be reported together with the problems of the graph. */
  readonly problems: readonly Problem[];
}

/** A revision's statements. */
export interface RevisionBody {
  readonly up: readonly Block[];
  /** Null when the revision is irreversible. */
  readonly down: readonly Block[] | null;
  /** SHA-256 of the text with line ends normalised, in hex. */
  readonly checksum: string;
  /** The text of the file as statements' lines and columns count in it (no BOM, line ends `\n`). */
  readonly text: string;
}

/** What reading a body may need. */
export interface BodyOptions {
  /** Values for `${name}`, from the config and `-x`. */
  readonly variables: Readonly<Record<string, string>>;
  /** `-x name=value`, given to TypeScript revisions. */
  readonly args: Readonly<Record<string, string>>;
  /** Name of the chosen environment. */
  readonly env: string | null;
  readonly typescript: "allow" | "deny";
  /** Loads what users import as `migrate:kit`. */
  readonly kit: () => Promise<object>;
}
