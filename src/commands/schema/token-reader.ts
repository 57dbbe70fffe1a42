/** Reads a statement of the differ from left to right, word by word. */
import { Lexer } from "../../sql/lexer.ts";

interface Token {
  readonly text: string;
  /** In capitals for a word, else empty. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Tokens of a statement; comments are left out. */
export function tokensOf(sql: string): readonly Token[] {
  const lexer = new Lexer(sql, { file: "" });
  const tokens: Token[] = [];
  for (let kind = lexer.next(); kind !== "end"; kind = lexer.next()) {
    if (kind === "line-comment" || kind === "block-comment") continue;
    const text = lexer.value;
    tokens.push({ text, word: kind === "word" ? text.toUpperCase() : "", start: lexer.start, end: lexer.end });
  }
  return tokens;
}

/** Thrown when a statement is not of the form that is being read. */
export class Unread extends Error {}

/** A place in a statement. What does not match throws {@link Unread}; `try…` methods stay where they are instead. */
export class TokenReader {
  readonly #sql: string;
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(sql: string) {
    this.#sql = sql;
    this.#tokens = tokensOf(sql);
  }

  get done(): boolean {
    return this.#at >= this.#tokens.length;
  }

  /** Whether these words stand here. */
  sees(words: string): boolean {
    return words.split(" ").every((word, index) => {
      const token = this.#tokens[this.#at + index];
      return token !== undefined && (token.word === word || token.text === word);
    });
  }

  /** Passes over these words if they stand here. */
  tryTake(words: string): boolean {
    if (!this.sees(words)) return false;
    this.#at += words.split(" ").length;
    return true;
  }

  take(words: string): void {
    if (!this.tryTake(words)) throw new Unread();
  }

  /** One name, as PostgreSQL stores it. */
  name(): string {
    const token = this.#tokens[this.#at++];
    if (token === undefined) throw new Unread();
    if (token.text.startsWith('"')) return token.text.slice(1, -1).replaceAll('""', '"');
    if (token.word === "") throw new Unread();
    return token.text.toLowerCase();
  }

  /** `schema.name`. */
  qualified(): { readonly schema: string; readonly name: string } {
    const schema = this.name();
    this.take(".");
    return { schema, name: this.name() };
  }

  /** The value of a plain string literal. */
  literal(): string {
    const text = this.#tokens[this.#at++]?.text ?? "";
    if (!text.startsWith("'")) throw new Unread();
    return text.slice(1, -1).replaceAll("''", "'");
  }

  /** The text up to one of these words, or a comma or closing bracket, outside of any brackets; to the end without. */
  until(...words: readonly string[]): string {
    const first = this.#tokens[this.#at];
    if (first === undefined) throw new Unread();
    let depth = 0;
    let last = first;
    let any = false;
    for (let token: Token | undefined = first; token !== undefined; token = this.#tokens[this.#at]) {
      if (depth === 0 && (token.text === "," || token.text === ")" || words.some((word) => this.sees(word)))) break;
      if (token.text === "(" || token.text === "[") depth++;
      if (token.text === ")" || token.text === "]") depth--;
      last = token;
      any = true;
      this.#at++;
    }
    if (!any) throw new Unread();
    return this.#sql.slice(first.start, last.end);
  }

  /** The text inside brackets. */
  inside(): string {
    this.take("(");
    const text = this.inner();
    this.take(")");
    return text;
  }

  /** The text up to the closing bracket of the place. */
  inner(): string {
    const start = this.#tokens[this.#at]?.start ?? 0;
    let depth = 0;
    let end = start;
    for (let token = this.#tokens[this.#at]; token !== undefined; token = this.#tokens[++this.#at]) {
      if (token.text === ")" && depth === 0) return this.#sql.slice(start, end);
      if (token.text === "(") depth++;
      if (token.text === ")") depth--;
      end = token.end;
    }
    throw new Unread();
  }

  /** `(a, b, c)`, each element read by `read`. */
  list<T>(read: () => T): readonly T[] {
    this.take("(");
    const all: T[] = [];
    do all.push(read()); while (this.tryTake(","));
    this.take(")");
    return all;
  }

  /** Throws unless everything was read. */
  end(): void {
    if (!this.done) throw new Unread();
  }
}
