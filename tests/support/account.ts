/**
 * PostgreSQL refuses to run as root. When the tests do (containers, mostly), servers run as the account `nobody`, which
 * every system has.
 */
import { execFileSync } from "node:child_process";
import { chownSync } from "node:fs";
import process from "node:process";

/** What `node:child_process` takes to start a program as another account; empty when that is not needed. */
export interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

/** The account that servers run as. */
export const account: Account = process.getuid?.() === 0 ? nobody() : {};

function nobody(): Account {
  const read = (flag: string) => Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" }));
  return { uid: read("-u"), gid: read("-g") };
}

/** Gives a file to the account that servers run as. */
export function giveToAccount(path: string): void {
  if (account.uid !== undefined && account.gid !== undefined) chownSync(path, account.uid, account.gid);
}
