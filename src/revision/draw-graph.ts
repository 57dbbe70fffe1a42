import { normalizedDependencies } from "./normalize.ts";
import type { Graph } from "./types.ts";

/** What a cell of the drawing shows; the names say where its lines lead. */
export type Glyph =
  | "blank"
  | "revision"
  | "vertical"
  | "horizontal"
  | "cross"
  | "up-down-right"
  | "up-down-left"
  | "down-left-right"
  | "up-left-right"
  | "down-left"
  | "down-right"
  | "up-left"
  | "up-right";

/** One character of the drawing. `colour` counts lanes as they were opened; blank cells have -1. */
export interface GraphCell {
  readonly glyph: Glyph;
  readonly colour: number;
  /** Whether the line is a depends-on and not a parent. */
  readonly dependency: boolean;
}

/** One line of the drawing: a revision with the lanes beside it, or only lines that part and join (`id` null). */
export interface GraphRow {
  readonly id: string | null;
  readonly cells: readonly GraphCell[];
}

type Texts = Readonly<Record<Glyph, string>>;

const unicode: Texts = {
  blank: " ",
  revision: "●",
  vertical: "│",
  horizontal: "─",
  cross: "┼",
  "up-down-right": "├",
  "up-down-left": "┤",
  "down-left-right": "┬",
  "up-left-right": "┴",
  "down-left": "╮",
  "down-right": "╭",
  "up-left": "╯",
  "up-right": "╰",
};

const ascii: Texts = {
  blank: " ",
  revision: "*",
  vertical: "|",
  horizontal: "-",
  cross: "+",
  "up-down-right": "|",
  "up-down-left": "|",
  "down-left-right": ".",
  "up-left-right": "'",
  "down-left": ".",
  "down-right": ".",
  "up-left": "'",
  "up-right": "'",
};

/** The character of a cell; lines of a depends-on are dotted. */
export function glyphText({ glyph, dependency }: GraphCell, letters: "unicode" | "ascii"): string {
  if (dependency && glyph === "vertical") return letters === "unicode" ? "┊" : ":";
  if (dependency && glyph === "horizontal") return letters === "unicode" ? "┄" : ".";
  return (letters === "unicode" ? unicode : ascii)[glyph];
}

/** A line that runs down to the revision it waits for. */
interface Lane {
  readonly target: number;
  readonly column: number;
  readonly colour: number;
  readonly dependency: boolean;
  /** The lane as it runs straight down; one object for all its rows, which are as many as the graph is long. */
  readonly cell: GraphCell;
}

const blank: GraphCell = { glyph: "blank", colour: -1, dependency: false };

const [up, down, left, right] = [1, 2, 4, 8];

const byDirections: Readonly<Record<number, Glyph>> = {
  [up | down]: "vertical",
  [left | right]: "horizontal",
  [up | down | left | right]: "cross",
  [up | down | right]: "up-down-right",
  [up | down | left]: "up-down-left",
  [down | left | right]: "down-left-right",
  [up | left | right]: "up-left-right",
  [down | left]: "down-left",
  [down | right]: "down-right",
  [up | left]: "up-left",
  [up | right]: "up-right",
};

function lineOf(colour: number, dependency: boolean): Pick<Lane, "colour" | "dependency" | "cell"> {
  return { colour, dependency, cell: { glyph: "vertical", colour, dependency } };
}

/** The lanes that are open, by column and by what they wait for. */
class Lanes {
  readonly columns: (Lane | null)[] = [];
  readonly #waiting = new Map<number, Lane[]>();
  #colours = 0;

  /** Lanes that wait for a revision, from the left. */
  waitingFor(target: number): readonly Lane[] {
    return this.#waiting.get(target) ?? [];
  }

  /** Opens a lane in `column`, or in the first free one right of `after`. */
  open(target: number, dependency: boolean, place: { column: number } | { after: number }): Lane {
    let column = "column" in place ? place.column : place.after + 1;
    if (!("column" in place)) { while (this.columns[column] != null) column++; }
    return this.#put({ target, column, ...lineOf(this.#colours++, dependency) });
  }

  /** Lets a lane go on to another revision, in its colour. */
  extend(lane: Lane, target: number, dependency: boolean): Lane {
    return this.#put({ target, column: lane.column, ...lineOf(lane.colour, dependency) });
  }

  close(lane: Lane): void {
    this.columns[lane.column] = null;
    while (this.columns.length > 0 && this.columns.at(-1) == null) this.columns.pop();
    const others = this.waitingFor(lane.target).filter((other) => other !== lane);
    if (others.length === 0) this.#waiting.delete(lane.target);
    else this.#waiting.set(lane.target, others);
  }

  #put(lane: Lane): Lane {
    while (this.columns.length < lane.column) this.columns.push(null);
    this.columns[lane.column] = lane;
    const all = [...this.waitingFor(lane.target), lane];
    this.#waiting.set(lane.target, all.sort((a, b) => a.column - b.column));
    return lane;
  }
}

/** A row of the open lanes as they run straight down. */
function straight(lanes: Lanes): GraphCell[] {
  const cells: GraphCell[] = [];
  for (const lane of lanes.columns) cells.push(lane?.cell ?? blank, blank);
  return cells;
}

/** A line from one lane to another column of the same row: it joins (leads up there), parts (down), or meets (both). */
interface Link {
  readonly lane: Lane;
  readonly directions: number;
}

