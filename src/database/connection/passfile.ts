/** The password file, `~/.pgpass` ("The Password File" in libpq's manual). */

/** What a line of the file is compared with. */
export interface PasswordKey {
  /** `localhost` for a Unix socket in the default directory. */
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
}

/**
 * The password of the first line that matches, or null. Fields are `host:port:database:user:password`, `*` matches
 * anything, and a backslash takes the next character as it is.
 *
 * ```ts
 * findPassword("*:*:app:me:se\\:cret", { host: "db", port: 5432, database: "app", user: "me" }); // "se:cret"
 * ```
 */
export function findPassword(text: string, key: PasswordKey): string | null {
  const wanted = [key.host, String(key.port), key.database, key.user];
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith("#")) continue;
    const fields = splitFields(line);
    const password = fields?.[4];
    if (password === undefined || password === "") continue;
    if (wanted.every((value, i) => fields?.[i] === null || fields?.[i] === value)) return password;
  }
  return null;
}

/** The five fields of a line; null stands for `*`. The password is taken to the end of the line. */
function splitFields(line: string): readonly (string | null)[] | null {
  const raw = /^((?:[^:\\]|\\.)*):((?:[^:\\]|\\.)*):((?:[^:\\]|\\.)*):((?:[^:\\]|\\.)*):(.*)$/.exec(line);
  if (raw === null) return null;
  const plain = (text: string) => text.replace(/\\(.)/g, "$1");
  return [...raw.slice(1, 5).map((field) => field === "*" ? null : plain(field)), plain(raw[5] ?? "")];
}
