/** Owners, privileges and comments of any object. */
import type { CommonOptions, Grant } from "../define/definition.ts";
import { quoteLiteral } from "../../sql/quote.ts";
import { namesText, nameText, refuse, type Subject, words } from "./argument.ts";

/** The words that a privilege may be; anything else would be SQL in a disguise. */
const privilege = /^[a-z]+( [a-z]+)*$/i;

/**
 * The statements that give an object its comment, its owner and its privileges.
 *
 * ```ts
 * commonStatements("view", "VIEW", "public.active_users", { comment: "People", owner: "app" });
 * ```
 * `kind` is the word after COMMENT ON and ALTER, `granted` the one after GRANT … ON (TABLE for views, too).
 */
export function commonStatements(
  operation: Subject,
  kind: string,
  name: string,
  options: CommonOptions,
  granted: string = kind,
): string[] {
  const { comment, owner, grants = [] } = options;
  return [
    ...(comment === undefined ? [] : [`COMMENT ON ${kind} ${name} IS ${quoteLiteral(comment)}`]),
    ...(owner === undefined ? [] : [`ALTER ${kind} ${name} OWNER TO ${roleText(operation, owner)}`]),
    ...grants.map((grant) => grantText(operation, granted, name, grant)),
  ];
}

/** `GRANT SELECT, UPDATE (email) ON TABLE users TO reader` */
export function grantText(operation: Subject, kind: string, name: string, grant: Grant): string {
  const wrong = grant.privileges.find((word) => !privilege.test(word));
  if (wrong !== undefined || grant.privileges.length === 0) return refuse(operation, "privileges", "privileges", wrong);
  const columns = grant.columns === undefined ? "" : ` (${namesText(operation, "columns", grant.columns)})`;
  return words(
    `GRANT ${grant.privileges.map((word) => `${word.toUpperCase()}${columns}`).join(", ")}`,
    `ON ${kind} ${name} TO ${roleText(operation, grant.to)}`,
    grant.withGrantOption && "WITH GRANT OPTION",
  );
}

/** A role's name; `public`, `current_user` and `session_user` are words of the language. */
export function roleText(operation: Subject, role: string): string {
  return /^(public|current_role|current_user|session_user)$/i.test(role)
    ? role.toUpperCase()
    : nameText(operation, "role", role);
}
