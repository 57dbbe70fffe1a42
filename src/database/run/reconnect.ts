/** Comes back after a lost connection, to find out what the server did with what it had been sent. */
import type { Session } from "../session.ts";
import { releaseLease } from "./lease.ts";
import type { Live } from "./live.ts";
import { acquireRunLock, type LockRequest } from "./run-lock.ts";

/** For how long a server that went away is waited for. */
export const reconnectForMs = 10_000;

/**
 * Opens a new session in place of the lost one. True when from now on the history tells the truth about the old one:
 * its backend may still be carrying the message out, but it holds the advisory lock as long as it lives, so having the
 * lock means that it has ended; a lease is given up instead, after which the old backend can commit nothing.
 */
export async function reconnect(live: Live, locking: LockRequest): Promise<boolean> {
  const session = await reopened(live);
  if (session === null) return false;
  void live.session.close().catch(() => {});
  live.session = session;
  live.open = false;
  try {
    if (live.request.policy.runLock === "lease") {
      await releaseLease(session, locking);
      return true;
    }
    return await acquireRunLock({ ...locking, session }) !== null;
  } catch {
    return false;
  }
}

async function reopened({ request, clock }: Live): Promise<Session | null> {
  const began = clock.now();
  for (let tries = 0;; tries++) {
    try {
      return await request.open(request.interrupt);
    } catch {
      const waitMs = Math.min(1_000, 100 * 2 ** tries);
      if (clock.now() - began + waitMs > reconnectForMs || request.interrupt?.aborted) return null;
      await clock.sleep(waitMs, request.interrupt);
    }
  }
}
