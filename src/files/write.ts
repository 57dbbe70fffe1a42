/** Writes files so that no reader ever sees half of one. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { Buffer } from "node:buffer";
import { basename, dirname, join } from "node:path";
import process from "node:process";
import { problem } from "../base/problem.ts";
import { reasonOf } from "./reason.ts";

/** How to write. */
export interface WriteOptions {
  /** False refuses to touch a file that exists already. */
  readonly overwrite: boolean;
  /** The path as a user would write it, for problems. */
  readonly file: string;
}

/**
 * Writes a text file in one step: into a temporary file beside it, which then takes its name. Makes the directory when
 * it does not exist. Throws `file/exists` and `file/unwritable`; then nothing is left behind.
 */
export function writeFileAtomically(path: string, text: string, { overwrite, file }: WriteOptions): void {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  let begun = false;
  try {
    mkdirSync(dirname(path), { recursive: true });
    begun = true;
    writeDurably(temporary, text);
    // A link is made only when the name is free, whoever else writes at the same time; a rename always.
    if (overwrite) renameSync(temporary, path);
    else claim(temporary, path);
  } catch (cause) {
    if (begun && cause instanceof Error && "code" in cause && cause.code === "EEXIST") {
      throw problem("file/exists", {}, { at: { file }, cause });
    }
    const inTheWay = fileAmong(dirname(path));
    const data = inTheWay === null ? {} : { inTheWay: inTheWay === dirname(path) ? dirname(file) : inTheWay };
    throw problem("file/unwritable", { reason: reasonOf(cause), ...data }, { at: { file }, cause });
  } finally {
    if (begun) rmSync(temporary, { force: true });
  }
}

/** What on the way to a directory is no directory; null when nothing is in the way. */
function fileAmong(directory: string): string | null {
  try {
    return statSync(directory).isDirectory() ? null : directory;
  } catch {
    return dirname(directory) === directory ? null : fileAmong(dirname(directory));
  }
}

/** Gives a file its name unless the name is taken. */
function claim(temporary: string, path: string): void {
  try {
    linkSync(temporary, path);
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? cause.code : "";
    if (code === "EEXIST" || code === "ENOSPC") throw cause;
    // A file system without links: look, then rename.
    if (existsSync(path)) throw Object.assign(new Error("exists", { cause }), { code: "EEXIST" });
    renameSync(temporary, path);
  }
}

function writeDurably(path: string, text: string): void {
  const descriptor = openSync(path, "w", 0o644);
  try {
    const bytes = Buffer.from(text, "utf8");
    for (let done = 0; done < bytes.length;) done += writeSync(descriptor, bytes, done);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
