export type { BodyOptions, RevisionBody, RevisionFile, RevisionFiles } from "./revision-file.ts";
