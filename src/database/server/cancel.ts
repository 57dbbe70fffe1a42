/** Cancels what a session runs, over a second connection with the same encryption. */
import type { Connection } from "./connect.ts";
import { openLine } from "./line.ts";
import { cancelRequest } from "./wire.ts";

/** How long the second connection may take. */
const cancelWaitMs = 10_000;

/**
 * Asks the server to cancel; resolves when the server has passed the request on to the session's process. The server
 * never says whether there was something to cancel.
 */
export async function cancelConnection({ line, host, tls, started, display }: Connection): Promise<void> {
  // The same address as the session's: a name can stand for several servers.
  const address = host.kind === "tcp" ? line.stream.remoteAddress ?? host.address : null;
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new Error("the request to cancel was not answered")), cancelWaitMs);
  try {
    const { stream, reader } = await openLine({
      host: { ...host, address },
      encryption: line.encrypted ? "demand" : "none",
      tls,
      display,
      signal: controller.signal,
    });
    await new Promise<void>((resolve) => {
      reader.handOver({ data: () => {}, gone: () => resolve() });
      stream.write(cancelRequest(started.pid, started.secret));
      controller.signal.addEventListener("abort", () => stream.destroy(), { once: true });
    });
  } finally {
    clearTimeout(timer);
  }
}
