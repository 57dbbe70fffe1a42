/** All sections of the benchmark by name, in the order in which they run. */
import type { Section } from "./section.ts";
import { embedded } from "./sections/embedded.ts";
import { graph } from "./sections/graph.ts";
import { many } from "./sections/many.ts";
import { models } from "./sections/models.ts";
import { schema } from "./sections/schema.ts";
import { start } from "./sections/start.ts";
import { status } from "./sections/status.ts";
import { up } from "./sections/up.ts";

export const sections: Readonly<Record<string, Section>> = { start, status, up, many, embedded, graph, models, schema };
