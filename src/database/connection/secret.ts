/** A password or passphrase: it cannot get into JSON, an inspection or a template text by accident. */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The text itself, for the one place that sends it. */
  reveal(): string {
    return this.#text;
  }

  toString(): string {
    return "(hidden)";
  }

  toJSON(): string {
    return "(hidden)";
  }
}
