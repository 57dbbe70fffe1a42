/** Revision files: their two formats, their checksums, and how new ones are written. */
export { type Blocks, readBlocks, transactionControl } from "./blocks.ts";
export { loadBody } from "./body.ts";
export { type DirectoryOptions, displayPath, readRevisions, readRevisionsInTurns } from "./directory.ts";
export { type FileNameParts, revisionFileName, slug } from "./file-name.ts";
export { type Format, type Header, readHeader } from "./header.ts";
export { commandWords, type HookResult, type HookRunner, runCommand, runHooks } from "./hooks.ts";
export type { BodyOptions, RevisionBody, RevisionFile, RevisionFiles } from "./revision-file.ts";
export { type BlockDraft, type DraftLine, type HeaderDraft, newRevisionSource, type RevisionDraft } from "./source.ts";
export {
  checksumOfFile,
  compareEntries,
  compareSum,
  formatSum,
  parseSum,
  readSum,
  type SumDifference,
  sumEntries,
  type SumEntry,
  sumFileName,
  sumProblem,
  writeSum,
} from "./sum.ts";
export { checksum, decodeText, normaliseText, readText } from "./text.ts";
export { writeFileAtomically, type WriteOptions } from "./write.ts";
