import type { CommandName } from "./table/mod.ts";

/** What other tools call a command of this one. */
const words = {
  up: ["migrate", "apply", "deploy", "push", "latest", "run"],
  down: ["rollback", "undo", "revert", "reset"],
  revision: ["create", "generate", "make", "add"],
  history: ["log", "list", "ls"],
  stamp: ["baseline", "mark", "resolve", "fake"],
  dump: ["pull", "introspect", "export"],
  check: ["verify", "validate", "drift"],
  init: ["setup", "bootstrap"],
} as const satisfies Partial<Record<CommandName, readonly string[]>>;

/** The command that another tool has under this name; null when none does. */
export function commandElsewhere(word: string): string | null {
  const lower = word.toLowerCase();
  const found = Object.entries(words).find(([, others]) => others.some((other) => other === lower));
  return found?.[0] ?? null;
}
