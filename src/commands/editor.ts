/** Opens files in the user's editor. */
import { spawn } from "node:child_process";
import { problem } from "../base/problem.ts";
import { commandWords } from "../files/mod.ts";
import type { Context } from "./context.ts";

/** The words of the editor's command: VISUAL, else EDITOR; either may hold arguments. Throws `usage/no-editor`. */
export function editorWords(environment: Context["environment"]): readonly string[] {
  const words = [environment["VISUAL"], environment["EDITOR"]]
    .map((text) => commandWords(text ?? "")).find((list) => list.length > 0);
  if (words === undefined) throw problem("usage/no-editor", {});
  return words;
}

/** Opens files and waits until the editor ends. Throws `usage/editor-failed` unless it ends well. */
export async function openEditor(paths: readonly string[], context: Context): Promise<void> {
  const [command = "", ...words] = editorWords(context.environment);
  const editor = [command, ...words].join(" ");
  await context.hold(() =>
    new Promise<void>((resolve, reject) => {
      const child = spawn(command, [...words, ...paths], { cwd: context.cwd, stdio: "inherit" });
      const fail = (status: string) => reject(problem("usage/editor-failed", { editor, status }));
      child.on("error", (error) => fail(`could not be started: ${error.message}`));
      child.on("close", (code, signal) => {
        if (code === 0) resolve();
        else fail(code === null ? `was ended by ${signal}` : `ended with exit code ${code}`);
      });
    })
  );
}
