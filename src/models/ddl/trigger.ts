/** Triggers and policies. */
import type { Policy, Trigger } from "../define/definition.ts";
import { expressionText, nameText, refuse, type Subject, words, wordText } from "./argument.ts";
import { roleText } from "./privileges.ts";

/** The statements that make a trigger on a table, whose name is given as SQL. */
export function triggerStatements(operation: Subject, table: string, trigger: Trigger): string[] {
  const name = nameText(operation, "triggers.name", trigger.name);
  const { referencing, condition, constraint, deferrable, enabled } = trigger;
  if (trigger.events.length === 0) refuse(operation, "triggers.events", "at least one event", trigger.events);
  const create = words(
    "CREATE",
    constraint && "CONSTRAINT",
    `TRIGGER ${name}`,
    wordText(operation, "triggers.when", trigger.when, ["before", "after", "instead of"]),
    trigger.events.map((event) => eventText(operation, event)).join(" OR "),
    `ON ${table}`,
    deferrable === true && "DEFERRABLE",
    deferrable === "deferred" && "DEFERRABLE INITIALLY DEFERRED",
    referencing !== undefined && "REFERENCING",
    referencing?.old !== undefined && `OLD TABLE AS ${nameText(operation, "referencing.old", referencing.old)}`,
    referencing?.new !== undefined && `NEW TABLE AS ${nameText(operation, "referencing.new", referencing.new)}`,
    `FOR EACH ${wordText(operation, "triggers.forEach", trigger.forEach ?? "row", ["row", "statement"])}`,
    condition !== undefined && `WHEN (${expressionText(operation, "triggers.condition", condition)})`,
    `EXECUTE FUNCTION ${callText(expressionText(operation, "triggers.execute", trigger.execute))}`,
  );
  const state = { always: "ENABLE ALWAYS", replica: "ENABLE REPLICA", disabled: "DISABLE" };
  return [create, ...(enabled === undefined ? [] : [`ALTER TABLE ${table} ${state[enabled]} TRIGGER ${name}`])];
}

/** `"update of email, name"`: the event's word, then columns that are names. */
function eventText(operation: Subject, event: string): string {
  const match = /^(insert|update|delete|truncate)(?:\s+of\s+(.+))?$/i.exec(event.trim());
  if (match === null) return refuse(operation, "triggers.events", `"insert", "update of column" or the like`, event);
  const [, word = "", columns] = match;
  if (columns === undefined) return word.toUpperCase();
  return `UPDATE OF ${columns.split(",").map((column) => nameText(operation, "events", column.trim())).join(", ")}`;
}

function callText(call: string): string {
  return call.trimEnd().endsWith(")") ? call : `${call}()`;
}

/** `CREATE POLICY own ON items AS PERMISSIVE FOR SELECT TO app USING (owner = current_user)` */
export function policyStatement(operation: Subject, table: string, policy: Policy): string {
  const { using, withCheck, to } = policy;
  const commands = ["all", "select", "insert", "update", "delete"];
  return words(
    `CREATE POLICY ${nameText(operation, "policies.name", policy.name)} ON ${table}`,
    policy.as !== undefined && `AS ${wordText(operation, "policies.as", policy.as, ["permissive", "restrictive"])}`,
    policy.for !== undefined && `FOR ${wordText(operation, "policies.for", policy.for, commands)}`,
    to !== undefined && to.length > 0 && `TO ${to.map((role) => roleText(operation, role)).join(", ")}`,
    using !== undefined && `USING (${expressionText(operation, "policies.using", using)})`,
    withCheck !== undefined && `WITH CHECK (${expressionText(operation, "policies.withCheck", withCheck)})`,
  );
}
