/** The revision graph: build, check, resolve identifiers, plan routes. Pure; knows nothing of files or databases. */
export { drawGraph, glyphText, type GraphCell, type GraphRow } from "./draw-graph.ts";
export { buildGraph } from "./graph.ts";
export { historyRange } from "./history-range.ts";
export { type Identifier, parseIdentifier } from "./identifier.ts";
export { locate } from "./locate.ts";
export { type PlaceOptions, placeRevision } from "./place-revision.ts";
export { planDown } from "./plan-down.ts";
export { planLast } from "./plan-last.ts";
export { planStamp } from "./plan-stamp.ts";
export { planUp } from "./plan-up.ts";
export { resolve } from "./resolve.ts";
export { appliedBelow, scriptRange } from "./script-range.ts";
export { currentOf, missing, outOfOrder, tipsOf } from "./tips.ts";
export type { Flags, Graph, Placement, Plan, Revision, Stamp, Step } from "./types.ts";
