/** What the operating system said, without the path. */
export function reasonOf(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  return message.replace(/,? ?(?:open|read|stat|write|rename|scandir)? ?'[^']*'.*$/, "");
}
