import assert from "node:assert/strict";
import { test } from "node:test";
import { commands } from "../../src/cli/table/mod.ts";
import { topicPage } from "../../src/cli/topic-page.ts";
import { topics } from "../../src/cli/topics.ts";
import { viewOf } from "../../src/cli/terminal.ts";
import { helpPage } from "../../src/cli/verbs/help.ts";

const view = viewOf({ write: () => true }, {}, { color: null, verbose: false, platform: "linux" });

test("every topic and every command has its page, also where a topic is the first word of commands", () => {
  for (const topic of topics) assert.ok(helpPage([topic.name], view).includes(topicPage(topic, view)), topic.name);
  for (const { name, summary } of commands) assert.ok(helpPage(name.split(" "), view).includes(summary), name);
  assert.ok(helpPage(["json"], view).includes("migrate json schema COMMAND"));
  assert.throws(() => helpPage(["jsno"], view), {
    code: "usage/unknown-topic",
    data: { name: "jsno", nearest: "json" },
  });
});
