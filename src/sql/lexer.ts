/**
 * PostgreSQL's lexical rules, as far as finding statements needs them: where strings, quoted names, comments and words
 * begin and end. After `src/backend/parser/scan.l` of PostgreSQL 18.
 */
import { problem } from "../base/problem.ts";
import { Positions } from "./locate.ts";

/**
 * What a token is. `mark` is one of `( ) [ ] , ; : .`, `other` is a character that no SQL statement can hold outside
 * quotes (a backslash, a brace). Both kinds of comment are tokens; white space is not.
 */
export type TokenKind =
  | "word"
  | "name"
  | "string"
  | "number"
  | "parameter"
  | "operator"
  | "mark"
  | "line-comment"
  | "block-comment"
  | "other"
  | "end";

const SPACE = 1;
const WORD_START = 2;
const WORD_PART = 4;
const OPERATOR = 8;
const MARK = 16;
const DIGIT = 32;

/** What an ASCII character can be; all others may start a word, as in scan.l. */
const classes = new Uint8Array(128);
for (const char of " \t\n\r\f\v") classes[char.charCodeAt(0)] = SPACE;
for (const char of "~!@#^&|`?+-*/%<>=") classes[char.charCodeAt(0)] = OPERATOR;
for (const char of "()[],;:.") classes[char.charCodeAt(0)] = MARK;
for (let code = 0; code < 128; code++) {
  const char = String.fromCharCode(code);
  if (/[A-Za-z_]/.test(char)) classes[code] = WORD_START | WORD_PART;
  else if (/[0-9]/.test(char)) classes[code] = DIGIT | WORD_PART;
}
classes[0x24] = WORD_PART; // $

function classOf(code: number): number {
  return code < 128 ? classes[code] ?? 0 : WORD_START | WORD_PART;
}

const QUOTE = 0x27;
const DOUBLE_QUOTE = 0x22;
const BACKSLASH = 0x5c;
const DOLLAR = 0x24;
const DASH = 0x2d;
const SLASH = 0x2f;
const STAR = 0x2a;
const AMPERSAND = 0x26;
const DOT = 0x2e;
const NEWLINE = 0x0a;
const RETURN = 0x0d;

