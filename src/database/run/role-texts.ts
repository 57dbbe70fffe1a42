/** The configured role, in a transaction. */
import { quoteIdentifier } from "../../sql/quote.ts";

/**
 * What makes the transaction that it stands in run as the configured role; nothing when there is none.
 *
 * ```ts
 * roleTexts({ role: "owners" }); // ["SET LOCAL ROLE owners"]
 * ```
 */
export function roleTexts({ role }: { readonly role: string }): string[] {
  return role === "" ? [] : [`SET LOCAL ROLE ${quoteIdentifier(role)}`];
}
