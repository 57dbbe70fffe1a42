/** What `file_template` may say. */

/** The words that stand for parts of a new revision's file name. */
export const templateWords = [
  "created",
  "rev",
  "slug",
  "year",
  "month",
  "day",
  "hour",
  "minute",
  "second",
  "epoch",
] as const;

/** One of {@link templateWords}. */
export type TemplateWord = typeof templateWords[number];

const words: ReadonlySet<string> = new Set(templateWords);

/**
 * What is wrong with a template, or null.
 *
 * ```ts
 * templateFault("{created}_{rev}_{slug}");   // null
 * templateFault("{nope}");   // 'has an unknown word "{nope}"'
 * ```
 */
export function templateFault(template: string): string | null {
  const unknown = [...template.matchAll(/\{([^{}]*)\}/g)].find((match) => !words.has(match[1] ?? ""));
  if (unknown !== undefined) return `has an unknown word "${unknown[0]}"`;
  if (/[\\/\0<>:"|?*]/.test(template)) return "holds a character that a file name cannot hold everywhere";
  if (/^[._]/.test(template)) return "begins with a character that marks files which are not revisions";
  if (!/\{(?:rev|slug|created|epoch)\}/.test(template)) return "gives many revisions the same name";
  return null;
}
