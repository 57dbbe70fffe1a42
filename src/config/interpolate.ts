/** `${VAR}` and `${VAR:-text}` in the texts of a config. */

/** A text with its variables replaced; `unset` names those that have no value. */
export interface Interpolated {
  readonly text: string;
  readonly unset: readonly string[];
}

const reference = /\$\{([A-Za-z_][A-Za-z0-9_]*)(:-([^}]*))?\}/g;

/** The variables of the process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Replaces variables. With `:-` an unset or empty variable becomes the text behind it, as in a shell. An unset one without
 * is left as it is and named in `unset`: it is an error once the value is needed.
 *
 * ```ts
 * interpolate("postgres://${HOST:-localhost}/app", {}).text;   // "postgres://localhost/app"
 * ```
 */
export function interpolate(text: string, environment: Environment): Interpolated {
  if (!text.includes("${")) return { text, unset: [] };
  const unset: string[] = [];
  const replaced = text.replace(reference, (whole, name: string, otherwise: string | undefined, fallback?: string) => {
    const value = environment[name];
    if (otherwise !== undefined) return value === undefined || value === "" ? fallback ?? "" : value;
    if (value === undefined || value === "") unset.push(name);
    return value === undefined || value === "" ? whole : value;
  });
  return { text: replaced, unset };
}
