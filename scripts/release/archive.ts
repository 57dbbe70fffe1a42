/** Archives whose bytes depend on nothing but what is in them: no clock, no owner, no order of a file system. */
import { crc32, deflateRawSync, gzipSync } from "node:zlib";

/** A file in an archive. */
export interface ArchiveFile {
  /** With forward slashes, relative. */
  readonly path: string;
  readonly content: Uint8Array;
  readonly executable: boolean;
}

/** Higher levels take three times as long and save one part in a hundred. */
const level = 6;

/** A gzipped tar archive (ustar); `time` is in seconds since 1970. */
export function tarGz(files: readonly ArchiveFile[], time: number): Uint8Array {
  const parts: Uint8Array[] = [];
  for (const file of files) {
    parts.push(tarHeader(file, time), file.content, new Uint8Array((512 - file.content.length % 512) % 512));
  }
  parts.push(new Uint8Array(1024));
  const archive = gzipSync(Buffer.concat(parts), { level });
  // The header says which system compressed it; 255 means unknown.
  archive[9] = 255;
  return archive;
}

function tarHeader({ path, content, executable }: ArchiveFile, time: number): Uint8Array {
  if (Buffer.byteLength(path) > 100) throw new Error(`"${path}" is too long for a tar header`);
  const header = Buffer.alloc(512);
  const octal = (value: number, at: number, digits: number) =>
    header.write(value.toString(8).padStart(digits, "0"), at);
  header.write(path, 0);
  octal(executable ? 0o755 : 0o644, 100, 7);
  octal(0, 108, 7);
  octal(0, 116, 7);
  octal(content.length, 124, 11);
  octal(time, 136, 11);
  header.write("        ", 148);
  header.write("0", 156);
  header.write("ustar\0" + "00", 257);
  octal(header.reduce((sum, byte) => sum + byte, 0), 148, 6);
  header.write("\0 ", 154);
  return header;
}

/** A zip archive. `time` is in seconds since 1970; zip keeps even seconds from 1980 on. */
export function zip(files: readonly ArchiveFile[], time: number): Uint8Array {
  const date = new Date(Math.max(time, 315_532_800) * 1000);
  const stamp = Buffer.alloc(4);
  stamp.writeUInt16LE((date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1), 0);
  stamp.writeUInt16LE(((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate(), 2);
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const { path, content, executable } of files) {
    const name = Buffer.from(path);
    const packed = deflateRawSync(content, { level });
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x800, 2);
    common.writeUInt16LE(8, 4);
    stamp.copy(common, 6);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(((executable ? 0o100755 : 0o100644) << 16) >>> 0, 6);
    entry.writeUInt32LE(at, 10);
    directory.push(Buffer.from("PK\x01\x02\x14\x03", "latin1"), common, entry, name);
    parts.push(Buffer.from("PK\x03\x04", "latin1"), common, name, packed);
    at += 4 + common.length + name.length + packed.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, index, end]);
}
