/** The one table of kinds: a kind that is missing here does not compile. */
import type { Fact, FactOf, Kind } from "./fact.ts";
import type { Alteration, KindSpec, Sides, Target } from "./kind.ts";
import { aggregate } from "./kinds/aggregate.ts";
import { attribute } from "./kinds/attribute.ts";
import { cast } from "./kinds/cast.ts";
import { cluster } from "./kinds/cluster.ts";
import { collation } from "./kinds/collation.ts";
import { column } from "./kinds/column.ts";
import { comment } from "./kinds/comment.ts";
import { composite } from "./kinds/composite.ts";
import { constraint } from "./kinds/constraint.ts";
import { conversion } from "./kinds/conversion.ts";
import { defaultValue } from "./kinds/default.ts";
import { defaultPrivilege } from "./kinds/default-privilege.ts";
import { dictionary } from "./kinds/dictionary.ts";
import { domain } from "./kinds/domain.ts";
import { domainConstraint } from "./kinds/domain-constraint.ts";
import { enumeration } from "./kinds/enum.ts";
import { eventTrigger } from "./kinds/event-trigger.ts";
import { extension } from "./kinds/extension.ts";
import { routine } from "./kinds/function.ts";
import { identity } from "./kinds/identity.ts";
import { index } from "./kinds/index.ts";
import { indexAttachment } from "./kinds/index-attachment.ts";
import { inheritance } from "./kinds/inheritance.ts";
import { notNull } from "./kinds/not-null.ts";
import { operator } from "./kinds/operator.ts";
import { operatorClass } from "./kinds/operator-class.ts";
import { operatorFamily } from "./kinds/operator-family.ts";
import { ownedBy } from "./kinds/owned-by.ts";
import { owner } from "./kinds/owner.ts";
import { partitionTrigger } from "./kinds/partition-trigger.ts";
import { policy } from "./kinds/policy.ts";
import { privilege } from "./kinds/privilege.ts";
import { publication } from "./kinds/publication.ts";
import { publicationSchema } from "./kinds/publication-schema.ts";
import { publicationTable } from "./kinds/publication-table.ts";
import { range } from "./kinds/range.ts";
import { replicaIdentity } from "./kinds/replica-identity.ts";
import { rule } from "./kinds/rule.ts";
import { schema } from "./kinds/schema.ts";
import { searchConfiguration } from "./kinds/search-configuration.ts";
import { sequence } from "./kinds/sequence.ts";
import { server } from "./kinds/server.ts";
import { statistics } from "./kinds/statistics.ts";
import { table } from "./kinds/table.ts";
import { trigger } from "./kinds/trigger.ts";
import { userMapping } from "./kinds/user-mapping.ts";
import { view } from "./kinds/view.ts";
import { viewColumn } from "./kinds/view-column.ts";
import { wrapper } from "./kinds/wrapper.ts";
import type { Side } from "./side.ts";
import type { Step } from "./statement.ts";

/** Every kind's spec. */
export const kinds: { readonly [K in Kind]: KindSpec<K> } = {
  aggregate,
  attribute,
  cast,
  cluster,
  collation,
  column,
  comment,
  composite,
  constraint,
  conversion,
  default: defaultValue,
  defaultPrivilege,
  dictionary,
  domain,
  domainConstraint,
  enum: enumeration,
  eventTrigger,
  extension,
  function: routine,
  identity,
  index,
  indexAttachment,
  inheritance,
  notNull,
  operator,
  operatorClass,
  operatorFamily,
  ownedBy,
  owner,
  partitionTrigger,
  policy,
  privilege,
  publication,
  publicationSchema,
  publicationTable,
  range,
  replicaIdentity,
  rule,
  schema,
  searchConfiguration,
  sequence,
  server,
  statistics,
  table,
  trigger,
  userMapping,
  view,
  viewColumn,
  wrapper,
};

/** A kind's spec for callers that hold any fact: every answer that a kind leaves out has its default. */
export interface AnySpec {
  readonly rank: number;
  readonly ignored: readonly string[];
  readonly carried: (fact: Fact) => boolean;
  readonly inline: (fact: Fact, want: Side) => string | null;
  readonly create: (fact: Fact, want: Side, parts: readonly Fact[], have: Side) => readonly Step[];
  readonly alter: (have: Fact, want: Fact, sides: Sides) => Alteration;
  readonly drop: (fact: Fact, have: Side, want: Side) => readonly Step[];
  readonly slots: (fact: Fact) => readonly string[];
  readonly target: (fact: Fact, side: Side) => Target | null;
  readonly inheritedFrom: (fact: Fact, side: Side) => readonly string[];
  readonly position: (fact: Fact) => number;
}

/**
 * The other cast of the room: a table keyed by the tag is looked up by a fact's own tag, so that the functions found there
 * take that fact; the compiler loses the tie between the two once the fact is one of a union.
 */
function open<K extends Kind>(spec: KindSpec<K>): AnySpec {
  const as = (fact: Fact) => fact as unknown as FactOf<K>;
  return {
    rank: spec.rank,
    ignored: (spec.ignored ?? []) as readonly string[],
    carried: (fact) => spec.carried?.(as(fact)) ?? false,
    inline: (fact, want) => spec.inline?.(as(fact), want) ?? null,
    create: (fact, want, parts, have) => spec.create(as(fact), want, parts, have),
    alter: (have, want, sides) => spec.alter(as(have), as(want), sides),
    drop: (fact, have, want) => spec.drop(as(fact), have, want),
    slots: (fact) => spec.slots?.(as(fact)) ?? [],
    target: (fact, side) => spec.target?.(as(fact), side) ?? null,
    inheritedFrom: (fact, side) => spec.inheritedFrom?.(as(fact), side) ?? [],
    position: (fact) => spec.position?.(as(fact)) ?? 0,
  };
}

const opened = new Map<Kind, AnySpec>();

/** The spec of a fact's kind. */
export function specOf(fact: Fact): AnySpec {
  let spec = opened.get(fact.kind);
  if (spec === undefined) opened.set(fact.kind, spec = open<Kind>(kinds[fact.kind] as unknown as KindSpec<Kind>));
  return spec;
}
