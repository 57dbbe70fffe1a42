/** Where an embedded PostgreSQL keeps its data: in memory, filled from the pack, or in a directory of the machine. */
import type { PGlite, PGliteOptions } from "@electric-sql/pglite";
import { dataRoot, type EngineModule, moduleOf, putFile } from "./emscripten.ts";
import { serveExtensions } from "./extensions.ts";
import type { PackedFile } from "./pack.ts";

/** What PGlite takes as `fs`; its own type is not exported. */
export type Filesystem = NonNullable<PGliteOptions["fs"]>;

type EngineOptions = Parameters<Filesystem["init"]>[1];

abstract class EngineFilesystem implements Filesystem {
  protected engine: PGlite | null = null;

  init(engine: PGlite, options: EngineOptions): Promise<{ emscriptenOpts: EngineOptions }> {
    this.engine = engine;
    return Promise.resolve({ emscriptenOpts: { ...options, preRun: [...(options.preRun ?? []), ...this.preRun()] } });
  }

  /** Runs before the engine's main function, with its module. */
  protected preRun(): NonNullable<EngineOptions["preRun"]> {
    return [];
  }

  initialSyncFs(): Promise<void> {
    if (this.engine !== null) serveExtensions(moduleOf(this.engine).FS);
    return Promise.resolve();
  }

  syncToFs(): Promise<void> {
    return Promise.resolve();
  }

  closeFs(): Promise<void> {
    if (this.engine !== null) moduleOf(this.engine).FS.quit();
    return Promise.resolve();
  }

  dumpTar(): Promise<Blob> {
    throw new Error("The embedded PostgreSQL's files are not offered as an archive");
  }
}

/** Data in memory; `files` is what is there at the start, and may be shared by several engines. */
export class MemoryFilesystem extends EngineFilesystem {
  readonly #files: readonly PackedFile[];

  constructor(files: readonly PackedFile[]) {
    super();
    this.#files = files;
  }

  override initialSyncFs(): Promise<void> {
    if (this.engine !== null) {
      const { FS } = moduleOf(this.engine);
      FS.mkdirTree(dataRoot, 0o700);
      for (const { path, content } of this.#files) {
        const target = `${dataRoot}/${path}`;
        // The bytes are copied: the engine writes into pages of existing files, and other engines start from the same.
        if (content === null) FS.mkdir(target, 0o700);
        else putFile(FS, target, content.slice(), 0o600);
      }
    }
    return super.initialSyncFs();
  }
}

/** Data in a directory of the machine. */
export class DirectoryFilesystem extends EngineFilesystem {
  readonly #directory: string;

  constructor(directory: string) {
    super();
    this.#directory = directory;
  }

  protected override preRun(): NonNullable<EngineOptions["preRun"]> {
    return [(module) => {
      const { FS, NODEFS } = module as unknown as EngineModule;
      FS.mkdirTree(dataRoot);
      FS.mount(NODEFS, { root: this.#directory }, dataRoot);
    }];
  }
}
