/** A help topic as text. */
import { definitions, wrap } from "../base/text.ts";
import { exitMeanings, optionTerm, optionText } from "./help.ts";
import { globalOptions } from "./table/mod.ts";
import type { View } from "./terminal.ts";
import type { Topic, TopicPart } from "./topics.ts";

/** The parts of a topic, with the rows that come from the table. */
export function topicParts(topic: Topic): readonly TopicPart[] {
  if (topic.from === "options") {
    return [{ rows: globalOptions.map((option) => [optionTerm(option), optionText(option)] as const) }];
  }
  if (topic.from === "exits") return [{ rows: exitMeanings.map(([exit, means]) => [String(exit), means] as const) }];
  return topic.parts;
}

/** The page of `migrate help TOPIC`. */
export function topicPage(topic: Topic, view: View): string {
  const { bold, name } = view.palette;
  const blocks = [bold(topic.summary)];
  for (const part of topicParts(topic)) {
    if (part.title !== undefined) blocks.push(`${part.title}:`);
    for (const paragraph of part.paragraphs ?? []) blocks.push(wrap(paragraph, view.width));
    const rows = (part.rows ?? []).map(([term, meaning]) => [name(term), meaning] as const);
    if (rows.length > 0) blocks.push(definitions(rows, { width: view.width }));
  }
  return blocks.join("\n\n") + "\n";
}
