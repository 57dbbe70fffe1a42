/**
 * Makes what the embedded PostgreSQL needs beside PGlite's own files: a data directory ready to be used, and the files
 * of all extensions, each as one pack.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import process from "node:process";
import { gunzipSync, gzipSync } from "node:zlib";
import { PGlite } from "@electric-sql/pglite";
import { dataRoot, moduleOf, type VirtualFiles } from "../src/database/embedded/emscripten.ts";
import { encodePack, type PackedFile } from "../src/database/embedded/pack.ts";
import { MemoryFilesystem } from "../src/database/embedded/filesystem.ts";

/** Keeps the files of an engine's data directory when the engine closes. */
class KeepingFilesystem extends MemoryFilesystem {
  kept: readonly PackedFile[] = [];

  constructor() {
    super([]);
  }

  override closeFs(): Promise<void> {
    if (this.engine !== null) this.kept = readTree(moduleOf(this.engine).FS, "");
    return super.closeFs();
  }
}

function readTree(files: VirtualFiles, directory: string): PackedFile[] {
  const names = files.readdir(`${dataRoot}/${directory}`).filter((name) => name !== "." && name !== "..").sort();
  return names.flatMap((name) => {
    const path = directory === "" ? name : `${directory}/${name}`;
    if (files.isDir(files.stat(`${dataRoot}/${path}`).mode)) return [{ path, content: null }, ...readTree(files, path)];
    return [{ path, content: files.readFile(`${dataRoot}/${path}`) }];
  });
}

/**
 * A data directory as initdb makes it, made small and quick to start: no template databases, small WAL segments,
 * vacuumed, closed cleanly so that no WAL is replayed, and of the WAL only the segment with the last checkpoint.
 */
async function makeDatabase(): Promise<{ readonly files: readonly PackedFile[]; readonly version: string }> {
  const filesystem = new KeepingFilesystem();
  const engine = await PGlite.create({ fs: filesystem, initDbStartParams: ["--wal-segsize=1"] });
  const { rows: [row] } = await engine.query<{ server_version: string }>("SHOW server_version");
  await engine.exec("UPDATE pg_database SET datistemplate = false");
  for (const database of ["template0", "template1"]) await engine.exec(`DROP DATABASE ${database}`);
  for (
    const statement of ["VACUUM FULL", "VACUUM FREEZE ANALYZE", "CHECKPOINT", "SELECT pg_switch_wal()", "CHECKPOINT"]
  ) {
    await engine.exec(statement);
  }
  await engine.close();
  const segments = filesystem.kept.filter(({ path }) => /^pg_wal\/[0-9A-F]{24}$/.test(path));
  const first = segments[0];
  // Segments after the first are empty ones that the server keeps for later.
  const files = filesystem.kept.filter((file) => file === first || !segments.includes(file));
  return { files, version: row?.server_version ?? "" };
}

/** Files of one tar archive (ustar), below the directories that an installation has. */
function readTar(archive: Uint8Array): PackedFile[] {
  const files: PackedFile[] = [];
  const text = (from: number, to: number) => new TextDecoder().decode(archive.subarray(from, to)).replace(/\0.*$/s, "");
  for (let at = 0; at + 512 <= archive.length && archive[at] !== 0;) {
    const size = parseInt(text(at + 124, at + 136), 8);
    const prefix = text(at + 345, at + 500);
    const path = (prefix === "" ? "" : `${prefix}/`) + text(at, at + 100);
    const kind = text(at + 156, at + 157);
    if (kind === "0" || kind === "") files.push({ path, content: archive.subarray(at + 512, at + 512 + size) });
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}

function readExtensions(): readonly PackedFile[] {
  const require = createRequire(import.meta.url);
  const contrib = dirname(require.resolve("@electric-sql/pglite/pglite.wasm"));
  const vector = dirname(require.resolve("@electric-sql/pglite-pgvector"));
  const archives = [contrib, vector].flatMap((directory) =>
    readdirSync(directory).filter((name) => name.endsWith(".tar.gz")).sort().map((name) => join(directory, name))
  );
  const files = archives.flatMap((path) => readTar(gunzipSync(readFileSync(path))));
  return files.filter(({ path }) => /^(lib|share)\/postgresql\//.test(path));
}

/** Writes both packs and the server's version into a directory. Takes about five seconds. */
export async function makePacks(directory: string): Promise<void> {
  mkdirSync(directory, { recursive: true });
  const write = (name: string, bytes: Uint8Array) => {
    const draft = join(directory, `${name}.${process.pid}`);
    writeFileSync(draft, bytes);
    renameSync(draft, join(directory, name));
  };
  const { files, version } = await makeDatabase();
  write("database.pack", encodePack(files));
  write("server-version", new TextEncoder().encode(version));
  write("extensions.pack", gzipSync(encodePack(readExtensions()), { level: 9 }));
}
