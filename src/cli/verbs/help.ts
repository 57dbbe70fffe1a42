import { nearest } from "../../base/nearest.ts";
import { problem } from "../../base/problem.ts";
import { commandHelp, rootHelp } from "../help.ts";
import { commands, findCommand } from "../table/mod.ts";
import type { View } from "../terminal.ts";
import { topicPage } from "../topic-page.ts";
import { topics } from "../topics.ts";
import { verb } from "../verb.ts";

/** The page that the words name; where they name a topic and a family of commands, one after the other. */
export function helpPage(words: readonly string[], view: View): string {
  const name = words.join(" ");
  if (name === "") return rootHelp(view);
  const entry = findCommand(name);
  if (entry !== null) return commandHelp(entry, view);
  const topic = topics.find((one) => one.name === name);
  const family = commands.filter((one) => one.name.startsWith(`${name} `));
  const pages = [
    ...topic === undefined ? [] : [topicPage(topic, view)],
    ...family.map((one) => commandHelp(one, view)),
  ];
  if (pages.length > 0) return pages.join("\n");
  const names = [...commands.map((one) => one.name), ...topics.map((one) => one.name)];
  throw problem("usage/unknown-topic", { name, nearest: nearest(name, names) });
}

export default verb("help", {
  run: ({ topic }, stage) => ({ topic: topic.join(" "), text: helpPage(topic, stage.view) }),
  text: (outcome) => outcome.text,
});
