/**
 * Text with the passwords of URLs and of `password=…` left out, for everything that is shown: a URL can stand in the
 * wrong place of a command line, or in a line of the config that an error quotes.
 *
 * A password that was typed as it is may hold any character, so what could be one is taken generously: up to the last
 * `@` of the word, or of the line when no `/` comes between.
 *
 * ```ts
 * withoutPasswords('no command "postgres://ann:secret@db/shop"'); // no command "postgres://ann:***@db/shop"
 * ```
 */
export function withoutPasswords(text: string): string {
  return text
    .replace(/(:\/\/[^\s/?#@:"']*):(?!\d{1,5}(?:[\s"')]|$))(?:[^\s"']*@|[^/?#\n]*@)/g, "$1:***@")
    .replace(/([?&](?:ssl)?password=)[^\s&#"']*/gi, "$1***")
    .replace(/\b((?:ssl|pg)?password\s*=\s*)(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|[^\s&#]+)/gi, "$1***");
}

/** The same for every text inside a value of plain data. */
export function dataWithoutPasswords(data: unknown): unknown {
  if (typeof data === "string") return withoutPasswords(data);
  if (Array.isArray(data)) return data.map(dataWithoutPasswords);
  if (data === null || typeof data !== "object" || Object.getPrototypeOf(data) !== Object.prototype) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, dataWithoutPasswords(value)]));
}
