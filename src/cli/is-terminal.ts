/** Whether a file descriptor is a terminal, found out with as little as it takes. */
import { fstatSync, statSync } from "node:fs";
import process from "node:process";

/**
 * Like `isatty`, but node:tty, which costs more start-up time than the rest of a short command, is only loaded for what
 * may be a terminal: a character device other than /dev/null.
 */
export function isTerminal(descriptor: 0 | 1 | 2): boolean {
  try {
    if (process.platform !== "win32") {
      const found = fstatSync(descriptor);
      if (!found.isCharacterDevice() || found.rdev === statSync("/dev/null").rdev) return false;
    }
    return process.getBuiltinModule("node:tty").isatty(descriptor);
  } catch {
    // The descriptor is closed.
    return false;
  }
}
