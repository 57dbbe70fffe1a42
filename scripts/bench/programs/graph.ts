/** Builds and plans one graph, as the program does once in its life, and prints the milliseconds of both, and of processor time, as JSON. */
import process from "node:process";
import { buildGraph, planUp } from "../../../src/revision/mod.ts";
import { shapes } from "../shapes.ts";

const [name = "", count = ""] = process.argv.slice(2);
const revisions = shapes[name]?.(Number(count)) ?? [];
const begin = process.cpuUsage();
const start = performance.now();
const graph = buildGraph(revisions);
const built = performance.now();
const { steps } = planUp(graph, new Set(), "heads");
const planned = performance.now();
const { user, system } = process.cpuUsage(begin);
const cpuMs = (user + system) / 1000;
console.log(JSON.stringify({ buildMs: built - start, planMs: planned - built, cpuMs, steps: steps.length }));
