/** Offsets in a text as people read them: line and column from 1, columns in characters. */

/** A position that people can find in an editor. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Turns offsets (in UTF-16 units, as JavaScript counts) into lines and columns. Cheap when asked for growing offsets:
 * the work is one pass over the text in all. A line ends with `\n`; a column counts code points.
 *
 * ```ts
 * new Positions("a\n😀b").at(4);   // { line: 2, column: 2 }
 * ```
 */
export class Positions {
  readonly #text: string;
  #lineStart = 0;
  /** Where the current line's `\n` is; beyond the text when it is the last. */
  #lineEnd = 0;
  #line = 1;
  #counted = 0;
  #column = 1;

  constructor(text: string) {
    this.#text = text;
    this.#startLine(0);
  }

  at(offset: number): Position {
    if (offset < this.#counted) this.#rewind(offset);
    while (this.#lineEnd < offset) {
      this.#line++;
      this.#startLine(this.#lineEnd + 1);
    }
    for (; this.#counted < offset; this.#counted++) {
      const unit = this.#text.charCodeAt(this.#counted);
      // The second half of a surrogate pair belongs to the character already counted.
      if (unit < 0xdc00 || unit > 0xdfff) this.#column++;
    }
    return { line: this.#line, column: this.#column };
  }

  #startLine(start: number): void {
    this.#lineStart = this.#counted = start;
    this.#column = 1;
    const end = this.#text.indexOf("\n", start);
    this.#lineEnd = end === -1 ? Infinity : end;
  }

  #rewind(offset: number): void {
    if (offset < this.#lineStart) {
      this.#line = 1;
      this.#startLine(0);
    } else {
      this.#counted = this.#lineStart;
      this.#column = 1;
    }
  }
}
