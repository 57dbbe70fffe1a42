/** Reads the headers of all revisions in the configured directories. */
import { Buffer } from "node:buffer";
import { closeSync, constants, openSync, readdirSync, readSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { expectHeavyWork } from "../base/heavy-work.ts";
import { type Problem, problem } from "../base/problem.ts";
import { type Format, type Header, readHeader } from "./header.ts";
import { reasonOf } from "./reason.ts";
import type { RevisionFile, RevisionFiles } from "./revision-file.ts";
import { checksum } from "./text.ts";

/** Most headers fit; a longer one is read with four times as much, and so on. */
const firstReadBytes = 512;
/** The same when checksums are wanted: most files fit, which are then not opened a second time. */
const wholeReadBytes = 8192;
/** A header that has not ended by then is as long as it gets. */
const lastReadBytes = 1 << 17;

/** A pipe among the files would make an ordinary open wait for ever; Windows has no such flag. */
const readNow = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

const dbmateName = /^(\d+)[_.-]?(.*)\.sql$/;
const dbmateTime = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/;

/** Where to look. */
export interface DirectoryOptions {
  /** Absolute paths, in load order. */
  readonly directories: readonly string[];
  /** Paths in messages are relative to this directory. */
  readonly cwd: string;
  /** False when no config names the directories: they are the default then. */
  readonly configured?: boolean;
  /** Whether {@link checksumOfFile} will be asked of most of the files. */
  readonly checksums?: boolean;
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

function listDirectory(
  directory: string,
  shown: string,
  configured: boolean,
): { names: string[]; problems: Problem[] } {
  try {
    // The order of file names is the load order: by code unit, whatever the file system or the locale says.
    return { names: readdirSync(directory).sort(), problems: [] };
  } catch (cause) {
    return {
      names: [],
      problems: [problem("file/no-directory", { directory: shown, configured }, { at: { file: shown }, cause })],
    };
  }
}

/** What one reading of a file gave. `checksum` is there when it was asked for and the whole file was read. */
interface Reading {
  readonly header: Header;
  readonly checksum?: string;
}

/** Reads the header of one file with few bytes, of a small one also its checksum. `buffer` is used for file after file. */
function readFile(place: Place, buffer: Buffer, checksums: boolean): Reading | Problem {
  let descriptor: number | null = null;
  try {
    descriptor = openSync(place.path, readNow);
    const first = checksums ? wholeReadBytes : firstReadBytes;
    let used = readSync(descriptor, buffer, 0, first, 0);
    if ((buffer[0] === 0xff && buffer[1] === 0xfe) || (buffer[0] === 0xfe && buffer[1] === 0xff)) {
      if (used >= 2) return problem("file/not-utf8", { encoding: "UTF-16" }, { at: { file: place.file, line: 1 } });
    }
    for (let wanted = first;;) {
      const text = buffer.toString("utf8", 0, used);
      const header = readHeader(text, place.format, place.file, used < wanted || wanted >= lastReadBytes);
      if (header !== null) return checksums && used < wanted ? { header, checksum: checksum(text) } : { header };
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
function addFile(place: Place, reading: Reading, revisions: RevisionFile[], problems: Problem[]): void {
  const { header, ...rest } = reading;
  const at = { at: { file: place.file } };
  if (header.revision === null) {
    const last = revisions.at(-1);
    const dbmate = header.marker ? fromDbmate(place, last?.directory === place.directory ? last.id : null) : null;
    if (dbmate === null) problems.push(problem("file/no-header", { format: place.format }, at));
    else revisions.push({ ...dbmate, ...rest });
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
    ...rest,
  });
}

/** Reads one file and adds it. Apart from the generator, whose body the runtime compiles less well. */
function addPlace(
  place: Place,
  buffer: Buffer,
  checksums: boolean,
  revisions: RevisionFile[],
  problems: Problem[],
): void {
  const reading = readFile(place, buffer, checksums);
  if (reading instanceof Error) problems.push(reading);
  else addFile(place, reading, revisions, problems);
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
export function readRevisions(options: DirectoryOptions): RevisionFiles {
  const reading = readingRevisions(options);
  for (;;) {
    const { done, value } = reading.next();
    if (done === true) return value;
  }
}

/** The same, awaiting `turn` after every few hundred files. */
export async function readRevisionsInTurns(
  options: DirectoryOptions,
  turn: () => Promise<void>,
): Promise<RevisionFiles> {
  const reading = readingRevisions(options);
  for (;;) {
    const { done, value } = reading.next();
    if (done === true) return value;
    await turn();
  }
}

/** So many are worth compiling code for. */
const manyFiles = 300;

/** After so many files there is a pause: 10 ms or so. */
const filesBetweenPauses = 500;

function* readingRevisions(
  { directories, cwd, checksums = false, configured = true }: DirectoryOptions,
): Generator<undefined, RevisionFiles> {
  const revisions: RevisionFile[] = [];
  const problems: Problem[] = [];
  const buffer = Buffer.allocUnsafe(lastReadBytes);
  for (const directory of directories) {
    const shown = displayPath(cwd, directory);
    const listed = listDirectory(directory, shown, configured);
    problems.push(...listed.problems);
    if (listed.names.length > manyFiles) expectHeavyWork();
    for (const [index, name] of listed.names.entries()) {
      if (index % filesBetweenPauses === filesBetweenPauses - 1) yield;
      const format = formatOf(name);
      if (format === null) continue;
      const file = shown === "." ? name : `${shown}/${name}`;
      addPlace({ file, path: join(directory, name), directory, name, format }, buffer, checksums, revisions, problems);
    }
  }
  return { revisions, problems };
}
