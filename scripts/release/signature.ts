/**
 * Checks the code signature of a macOS executable as the kernel does: every page against the hash that the signature
 * holds for it. An executable whose pages do not match is killed when it starts on a Mac with Apple's processors.
 *
 * Structures are those of Apple's open sources: `mach-o/loader.h` and `kern/cs_blobs.h`.
 */
import { createHash } from "node:crypto";

/** What the check found. */
export interface SignatureCheck {
  /** Pages that the signature covers. */
  readonly pages: number;
  /** Pages whose hash is another one. */
  readonly wrong: number;
}

const magic64 = 0xfeedfacf;
const codeSignatureCommand = 0x1d;
const superBlobMagic = 0xfade0cc0;
const codeDirectoryMagic = 0xfade0c02;
const sha256Type = 2;

/** Checks an executable for one processor; null when it is none or has no signature. */
export function checkSignature(file: Uint8Array): SignatureCheck | null {
  const bytes = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const signature = signatureOffset(bytes);
  if (signature === null || bytes.getUint32(signature) !== superBlobMagic) return null;
  const directory = blobs(bytes, signature).find((offset) => bytes.getUint32(offset) === codeDirectoryMagic);
  if (directory === undefined || bytes.getUint8(directory + 37) !== sha256Type) return null;
  const hashes = directory + bytes.getUint32(directory + 16);
  const pages = bytes.getUint32(directory + 28);
  const limit = bytes.getUint32(directory + 32);
  const hashSize = bytes.getUint8(directory + 36);
  const pageSize = 2 ** bytes.getUint8(directory + 39);
  let wrong = 0;
  for (let page = 0; page < pages; page++) {
    const content = file.subarray(page * pageSize, Math.min((page + 1) * pageSize, limit));
    const hash = createHash("sha256").update(content).digest();
    const expected = file.subarray(hashes + page * hashSize, hashes + (page + 1) * hashSize);
    if (hash.compare(expected) !== 0) wrong++;
  }
  return { pages, wrong };
}

/** Load commands are in the processor's byte order, the signature itself is big endian. */
function signatureOffset(bytes: DataView): number | null {
  if (bytes.byteLength < 32 || bytes.getUint32(0, true) !== magic64) return null;
  const commands = bytes.getUint32(16, true);
  let at = 32;
  for (let index = 0; index < commands; index++) {
    if (bytes.getUint32(at, true) === codeSignatureCommand) return bytes.getUint32(at + 8, true);
    at += bytes.getUint32(at + 4, true);
  }
  return null;
}

function blobs(bytes: DataView, superBlob: number): number[] {
  const count = bytes.getUint32(superBlob + 8);
  return Array.from({ length: count }, (_, index) => superBlob + bytes.getUint32(superBlob + 12 + index * 8 + 4));
}
