/**
 * A schema is a set of small facts, each keyed by its kind and name: a table, a column, that column's default, a comment,
 * a grant. What belongs to another object names it as its parent; what PostgreSQL records in pg_depend becomes `needs`.
 */
import type { AggregateBody } from "./kinds/aggregate.ts";
import type { AttributeBody } from "./kinds/attribute.ts";
import type { CastBody } from "./kinds/cast.ts";
import type { ClusterBody } from "./kinds/cluster.ts";
import type { CollationBody } from "./kinds/collation.ts";
import type { ColumnBody } from "./kinds/column.ts";
import type { CommentBody } from "./kinds/comment.ts";
import type { CompositeBody } from "./kinds/composite.ts";
import type { ConstraintBody } from "./kinds/constraint.ts";
import type { ConversionBody } from "./kinds/conversion.ts";
import type { DefaultBody } from "./kinds/default.ts";
import type { DefaultPrivilegeBody } from "./kinds/default-privilege.ts";
import type { DictionaryBody } from "./kinds/dictionary.ts";
import type { DomainBody } from "./kinds/domain.ts";
import type { DomainConstraintBody } from "./kinds/domain-constraint.ts";
import type { EnumBody } from "./kinds/enum.ts";
import type { EventTriggerBody } from "./kinds/event-trigger.ts";
import type { ExtensionBody } from "./kinds/extension.ts";
import type { FunctionBody } from "./kinds/function.ts";
import type { IdentityBody } from "./kinds/identity.ts";
import type { IndexAttachmentBody } from "./kinds/index-attachment.ts";
import type { IndexBody } from "./kinds/index.ts";
import type { InheritanceBody } from "./kinds/inheritance.ts";
import type { NotNullBody } from "./kinds/not-null.ts";
import type { OperatorBody } from "./kinds/operator.ts";
import type { OperatorClassBody } from "./kinds/operator-class.ts";
import type { OperatorFamilyBody } from "./kinds/operator-family.ts";
import type { OwnedByBody } from "./kinds/owned-by.ts";
import type { OwnerBody } from "./kinds/owner.ts";
import type { PartitionTriggerBody } from "./kinds/partition-trigger.ts";
import type { PolicyBody } from "./kinds/policy.ts";
import type { PrivilegeBody } from "./kinds/privilege.ts";
import type { PublicationBody } from "./kinds/publication.ts";
import type { PublicationSchemaBody } from "./kinds/publication-schema.ts";
import type { PublicationTableBody } from "./kinds/publication-table.ts";
import type { RangeBody } from "./kinds/range.ts";
import type { ReplicaIdentityBody } from "./kinds/replica-identity.ts";
import type { RuleBody } from "./kinds/rule.ts";
import type { SchemaBody } from "./kinds/schema.ts";
import type { SearchConfigurationBody } from "./kinds/search-configuration.ts";
import type { SequenceBody } from "./kinds/sequence.ts";
import type { ServerBody } from "./kinds/server.ts";
import type { StatisticsBody } from "./kinds/statistics.ts";
import type { TableBody } from "./kinds/table.ts";
import type { TriggerBody } from "./kinds/trigger.ts";
import type { UserMappingBody } from "./kinds/user-mapping.ts";
import type { ViewBody } from "./kinds/view.ts";
import type { ViewColumnBody } from "./kinds/view-column.ts";
import type { WrapperBody } from "./kinds/wrapper.ts";

/** What each kind of fact says about itself. The keys are all the kinds there are. */
export interface Bodies {
  readonly aggregate: AggregateBody;
  readonly attribute: AttributeBody;
  readonly cast: CastBody;
  readonly cluster: ClusterBody;
  readonly collation: CollationBody;
  readonly column: ColumnBody;
  readonly comment: CommentBody;
  readonly composite: CompositeBody;
  readonly constraint: ConstraintBody;
  readonly conversion: ConversionBody;
  readonly default: DefaultBody;
  readonly defaultPrivilege: DefaultPrivilegeBody;
  readonly dictionary: DictionaryBody;
  readonly domain: DomainBody;
  readonly domainConstraint: DomainConstraintBody;
  readonly enum: EnumBody;
  readonly eventTrigger: EventTriggerBody;
  readonly extension: ExtensionBody;
  readonly function: FunctionBody;
  readonly identity: IdentityBody;
  readonly index: IndexBody;
  readonly indexAttachment: IndexAttachmentBody;
  readonly inheritance: InheritanceBody;
  readonly notNull: NotNullBody;
  readonly operator: OperatorBody;
  readonly operatorClass: OperatorClassBody;
  readonly operatorFamily: OperatorFamilyBody;
  readonly ownedBy: OwnedByBody;
  readonly owner: OwnerBody;
  readonly partitionTrigger: PartitionTriggerBody;
  readonly policy: PolicyBody;
  readonly privilege: PrivilegeBody;
  readonly publication: PublicationBody;
  readonly publicationSchema: PublicationSchemaBody;
  readonly publicationTable: PublicationTableBody;
  readonly range: RangeBody;
  readonly replicaIdentity: ReplicaIdentityBody;
  readonly rule: RuleBody;
  readonly schema: SchemaBody;
  readonly searchConfiguration: SearchConfigurationBody;
  readonly sequence: SequenceBody;
  readonly server: ServerBody;
  readonly statistics: StatisticsBody;
  readonly table: TableBody;
  readonly trigger: TriggerBody;
  readonly userMapping: UserMappingBody;
  readonly view: ViewBody;
  readonly viewColumn: ViewColumnBody;
  readonly wrapper: WrapperBody;
}

/** Every kind of fact. */
export type Kind = keyof Bodies;

/** A fact of one kind. */
export interface FactOf<K extends Kind> {
  readonly kind: K;
  /** Unique in a snapshot; see {@link keyOf}. */
  readonly key: string;
  /** Key of the object that this one is part of and disappears with; null for an object of its own. */
  readonly parent: string | null;
  /** Raw names, outermost first: schema, table, column. */
  readonly name: readonly string[];
  readonly body: Bodies[K];
  /** Keys of what must exist for this to exist (its parent is not repeated here). */
  readonly needs: readonly string[];
  /** Keys of objects with which PostgreSQL drops this one without being asked; some are among `needs`. */
  readonly follows: readonly string[];
}

/** Any fact. */
export type Fact = { [K in Kind]: FactOf<K> }[Kind];

/**
 * Writes the key of a fact: its kind and its names. A name that holds a dot or a quote mark is written as JSON, so that no
 * two lists of names share a key.
 *
 * ```ts
 * keyOf("column", ["public", "users", "email"]);   // column:public.users.email
 * ```
 */
export function keyOf(kind: Kind, name: readonly string[]): string {
  let key: string = kind;
  let mark = ":";
  for (const part of name) {
    key += mark + (/["\\.]/.test(part) ? JSON.stringify(part) : part);
    mark = ".";
  }
  return key;
}

/** Facts in the order of their keys, in which a snapshot has them; the list itself where it is in that order already. */
export function inKeyOrder(facts: readonly Fact[]): readonly Fact[] {
  for (let at = 1; at < facts.length; at++) {
    if ((facts[at - 1]?.key ?? "") > (facts[at]?.key ?? "")) {
      return facts.toSorted((a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
    }
  }
  return facts;
}

/** Says whether a fact is of one kind, for the compiler too. */
export function isKind<K extends Kind>(fact: Fact, kind: K): fact is Extract<Fact, { readonly kind: K }> {
  return fact.kind === kind;
}
