/** The part of Emscripten's virtual file system that the embedded PostgreSQL's files are laid into. */
import type { PGlite } from "@electric-sql/pglite";

/** A file or directory of the virtual file system; files in memory keep their bytes in it. */
export interface VirtualNode {
  contents: Uint8Array;
  usedBytes: number;
  node_ops: {
    lookup?(parent: VirtualNode, name: string): VirtualNode;
    readdir?(node: VirtualNode): string[];
  };
}

/** Operations of the virtual file system (`Module.FS`). */
export interface VirtualFiles {
  create(path: string, mode: number): unknown;
  mkdir(path: string, mode?: number): unknown;
  mkdirTree(path: string, mode?: number): unknown;
  mount(type: unknown, options: { readonly root: string }, path: string): unknown;
  chmod(path: string, mode: number): void;
  stat(path: string): { readonly mode: number };
  isDir(mode: number): boolean;
  readdir(path: string): string[];
  readFile(path: string): Uint8Array;
  analyzePath(path: string): { readonly exists: boolean };
  lookupPath(path: string): { readonly node: VirtualNode };
  lookupNode(parent: VirtualNode, name: string): VirtualNode;
  quit(): void;
}

/** What is used of PGlite's Emscripten module. */
export interface EngineModule {
  readonly FS: VirtualFiles;
  readonly NODEFS: unknown;
  /** Handles one message; leaves it with an exception when PostgreSQL reports an error or ends. */
  _PostgresMainLoopOnce(): void;
  /** Called with each such exception, before PGlite looks at it. */
  stackRestore(pointer: number): unknown;
}

/** PGlite types its Emscripten module loosely; this is the one place that says what is used of it. */
export function moduleOf(engine: PGlite): EngineModule {
  return engine.Module as unknown as EngineModule;
}

/** Where PGlite keeps the data directory inside the virtual file system. */
export const dataRoot = "/pglite/data";

/** Where PGlite's installation is, with `lib` and `share` below it. */
export const installRoot = "/pglite";

/** Puts a file into memory without copying its bytes: they stay where they are until the file grows. */
export function putFile(files: VirtualFiles, path: string, content: Uint8Array, mode: number): void {
  files.create(path, mode);
  const { node } = files.lookupPath(path);
  node.contents = content;
  node.usedBytes = content.length;
}
