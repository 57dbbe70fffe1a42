/** Names of new revision files. */
import { problem } from "../base/problem.ts";
import { templateFault, type TemplateWord, templateWords } from "../config/file-template.ts";

/** What a name is made from. */
export interface FileNameParts {
  readonly id: string;
  readonly message: string;
  /** ISO 8601, as in the header. */
  readonly created: string;
  readonly format: "sql" | "ts";
}

/** Longest slug, in characters, as Alembic cuts it. */
const slugLength = 40;

/**
 * The message as a part of a file name: letters and digits of any script in lower case, everything else an underscore,
 * at most 40 characters, cut between words where that leaves enough. Accents on Latin letters are dropped.
 *
 * ```ts
 * slug("Größe & Gewicht");   // "grosse_gewicht"
 * ```
 */
export function slug(message: string): string {
  const plain = message.toLowerCase().replaceAll("ß", "ss").normalize("NFKD")
    .replace(/([a-z])\p{M}+/gu, "$1").normalize("NFC");
  const words = plain.replace(/[^\p{L}\p{N}\p{M}]+/gu, "_").replace(/^_+|_+$/g, "");
  const characters = [...words];
  if (characters.length <= slugLength) return words;
  const cut = characters.slice(0, slugLength + 1).join("");
  const space = cut.lastIndexOf("_");
  const kept = space >= slugLength / 2 ? cut.slice(0, space) : characters.slice(0, slugLength).join("");
  return kept.replace(/_+$/, "");
}

const two = (value: number) => String(value).padStart(2, "0");

const words: { readonly [W in TemplateWord]: (parts: FileNameParts, time: Date) => string } = {
  created: (_, t) =>
    `${t.getUTCFullYear()}${two(t.getUTCMonth() + 1)}${two(t.getUTCDate())}` +
    `${two(t.getUTCHours())}${two(t.getUTCMinutes())}${two(t.getUTCSeconds())}`,
  rev: ({ id }) => id,
  slug: ({ message }) => slug(message),
  year: (_, t) => String(t.getUTCFullYear()),
  month: (_, t) => two(t.getUTCMonth() + 1),
  day: (_, t) => two(t.getUTCDate()),
  hour: (_, t) => two(t.getUTCHours()),
  minute: (_, t) => two(t.getUTCMinutes()),
  second: (_, t) => two(t.getUTCSeconds()),
  epoch: (_, t) => String(Math.floor(t.getTime() / 1000)),
};

/**
 * The file name of a new revision. Times are UTC. Pure: the id and the time are given.
 *
 * ```ts
 * revisionFileName("{created}_{rev}_{slug}", {
 *   id: "74e0c7445ce9", message: "init user", created: "2026-11-22T14:16:00Z", format: "sql",
 * });   // "20261122141600_74e0c7445ce9_init_user.sql"
 * ```
 * Throws `file/bad-template`.
 */
export function revisionFileName(template: string, parts: FileNameParts): string {
  const reason = templateFault(template);
  if (reason !== null) throw problem("file/bad-template", { template, reason });
  const time = new Date(parts.created);
  const name = templateWords.reduce(
    (text, word) => text.replaceAll(`{${word}}`, () => words[word](parts, time)),
    template,
  );
  const trimmed = name.replace(/^[._\s]+|[._\-\s]+$/g, "");
  return `${trimmed === "" ? parts.id : trimmed}.${parts.format}`;
}
