/**
 * PostgreSQL's contrib extensions and pgvector, for `CREATE EXTENSION`. Their files are laid into the engine's
 * installation only when something looks for a file that is not there, so a run that uses none pays nothing.
 */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { assetPath } from "../../base/assets.ts";
import { installRoot, putFile, type VirtualFiles, type VirtualNode } from "./emscripten.ts";
import { decodePack } from "./pack.ts";

/** Directories of the installation that extensions add files to. */
const directories = ["lib/postgresql", "share/postgresql/extension", "share/postgresql/tsearch_data"] as const;

/** Lets an engine find the extensions' files. */
export function serveExtensions(files: VirtualFiles): void {
  let laid = false;
  const lay = () => {
    laid = true;
    const path = assetPath("extensions.pack");
    if (path === null) return;
    for (const { path: name, content } of decodePack(gunzipSync(readFileSync(path)))) {
      if (content !== null) putFile(files, `${installRoot}/${name}`, content, 0o755);
    }
  };
  for (const directory of directories) {
    const { node } = files.lookupPath(`${installRoot}/${directory}`);
    const { lookup, readdir } = node.node_ops;
    node.node_ops = {
      ...node.node_ops,
      lookup(parent: VirtualNode, name: string): VirtualNode {
        // The engine asks here only for names that the directory does not have.
        if (laid || lookup === undefined) throwMissing(lookup, parent, name);
        lay();
        return files.lookupNode(parent, name);
      },
      readdir(parent: VirtualNode): string[] {
        if (!laid) lay();
        return readdir?.(parent) ?? [];
      },
    };
  }
}

/** Emscripten's own answer for a missing file is an exception that only its `lookup` can make. */
function throwMissing(lookup: VirtualNode["node_ops"]["lookup"], parent: VirtualNode, name: string): never {
  lookup?.(parent, name);
  throw new Error(`The embedded PostgreSQL has no file "${name}"`);
}
