import { z } from "zod/mini";
import { quoteLiteral } from "../../sql/quote.ts";
import { address, roleOf } from "../catalog.ts";
import type { FactOf } from "../fact.ts";
import { alterBy, type KindSpec, replace } from "../kind.ts";
import { own } from "../names.ts";
import { type Step, step } from "../statement.ts";
import { switches } from "./trigger.ts";

const body = z.object({
  event: z.string(),
  tags: z.nullable(z.array(z.string())),
  function: z.string(),
  enabled: z.string(),
});
export type EventTriggerBody = Readonly<z.infer<typeof body>>;

function enable(fact: FactOf<"eventTrigger">): Step {
  const sql = `ALTER EVENT TRIGGER ${own(fact)} ${switches[fact.body.enabled] ?? "ENABLE"}`;
  return step(sql, `Switch event trigger ${own(fact)}`);
}

export const eventTrigger: KindSpec<"eventTrigger"> = {
  // Last: from here on it fires for what the plan itself does.
  rank: 95,
  query: () =>
    `SELECT ${address("eventTrigger", "e.oid")} AS id, NULL AS parent, json_build_array(e.evtname) AS name,
      ${roleOf("e.evtowner")} AS owner,
      json_build_object('event', e.evtevent, 'tags', to_json(e.evttags), 'enabled', e.evtenabled,
        'function', e.evtfoid::regproc::text) AS body
    FROM pg_catalog.pg_event_trigger e`,
  body,
  create: (fact) => {
    const { event, tags, function: call, enabled } = fact.body;
    const when = tags === null ? "" : ` WHEN TAG IN (${tags.map(quoteLiteral).join(", ")})`;
    const sql = `CREATE EVENT TRIGGER ${own(fact)} ON ${event}${when} EXECUTE FUNCTION ${call}()`;
    const made = step(sql, `Create event trigger ${own(fact)}`);
    return enabled === "O" ? [made] : [made, enable(fact)];
  },
  alter: (have, want) => {
    const strip = ({ event, tags, function: call }: EventTriggerBody) => JSON.stringify([event, tags, call]);
    return strip(have.body) === strip(want.body) ? alterBy([enable(want)]) : replace;
  },
  drop: (fact) => [step(`DROP EVENT TRIGGER ${own(fact)}`, `Drop event trigger ${own(fact)}`)],
  target: (fact) => ({ type: "EVENT TRIGGER", name: own(fact) }),
};
