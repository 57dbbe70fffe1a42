/** The name of the account that runs this process, which PostgreSQL's clients take for the user when none is given. */
import { readFileSync } from "node:fs";
import { userInfo } from "node:os";
import process from "node:process";

/**
 * The name that the lines of `/etc/passwd` give a user id, or null.
 *
 * ```ts
 * nameOfUser("root:x:0:0:root:/root:/bin/sh\n", 0); // "root"
 * ```
 */
export function nameOfUser(passwd: string, id: number): string | null {
  for (const line of passwd.split("\n")) {
    const [name, , found] = line.split(":");
    if (name !== undefined && name !== "" && found === String(id)) return name;
  }
  return null;
}

/**
 * The account's name; null when it has none, as an id that a container was given. libpq asks the system by user id; the
 * runtime may take the variable USER instead, which says little in a container, in cron or under sudo, so the system's
 * own list comes first.
 */
export function accountName(): string | null {
  try {
    const id = process.geteuid?.();
    const listed = id === undefined ? null : nameOfUser(readFileSync("/etc/passwd", "utf8"), id);
    if (listed !== null) return listed;
  } catch {
    // No such list: another system, or a container with nothing in it.
  }
  try {
    const { username } = userInfo();
    return username === "" || username === "unknown" ? null : username;
  } catch {
    return null;
  }
}
