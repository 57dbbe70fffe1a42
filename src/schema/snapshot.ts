/** A schema as one plain value. */
import { type Fact, keyOf } from "./fact.ts";

/** Something in the catalog that no kind of fact describes. */
export interface Unmodelled {
  /** PostgreSQL's word for it: `subscription`, `transform`, … */
  readonly kind: string;
  readonly name: string;
}

/** Everything that a reading of a database found. Plain data: it can be written as JSON and read back. */
export interface Snapshot {
  /** For example 180004; 0 for a snapshot that no server was asked for. */
  readonly serverVersion: number;
  /** The role that read it: new objects belong to it unless told otherwise. */
  readonly user: string;
  readonly facts: readonly Fact[];
  readonly unmodelled: readonly Unmodelled[];
  /** Casts that an assignment makes by itself, `from>to` by type name: where ALTER … TYPE needs no USING. */
  readonly casts: readonly string[];
  /** Whether things were there that the project leaves alone: they may stand in the way of others, or be meant by a name. */
  readonly leftOut?: boolean;
}

/** The snapshot of a database that has nothing in it but what every new one has. */
export const emptySnapshot: Snapshot = {
  serverVersion: 0,
  user: "",
  facts: [
    { kind: "schema", key: "schema:public", parent: null, name: ["public"], body: {}, needs: [], follows: [] },
    {
      kind: "comment",
      key: keyOf("comment", ["schema:public"]),
      parent: "schema:public",
      name: ["schema:public"],
      body: { text: "standard public schema" },
      needs: [],
      follows: [],
    },
  ],
  unmodelled: [],
  casts: [],
};
