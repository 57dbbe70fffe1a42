/**
 * `migrate.sum`: the checksum of every revision of a directory, in graph order. Two branches that each add a revision
 * both add a last line, so that git reports a conflict where the history forks.
 */
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type Problem, problem } from "../base/problem.ts";
import { checksum } from "./text.ts";
import { displayPath } from "./directory.ts";
import { reasonOf } from "./reason.ts";
import type { RevisionFile } from "./revision-file.ts";
import { writeFileAtomically } from "./write.ts";

/** The name of the file, in each directory of revisions. */
export const sumFileName = "migrate.sum";

const firstLine = "# migrate.sum 1: SHA-256 of each revision, line ends normalised, in the order of the graph";
const entryLine = /^([0-9a-f]{64}) {2}(.+)$/;

/** One line of the file. */
export interface SumEntry {
  /** File name within the directory. */
  readonly name: string;
  readonly checksum: string;
}

/** How a directory differs from its sum file. Names are file names within the directory, each list in its own order. */
export interface SumDifference {
  readonly directory: string;
  /** The sum file as a user would write its path. */
  readonly file: string;
  /** False when there is no sum file. */
  readonly present: boolean;
  /** Listed with another checksum: edited after it was written. */
  readonly changed: readonly string[];
  /** On disk, but not listed. */
  readonly unlisted: readonly string[];
  /** Listed, but not on disk. */
  readonly gone: readonly string[];
  /** True when the same files are listed in another order than the graph's. */
  readonly reordered: boolean;
}

/**
 * The text of a sum file.
 *
 * ```ts
 * formatSum([{ name: "a.sql", checksum: "…" }]);
 * ```
 */
export function formatSum(entries: readonly SumEntry[]): string {
  return [firstLine, ...entries.map((entry) => `${entry.checksum}  ${entry.name}`)].join("\n") + "\n";
}

/**
 * Reads the text of a sum file. `file` is named in problems: `file/bad-sum` for a line that is neither a comment nor an
 * entry (also git's conflict markers).
 */
export function parseSum(text: string, file: string): SumEntry[] {
  const entries: SumEntry[] = [];
  text.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === "" || line.startsWith("#")) return;
    const match = entryLine.exec(line);
    if (match === null) {
      const conflict = /^(?:<{7}|={7}|>{7}|\|{7})/.test(line);
      throw problem("file/bad-sum", { conflict }, { at: { file, line: index + 1 } });
    }
    entries.push({ checksum: match[1] ?? "", name: match[2] ?? "" });
  });
  return entries;
}

/** The entries that a directory should have; `revisions` in graph order. Reads every file. */
export function sumEntries(revisions: readonly RevisionFile[], directory: string): SumEntry[] {
  return revisions.filter((revision) => revision.directory === directory).map((revision) => ({
    name: basename(revision.path),
    checksum: checksumOfFile(revision),
  }));
}

/** The checksum of a revision's file. Throws `file/unreadable`. */
export function checksumOfFile(revision: RevisionFile): string {
  if (revision.checksum !== undefined) return revision.checksum;
  try {
    return checksum(readFileSync(revision.path, "utf8"));
  } catch (cause) {
    throw problem("file/unreadable", { reason: reasonOf(cause) }, { at: { file: revision.file }, cause });
  }
}

/** Writes the sum file of one directory; `revisions` in graph order. Returns its path. */
export function writeSum(revisions: readonly RevisionFile[], directory: string): string {
  const path = join(directory, sumFileName);
  writeFileAtomically(path, formatSum(sumEntries(revisions, directory)), { overwrite: true, file: path });
  return path;
}

/** Reads the sum file of a directory; null when there is none. Throws `file/bad-sum` and `file/unreadable`. */
export function readSum(directory: string, cwd: string): SumEntry[] | null {
  const file = displayPath(cwd, join(directory, sumFileName));
  let text: string;
  try {
    text = readFileSync(join(directory, sumFileName), "utf8");
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return null;
    throw problem("file/unreadable", { reason: reasonOf(cause) }, { at: { file }, cause });
  }
  return parseSum(text, file);
}

/**
 * Compares a directory with its sum file; null when they agree. `revisions` in graph order; every file of the directory
 * is read.
 */
export function compareSum(
  revisions: readonly RevisionFile[],
  directory: string,
  cwd: string,
): SumDifference | null {
  const listed = readSum(directory, cwd);
  const actual = sumEntries(revisions, directory);
  const difference = compareEntries(listed ?? [], actual);
  const { changed, unlisted, gone, reordered } = difference;
  const same = changed.length + unlisted.length + gone.length === 0 && !reordered;
  if (same && (listed !== null || actual.length === 0)) return null;
  return { directory, file: displayPath(cwd, join(directory, sumFileName)), present: listed !== null, ...difference };
}

/** The pure part of {@link compareSum}. */
export function compareEntries(
  listed: readonly SumEntry[],
  actual: readonly SumEntry[],
): Pick<SumDifference, "changed" | "unlisted" | "gone" | "reordered"> {
  const was = new Map(listed.map((entry) => [entry.name, entry.checksum]));
  const is = new Set(actual.map((entry) => entry.name));
  const common = actual.filter((entry) => was.has(entry.name)).map((entry) => entry.name);
  const order = listed.filter((entry) => is.has(entry.name)).map((entry) => entry.name);
  return {
    changed: actual.filter((entry) => was.has(entry.name) && was.get(entry.name) !== entry.checksum)
      .map((entry) => entry.name),
    unlisted: actual.filter((entry) => !was.has(entry.name)).map((entry) => entry.name),
    gone: listed.filter((entry) => !is.has(entry.name)).map((entry) => entry.name),
    reordered: common.length !== order.length || common.some((name, index) => name !== order[index]),
  };
}

/** The problem that a difference is, for commands that refuse to go on. */
export function sumProblem({ file, directory: _, ...data }: SumDifference): Problem {
  return problem("file/sum-mismatch", data, { at: { file } });
}