/** A row in which `links` lead from the column of a revision to other columns, over the lanes between. */
function linked(lanes: readonly (Lane | null)[], home: Lane, links: readonly Link[]): GraphCell[] {
  const width = Math.max(lanes.length, home.column + 1, ...links.map(({ lane }) => lane.column + 1)) * 2;
  const masks: number[] = new Array(width).fill(0);
  const cells: GraphCell[] = new Array(width).fill(blank);
  lanes.forEach((lane, column) => {
    if (lane === null) return;
    masks[column * 2] = up | down;
    cells[column * 2] = lane.cell;
  });
  masks[home.column * 2] = up | down;
  cells[home.column * 2] = home.cell;
  // The line goes from the column of the revision as far as any link; each link draws what is beyond those before it.
  let [leftmost, rightmost] = [home.column * 2, home.column * 2];
  for (const { lane, directions } of links) {
    const to = lane.column * 2;
    masks[to] = directions | ((masks[to] ?? 0) & (left | right));
    cells[to] = { glyph: "vertical", colour: lane.colour, dependency: false };
    const [first, last] = to > rightmost ? [rightmost, to] : to < leftmost ? [to, leftmost] : [to, to];
    for (let at = first; at <= last; at++) {
      const mask = (at > first ? left : 0) | (at < last ? right : 0);
      if ((masks[at] ?? 0) === 0) cells[at] = { glyph: "horizontal", colour: lane.colour, dependency: lane.dependency };
      masks[at] = (masks[at] ?? 0) | mask;
    }
    [leftmost, rightmost] = [Math.min(leftmost, to), Math.max(rightmost, to)];
  }
  return cells.map((cell, at) => {
    const glyph = byDirections[masks[at] ?? 0];
    return glyph === undefined || glyph === cell.glyph ? cell : { ...cell, glyph };
  });
}

function trimmed(id: string | null, cells: readonly GraphCell[]): GraphRow {
  let end = cells.length;
  while (end > 0 && cells[end - 1]?.glyph === "blank") end--;
  return { id, cells: cells.slice(0, end) };
}

/**
 * Brings all lanes that wait for a revision into the leftmost of them, or opens one for a revision without any. Returns
 * the row in which they join, too.
 */
function arrive(lanes: Lanes, i: number): { readonly home: Lane; readonly joined: GraphRow | null } {
  const [home, ...others] = lanes.waitingFor(i);
  if (home === undefined) return { home: lanes.open(i, false, { after: -1 }), joined: null };
  if (others.length === 0) return { home, joined: null };
  const joined = trimmed(null, linked(lanes.columns, home, others.map((lane) => ({ lane, directions: up }))));
  for (const lane of others) lanes.close(lane);
  return { home, joined };
}

/** Lets a revision's lane go on to its first edge and opens or meets lanes for the others: the rows that show it. */
function* leave(
  lanes: Lanes,
  home: Lane,
  edges: readonly { to: number; dependency: boolean }[],
): Generator<GraphRow> {
  lanes.close(home);
  const [first, ...others] = edges;
  if (first === undefined) return;
  const own = lanes.extend(home, first.to, first.dependency);
  if (others.length > 0) yield part(lanes, own, others);
  if (own.dependency) yield trimmed(null, straight(lanes)); // else nothing would show that it is no parent
}

/** The row in which lanes part from a revision's own. */
function part(lanes: Lanes, own: Lane, others: readonly { to: number; dependency: boolean }[]): GraphRow {
  const before = [...lanes.columns];
  const links = others.map(({ to, dependency }): Link => {
    const known = lanes.waitingFor(to).find((lane) => lane.dependency === dependency && before.includes(lane));
    if (known !== undefined && known !== own) return { lane: known, directions: up | down };
    return { lane: lanes.open(to, dependency, { after: own.column }), directions: down };
  });
  return trimmed(null, linked(before, own, links));
}

/**
 * Draws the graph of `ids` (newest first, each before what it needs) as `git log --graph` does, as data: a row for each
 * revision, and rows between them where lines part or join. Each lane takes two cells. Lines to revisions that are not
 * among `ids` are left out; dependencies that an ancestor names already are too. The rows are made one after another as
 * they are asked for, because together they are as many cells as there are revisions times lanes.
 *
 * ```ts
 * for (const row of drawGraph(graph, historyRange(graph, applied, null))) {
 *   console.log(row.cells.map((cell) => glyphText(cell, "unicode")).join(""), row.id ?? "");
 * }
 * ```
 */
export function* drawGraph(graph: Graph, ids: readonly string[]): Generator<GraphRow> {
  const { number, parents } = graph.index;
  const shown = new Set(ids.map((id) => number.get(id)));
  const dependencies = normalizedDependencies(graph);
  const lanes = new Lanes();
  for (const id of ids) {
    const i = number.get(id);
    if (i === undefined) continue;
    const { home, joined } = arrive(lanes, i);
    if (joined !== null) yield joined;
    const cells = straight(lanes);
    cells[home.column * 2] = { glyph: "revision", colour: home.colour, dependency: false };
    yield trimmed(id, cells);
    const down = (parents[i] ?? []).filter((to) => shown.has(to));
    const dep = (dependencies[i] ?? []).filter((to) => shown.has(to) && !down.includes(to));
    const edges = [
      ...down.map((to) => ({ to, dependency: false })),
      ...dep.map((to) => ({ to, dependency: true })),
    ];
    yield* leave(lanes, home, edges);
  }
}
