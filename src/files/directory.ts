/** Reads the headers of all revisions in the configured directories. */
import { Buffer } from "node:buffer";
import { closeSync, openSync, readdirSync, readSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { type Problem, problem } from "../base/problem.ts";
import { type Format, type Header, readHeader } from "./header.ts";
import type { RevisionFile, RevisionFiles } from "./revision-file.ts";

/** Most headers fit; a longer one is read with four times as much, and so on. */
const firstReadBytes = 512;
/** A header that has not ended by then is as long as it gets. */
const lastReadBytes = 1 << 17;

const dbmateName = /^(\d+)[_.-]?(.*)\.sql$/;
const dbmateTime = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/;

/** Where to look. */
export interface DirectoryOptions {
  /** Absolute paths, in load order. */
  readonly directories: readonly string[];
  /** Paths in messages are relative to this directory. */
  readonly cwd: string;
}

interface Place {
  readonly file: string;
  readonly path: string;
  readonly directory: string;
  readonly name: string;
  readonly format: Format;
}

/** A path as a user would write it: relative to the working directory when it is inside of it. */
export function displayPath(cwd: string, path: string): string {
  const short = relative(cwd, path);
  const shown = short === "" ? "." : short.startsWith("..") ? path : short;
  return sep === "/" ? shown : shown.replaceAll(sep, "/");
}

/** SQL and TypeScript files are revisions, except declarations and names that begin with a dot or an underscore. */
function formatOf(name: string): Format | null {
  if (name.startsWith(".") || name.startsWith("_")) return null;
  if (name.endsWith(".sql")) return "sql";
  return name.endsWith(".ts") && !name.endsWith(".d.ts") ? "ts" : null;
}

function listDirectory(directory: string, shown: string): { names: string[]; problems: Problem[] } {
  try {
    // The order of file names is the load order: by code unit, whatever the file system or the locale says.
    return { names: readdirSync(directory).sort(), problems: [] };
  } catch (cause) {
    return {
      names: [],
      problems: [problem("file/no-directory", { directory: shown }, { at: { file: shown }, cause })],
    };
  }
}

/** Reads the header of one file with as few bytes as it takes. `buffer` is reused from file to file. */
function headerOf(place: Place, buffer: Buffer): Header | Problem {
  let descriptor: number | null = null;
  try {
    descriptor = openSync(place.path, "r");
    let used = readSync(descriptor, buffer, 0, firstReadBytes, 0);
    if ((buffer[0] === 0xff && buffer[1] === 0xfe) || (buffer[0] === 0xfe && buffer[1] === 0xff)) {
      if (used >= 2) return problem("file/not-utf8", { encoding: "UTF-16" }, { at: { file: place.file, line: 1 } });
    }
    for (let wanted = firstReadBytes;;) {
      const whole = used < wanted || wanted >= lastReadBytes;
      const header = readHeader(buffer.toString("utf8", 0, used), place.format, place.file, whole);
      if (header !== null) return header;
      const next = wanted * 4;
      used += readSync(descriptor, buffer, used, next - used, used);
      wanted = next;
    }
  } catch (cause) {
    return problem("file/unreadable", { reason: reasonOf(cause) }, { at: { file: place.file }, cause });
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

/** What the operating system said, without the path. */
export function reasonOf(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  return message.replace(/,? ?(?:open|read|stat|write|rename|scandir)? ?'[^']*'.*$/, "");
}

/** dbmate: the timestamp is the id, the file before is the parent, and the name is the message. */
function fromDbmate(place: Place, before: string | null): RevisionFile | null {
  const match = dbmateName.exec(place.name);
  if (match === null || place.format !== "sql") return null;
  const [, id = "", slug = ""] = match;
  const time = dbmateTime.exec(id);
  return {
    ...shared(place),
    id,
    parents: before === null ? [] : [before],
    message: slug.replaceAll("_", " ").trim(),
    created: time === null ? null : `${time[1]}-${time[2]}-${time[3]}T${time[4]}:${time[5]}:${time[6]}Z`,
    dependsOn: [],
    labels: [],
    replaces: [],
    variables: [],
  };
}

function shared({ file, path, directory, format }: Place) {
  return { file, path, directory, format };
}

/** Adds one file to what its directory holds. */
function addFile(place: Place, header: Header, revisions: RevisionFile[], problems: Problem[]): void {
  const at = { at: { file: place.file } };
  if (header.revision === null) {
    const last = revisions.at(-1);
    const dbmate = header.marker ? fromDbmate(place, last?.directory === place.directory ? last.id : null) : null;
    if (dbmate === null) problems.push(problem("file/no-header", { format: place.format }, at));
    else revisions.push(dbmate);
    return;
  }
  problems.push(...header.problems);
  if (header.parents === null) problems.push(problem("file/no-parents", {}, at));
  revisions.push({
    ...shared(place),
    id: header.revision,
    parents: header.parents ?? [],
    dependsOn: header.dependsOn,
    labels: header.labels,
    message: header.message,
    created: header.created,
    replaces: header.replaces,
    variables: header.variables,
  });
}

/**
 * Reads every revision's header, in load order: directories as configured, file names sorted. No more of a file is read
 * than its header needs, and nothing is run. What is wrong with any file is collected, to be reported together with what
 * is wrong with the graph.
 *
 * ```ts
 * const { revisions, problems } = readRevisions({ directories: config.migrations, cwd: config.cwd });
 * ```
 */
export function readRevisions({ directories, cwd }: DirectoryOptions): RevisionFiles {
  const revisions: RevisionFile[] = [];
  const problems: Problem[] = [];
  const buffer = Buffer.allocUnsafe(lastReadBytes);
  for (const directory of directories) {
    const shown = displayPath(cwd, directory);
    const listed = listDirectory(directory, shown);
    problems.push(...listed.problems);
    for (const name of listed.names) {
      const format = formatOf(name);
      if (format === null) continue;
      const file = shown === "." ? name : `${shown}/${name}`;
      const place = { file, path: join(directory, name), directory, name, format };
      const header = headerOf(place, buffer);
      if (header instanceof Error) problems.push(header);
      else addFile(place, header, revisions, problems);
    }
  }
  return { revisions, problems };
}
