/**
 * A pack: many files as one, so that the program embeds one file instead of hundreds and reads it in one go. The
 * layout is a length (four bytes, little endian), a JSON index of that length, and the files' bytes one after another.
 */

/** A file or a directory (`content` is null) by its path below a root; parents come before children. */
export interface PackedFile {
  readonly path: string;
  readonly content: Uint8Array | null;
}

type IndexEntry = readonly [path: string, length: number];

/** What a directory has instead of a length. */
const directoryMark = -1;

/** Joins files into a pack. */
export function encodePack(files: readonly PackedFile[]): Uint8Array {
  const index: IndexEntry[] = files.map((
    { path, content },
  ) => [path, content === null ? directoryMark : content.length]);
  const head = new TextEncoder().encode(JSON.stringify(index));
  const total = files.reduce((sum, { content }) => sum + (content?.length ?? 0), 4 + head.length);
  const pack = new Uint8Array(total);
  new DataView(pack.buffer).setUint32(0, head.length, true);
  pack.set(head, 4);
  let at = 4 + head.length;
  for (const { content } of files) {
    if (content === null) continue;
    pack.set(content, at);
    at += content.length;
  }
  return pack;
}

/**
 * Takes a pack apart. The contents are views of the pack's own bytes: nothing is copied.
 *
 * ```ts
 * decodePack(encodePack([{ path: "a", content: null }])); // [{ path: "a", content: null }]
 * ```
 */
export function decodePack(pack: Uint8Array): PackedFile[] {
  const length = new DataView(pack.buffer, pack.byteOffset).getUint32(0, true);
  const index: readonly IndexEntry[] = JSON.parse(new TextDecoder().decode(pack.subarray(4, 4 + length)));
  let at = 4 + length;
  return index.map(([path, size]) => {
    if (size === directoryMark) return { path, content: null };
    const content = pack.subarray(at, at + size);
    at += size;
    return { path, content };
  });
}