const dollarTag = /\$(?:[A-Za-z_\u0080-\uffff][A-Za-z0-9_\u0080-\uffff]*)?\$/y;
const numeral =
  /0[xX](?:_?[0-9a-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|(?:\d(?:_?\d)*(?:\.(?!\.)(?:\d(?:_?\d)*)?)?|\.\d(?:_?\d)*)(?:[eE][+-]?\d(?:_?\d)*)?/y;

/** How a lexer reads its text. */
export interface LexerOptions {
  /** Named in problems. */
  readonly file: string;
  /** Where to begin and to stop, in UTF-16 units; by default the whole text. */
  readonly start?: number;
  readonly end?: number;
}

/**
 * Reads a text token by token. `kind`, `start` and `end` describe the current one; {@link Lexer.next} moves on.
 * Throws `sql/unterminated` when a quote or a comment has no end.
 *
 * ```ts
 * const lexer = new Lexer("select 'a'", { file: "a.sql" });
 * lexer.next();   // "word", 0 to 6
 * lexer.next();   // "string", 7 to 10
 * ```
 */
export class Lexer {
  readonly text: string;
  readonly file: string;
  kind: TokenKind = "end";
  start: number;
  end: number;
  /** PostgreSQL's setting of this name: when off, a backslash escapes in every string. */
  standardConformingStrings = true;
  readonly #stop: number;

  constructor(text: string, options: LexerOptions) {
    this.text = text;
    this.file = options.file;
    this.start = this.end = options.start ?? 0;
    this.#stop = options.end ?? text.length;
  }

  next(): TokenKind {
    const { text } = this;
    let at = this.end;
    while (at < this.#stop && classOf(text.charCodeAt(at)) === SPACE) at++;
    this.start = at;
    if (at >= this.#stop) {
      this.end = at;
      return this.kind = "end";
    }
    const code = text.charCodeAt(at);
    const kind = classOf(code);
    if (kind & WORD_START) return this.#wordOrPrefixed(code);
    if (kind & DIGIT) return this.#number();
    if (code === QUOTE) return this.#string(at, !this.standardConformingStrings);
    if (code === DOUBLE_QUOTE) return this.#name(at);
    if (code === DOLLAR) return this.#dollar();
    if (kind & OPERATOR) return this.#operatorOrComment(code);
    if (code === DOT && classOf(text.charCodeAt(at + 1)) & DIGIT) return this.#number();
    // Two dots are one token (PL/pgSQL's range), so that the second does not begin a number.
    const dots = code === DOT && text.charCodeAt(at + 1) === DOT && at + 1 < this.#stop;
    return this.#token(kind & MARK ? "mark" : "other", at + (dots ? 2 : 1));
  }

  /** The current token's text. */
  get value(): string {
    return this.text.slice(this.start, this.end);
  }

  #token(kind: TokenKind, end: number): TokenKind {
    this.end = end;
    return this.kind = kind;
  }

  #wordOrPrefixed(code: number): TokenKind {
    const { text } = this;
    const next = text.charCodeAt(this.start + 1);
    const letter = code | 0x20;
    if (next === QUOTE) {
      if (letter === 0x65) return this.#string(this.start + 1, true); // e
      if (letter === 0x62 || letter === 0x78) return this.#string(this.start + 1, false, false); // b, x
    } else if (next === AMPERSAND && letter === 0x75) { // u&
      const after = text.charCodeAt(this.start + 2);
      if (after === QUOTE) return this.#string(this.start + 2, !this.standardConformingStrings);
      if (after === DOUBLE_QUOTE) return this.#name(this.start + 2);
    }
    let at = this.start + 1;
    while (at < this.#stop && classOf(text.charCodeAt(at)) & WORD_PART) at++;
    return this.#token("word", at);
  }

  #number(): TokenKind {
    numeral.lastIndex = this.start;
    const end = numeral.test(this.text) ? numeral.lastIndex : this.start + 1;
    return this.#token("number", Math.min(end, this.#stop));
  }

  /** `open` is the offset of the opening quote; a doubled quote stands for itself except in bit strings. */
  #string(open: number, escapes: boolean, doubles = true): TokenKind {
    let at = this.#quoted(open, QUOTE, escapes, doubles);
    if (at === -1) throw this.#unterminated("string");
    // 'a' <newline> 'b' is one literal, and the second part is read by the first one's rules.
    for (let again = this.#continuation(at); again !== -1; again = this.#continuation(at)) {
      at = this.#quoted(again, QUOTE, escapes, doubles);
      if (at === -1) throw this.#unterminated("string");
    }
    return this.#token("string", at);
  }

  /** The offset of the quote that continues a string which ended at `at`, or -1. */
  #continuation(at: number): number {
    const { text } = this;
    let newline = false;
    for (; at < this.#stop; at++) {
      const code = text.charCodeAt(at);
      if (code === NEWLINE || code === RETURN) newline = true;
      else if (code === QUOTE) return newline ? at : -1;
      else if (code === DASH && text.charCodeAt(at + 1) === DASH) at = this.#lineEnd(at) - 1;
      else if (classOf(code) !== SPACE) return -1;
    }
    return -1;
  }

  #name(open: number): TokenKind {
    const end = this.#quoted(open, DOUBLE_QUOTE, false, true);
    if (end === -1) throw this.#unterminated("quoted name");
    return this.#token("name", end);
  }

  /** The offset after the closing quote, or -1. */
  #quoted(open: number, quote: number, escapes: boolean, doubles: boolean): number {
    const { text } = this;
    for (let at = open + 1; at < this.#stop; at++) {
      const code = text.charCodeAt(at);
      if (code === BACKSLASH && escapes) at++;
      else if (code === quote) {
        if (!doubles || text.charCodeAt(at + 1) !== quote) return at + 1;
        at++;
      }
    }
    return -1;
  }

  #dollar(): TokenKind {
    const { text, start } = this;
    dollarTag.lastIndex = start;
    const tag = dollarTag.exec(text)?.[0];
    if (tag !== undefined) {
      const close = text.indexOf(tag, start + tag.length);
      if (close === -1 || close + tag.length > this.#stop) throw this.#unterminated("dollar-quoted string");
      return this.#token("string", close + tag.length);
    }
    let at = start + 1;
    while (at < this.#stop && classOf(text.charCodeAt(at)) & DIGIT) at++;
    return this.#token(at === start + 1 ? "other" : "parameter", at);
  }

  #operatorOrComment(code: number): TokenKind {
    const { text, start } = this;
    const next = text.charCodeAt(start + 1);
    if (code === DASH && next === DASH) return this.#token("line-comment", this.#lineEnd(start));
    if (code === SLASH && next === STAR) return this.#blockComment();
    let at = start + 1;
    for (; at < this.#stop; at++) {
      const here = text.charCodeAt(at);
      if (!(classOf(here) & OPERATOR)) break;
      const after = text.charCodeAt(at + 1);
      if ((here === DASH && after === DASH) || (here === SLASH && after === STAR)) break;
    }
    return this.#token("operator", at);
  }

  #lineEnd(from: number): number {
    const { text } = this;
    let at = from;
    while (at < this.#stop) {
      const code = text.charCodeAt(at);
      if (code === NEWLINE || code === RETURN) break;
      at++;
    }
    return at;
  }

  /** Comments nest. */
  #blockComment(): TokenKind {
    const { text } = this;
    let depth = 1;
    for (let at = this.start + 2; at < this.#stop; at++) {
      const code = text.charCodeAt(at);
      const next = text.charCodeAt(at + 1);
      if (code === SLASH && next === STAR) {
        depth++;
        at++;
      } else if (code === STAR && next === SLASH) {
        depth--;
        at++;
        if (depth === 0 && at < this.#stop) return this.#token("block-comment", at + 1);
      }
    }
    throw this.#unterminated("comment");
  }

  #unterminated(what: string): Error {
    const at = new Positions(this.text).at(this.start);
    return problem("sql/unterminated", { what }, { at: { file: this.file, ...at } });
  }
}
