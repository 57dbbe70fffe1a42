/** Where output goes and what it may use there: width, colour, Unicode. */

/** One of the process's output streams, as far as it is used. */
export interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Wraps a text in a colour, or leaves it as it is. */
export type Paint = (text: string) => string;

/** The colours that are used, by what they mean. */
export interface Palette {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly good: Paint;
  readonly bad: Paint;
  readonly warn: Paint;
  /** An id or another name to copy. */
  readonly name: Paint;
  /** A branch label. */
  readonly label: Paint;
  /** One colour per lane of a drawn graph. */
  readonly lane: (lane: number) => Paint;
}

/** How a text is to be written. */
export interface View {
  /** In cells. */
  readonly width: number;
  /** Whether a person sees it; otherwise lines stay whole where a program may read them. */
  readonly isTerminal: boolean;
  readonly palette: Palette;
  readonly signs: Signs;
  readonly verbose: boolean;
}

/** The drawn characters; plain ASCII where the terminal's character set is not Unicode. */
export interface Signs {
  readonly unicode: boolean;
  readonly done: string;
  readonly failed: string;
  readonly pending: string;
  readonly bullet: string;
  readonly warning: string;
  readonly arrow: string;
  readonly bar: string;
  readonly ellipsis: string;
}

const unicodeSigns: Signs = {
  unicode: true,
  done: "✓",
  failed: "✗",
  pending: "○",
  bullet: "●",
  warning: "!",
  arrow: "→",
  bar: "│",
  ellipsis: "…",
};

const asciiSigns: Signs = {
  unicode: false,
  done: "+",
  failed: "x",
  pending: "o",
  bullet: "*",
  warning: "!",
  arrow: "->",
  bar: "|",
  ellipsis: "...",
};

const same: Paint = (text) => text;
const code = (open: number, close: number): Paint => (text) => text === "" ? "" : `\x1b[${open}m${text}\x1b[${close}m`;

const plainPalette: Palette = {
  bold: same,
  dim: same,
  good: same,
  bad: same,
  warn: same,
  name: same,
  label: same,
  lane: () => same,
};

const lanes = [36, 35, 33, 32, 34, 31].map((colour) => code(colour, 39));

const colourPalette: Palette = {
  bold: code(1, 22),
  dim: code(2, 22),
  good: code(32, 39),
  bad: code(31, 39),
  warn: code(33, 39),
  name: code(36, 39),
  label: code(35, 39),
  lane: (lane) => lanes[lane % lanes.length] ?? same,
};

type Environment = Readonly<Record<string, string | undefined>>;

const set = (value: string | undefined): boolean => value !== undefined && value !== "" && value !== "0";

/**
 * Whether to colour: the flag, then NO_COLOR (any text), then CLICOLOR_FORCE (not 0), then TERM=dumb and CLICOLOR=0,
 * else only on a terminal.
 */
export function wantsColour(
  flag: "auto" | "always" | "never" | null,
  environment: Environment,
  isTerminal: boolean,
): boolean {
  if (flag === "always") return true;
  if (flag === "never") return false;
  if ((environment["NO_COLOR"] ?? "") !== "") return false;
  if (set(environment["CLICOLOR_FORCE"])) return true;
  if (environment["TERM"] === "dumb" || environment["CLICOLOR"] === "0") return false;
  return isTerminal;
}

/** Whether the terminal's character set is Unicode: by the locale; on Windows and macOS always. */
export function wantsUnicode(environment: Environment, platform: string): boolean {
  if (platform === "win32" || platform === "darwin") return true;
  const locale = environment["LC_ALL"] || environment["LC_CTYPE"] || environment["LANG"] || "";
  const lower = locale.toLowerCase();
  return lower.includes("utf-8") || lower.includes("utf8");
}

/** The width to write for, in cells: the terminal's, else COLUMNS, else 100; between 40 and 120. */
export function widthOf(stream: Output, environment: Environment): number {
  const columns = stream.columns || Number(environment["COLUMNS"] ?? 0);
  return columns > 0 ? Math.max(40, Math.min(columns, 120)) : 100;
}

/** How to write on a stream. */
export function viewOf(
  stream: Output,
  environment: Environment,
  options: {
    readonly color: "auto" | "always" | "never" | null;
    readonly verbose: boolean;
    readonly platform: string;
  },
): View {
  const coloured = wantsColour(options.color, environment, stream.isTTY === true);
  return {
    width: widthOf(stream, environment),
    isTerminal: stream.isTTY === true,
    palette: coloured ? colourPalette : plainPalette,
    signs: wantsUnicode(environment, options.platform) ? unicodeSigns : asciiSigns,
    verbose: options.verbose,
  };
}
