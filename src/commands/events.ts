/** What a command says while it runs, as values: shown on standard error, or written as JSON lines. */
import type { Code } from "../base/problem.ts";
import type { WarningCode } from "../base/problems/warnings.ts";
import type { RunEvent } from "../database/run/types.ts";

export type CommandEvent =
  | RunEvent
  /** Which database the command talks to; never a password. */
  | {
    readonly type: "database";
    readonly display: string;
    readonly env: string | null;
    readonly protected: boolean;
  }
  /** The server does not answer yet (`--wait-for-db`). */
  | { readonly type: "wait-for-db"; readonly waitedMs: number; readonly limitMs: number }
  /** A command of `[hooks]` is being run on a new file. */
  | { readonly type: "hook"; readonly command: string }
  /** Models printed something while they were loaded. */
  | { readonly type: "output"; readonly text: string }
  | { readonly type: "notice"; readonly severity: string; readonly message: string }
  /** Something to know that is no error. */
  | { readonly type: "warning"; readonly code: Code | WarningCode; readonly message: string };
