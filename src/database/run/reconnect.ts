/** Comes back after a lost connection, to find out what the server did with what it had been sent. */
import type { Session } from "../session.ts";
import type { Live } from "./live.ts";

/** For how long a server that went away is waited for. */
export const reconnectForMs = 10_000;

/** Opens a new session in place of the lost one and takes the run lock with it. True when the history can be trusted. */
export async function reconnect(live: Live): Promise<boolean> {
  const session = await reopened(live);
  if (session === null) return false;
  void live.session.close().catch(() => {});
  live.session = session;
  live.open = false;
  try {
    return await live.lock.regain(session);
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
