/** Each kind of definition as statements. */
import { quoteIdentifier, quoteLiteral } from "../../sql/quote.ts";
import { splitStatements } from "../../sql/split.ts";
import { valueText } from "../../sql/value.ts";
import type { DefinitionKind, DefinitionOf, DomainOptions } from "../define/definition.ts";
import {
  expressionText,
  nameOrSql,
  namesText,
  nameText,
  parametersText,
  qualifiedText,
  refuse,
  typeText,
  words,
  wordText,
} from "./argument.ts";
import { indexStatement } from "./indexes.ts";
import { commonStatements } from "./privileges.ts";
import { sequenceOptions } from "./sequence.ts";
import { triggerStatements } from "./trigger.ts";
import { isSql } from "../../sql/value.ts";

/** In which order kinds are written, so that most statements find what they need. */
export type Phase =
  | "schema"
  | "extension"
  | "type"
  | "sequence"
  | "function"
  | "table"
  | "ownership"
  | "index"
  | "foreignKey"
  | "view"
  | "trigger"
  | "policy"
  | "privilege"
  | "ddl";

/** The phases in order. */
export const phases: readonly Phase[] = [
  "schema",
  "extension",
  "type",
  "sequence",
  "function",
  "table",
  "ownership",
  "index",
  "foreignKey",
  "view",
  "trigger",
  "policy",
  "ddl",
  "privilege",
];

/** A statement with its place in the order. */
export interface Phased {
  readonly phase: Phase;
  readonly sql: string;
}

type Writers = { readonly [Kind in DefinitionKind]: (definition: DefinitionOf<Kind>) => readonly Phased[] };

function at(phase: Phase, statements: readonly string[]): Phased[] {
  return statements.map((sql) => ({ phase, sql }));
}

const writers: Writers = {
  enum: (type) => {
    const name = qualifiedText("enumType", "name", type.name, type.schema);
    const labels = type.values.map(quoteLiteral).join(", ");
    return at("type", [
      `CREATE TYPE ${name} AS ENUM (${labels})`,
      ...commonStatements("enumType", "TYPE", name, type),
    ]);
  },
  compositeType: (type) => {
    const name = qualifiedText("compositeType", "name", type.name, type.schema);
    const fields = Object.entries(type.fields).map(([field, base]) =>
      `${nameText("compositeType", "fields", field)} ${typeText("compositeType", field, base)}`
    );
    return at("type", [
      `CREATE TYPE ${name} AS (${fields.join(", ")})`,
      ...commonStatements("compositeType", "TYPE", name, type),
    ]);
  },
  domain: (domain) => {
    const name = qualifiedText("domain", "name", domain.name, domain.schema);
    const { collate } = domain;
    return at("type", [
      words(
        `CREATE DOMAIN ${name} AS ${typeText("domain", "base", domain.base)}`,
        collate !== undefined && `COLLATE ${nameOrSql("domain", "collate", collate)}`,
        domain.default !== undefined && `DEFAULT ${valueText(domain.default, "domain")}`,
        domain.null === false && "NOT NULL",
        domainChecks(domain),
      ),
      ...commonStatements("domain", "DOMAIN", name, domain),
    ]);
  },
  sequence: (sequence) => {
    const name = qualifiedText("sequence", "name", sequence.name, sequence.schema);
    const { ownedBy, ...options } = sequence;
    return [
      ...at("sequence", [
        words(`CREATE SEQUENCE ${name}`, sequenceOptions("sequence", options)),
        ...commonStatements("sequence", "SEQUENCE", name, sequence),
      ]),
      ...at(
        "ownership",
        ownedBy === undefined ? [] : [`ALTER SEQUENCE ${name} ${sequenceOptions("sequence", { ownedBy })}`],
      ),
    ];
  },
  extension: (extension) => {
    const name = nameText("extension", "name", extension.name);
    const { schema, version, cascade, comment } = extension;
    return at("extension", [
      words(
        `CREATE EXTENSION IF NOT EXISTS ${name}`,
        schema !== undefined && `SCHEMA ${nameText("extension", "schema", schema)}`,
        version !== undefined && `VERSION ${quoteLiteral(version)}`,
        cascade && "CASCADE",
      ),
      ...(comment === undefined ? [] : [`COMMENT ON EXTENSION ${name} IS ${quoteLiteral(comment)}`]),
    ]);
  },
  schema: (schema) => {
    const name = nameText("schema", "name", schema.name);
    return at("schema", [
      `CREATE SCHEMA IF NOT EXISTS ${name}`,
      ...commonStatements("schema", "SCHEMA", name, schema),
    ]);
  },
  function: functionStatements,
  view: (view) => {
    const name = qualifiedText("view", "name", view.name, view.schema);
    const { columns, checkOption, securityBarrier, securityInvoker } = view;
    const options = [
      ...(securityBarrier === undefined ? [] : [`security_barrier = ${securityBarrier}`]),
      ...(securityInvoker === undefined ? [] : [`security_invoker = ${securityInvoker}`]),
    ];
    const check = checkOption !== undefined && wordText("view", "checkOption", checkOption, ["local", "cascaded"]);
    return [
      ...at("view", [
        words(
          "CREATE",
          view.recursive && "RECURSIVE",
          `VIEW ${name}`,
          columns !== undefined && `(${namesText("view", "columns", columns)})`,
          options.length > 0 && `WITH (${options.join(", ")})`,
          `AS ${expressionText("view", "query", view.query)}`,
          check && `WITH ${check} CHECK OPTION`,
        ),
        ...commonStatements("view", "VIEW", name, view, "TABLE"),
      ]),
      ...at("trigger", (view.triggers ?? []).flatMap((trigger) => triggerStatements("view", name, trigger))),
    ];
  },
  materializedView: (view) => {
    const name = qualifiedText("materializedView", "name", view.name, view.schema);
    const { columns, using, tablespace, withData, indexes = [], schema } = view;
    return at("view", [
      words(
        `CREATE MATERIALIZED VIEW ${name}`,
        columns !== undefined && `(${namesText("materializedView", "columns", columns)})`,
        using !== undefined && `USING ${nameText("materializedView", "using", using)}`,
        view.with !== undefined && `WITH (${parametersText("materializedView", view.with)})`,
        tablespace !== undefined && `TABLESPACE ${nameText("materializedView", "tablespace", tablespace)}`,
        `AS ${expressionText("materializedView", "query", view.query)}`,
        withData === false && "WITH NO DATA",
      ),
      ...indexes.flatMap((index) => [
        indexStatement("materializedView", index.name ?? null, view.name, index.columns, {
          ...index,
          ...(schema === undefined ? {} : { schema }),
        }),
        ...(index.comment === undefined || index.name === undefined ? [] : [
          `COMMENT ON INDEX ${qualifiedText("index", "name", index.name, schema)} IS ${quoteLiteral(index.comment)}`,
        ]),
      ]),
      ...commonStatements("materializedView", "MATERIALIZED VIEW", name, view, "TABLE"),
    ]);
  },
  ddl: ({ text }) => at("ddl", splitStatements(text).map((statement) => statement.text)),
};

function domainChecks({ checks }: DomainOptions): string {
  if (checks === undefined) return "";
  if (typeof checks === "string" || isSql(checks)) return `CHECK (${expressionText("domain", "checks", checks)})`;
  return Object.entries(checks).map(([name, expression]) =>
    `CONSTRAINT ${nameText("domain", "checks", name)} CHECK (${expressionText("domain", "checks", expression)})`
  ).join(" ");
}

function functionStatements(fn: DefinitionOf<"function">): readonly Phased[] {
  const { returns, body, sqlBody } = fn;
  const kind = returns === null ? "PROCEDURE" : "FUNCTION";
  const name = qualifiedText("fn", "name", fn.name, fn.schema);
  const list = fn.arguments === undefined ? "" : expressionText("fn", "arguments", fn.arguments);
  if ((body === undefined) === (sqlBody === undefined)) refuse("fn", "body", "either body or sqlBody", body);
  const create = words(
    `CREATE ${kind} ${name}(${list})`,
    returns !== null && `RETURNS ${expressionText("fn", "returns", returns)}`,
    `LANGUAGE ${nameText("fn", "language", fn.language ?? "sql")}`,
    fn.volatility !== undefined && wordText("fn", "volatility", fn.volatility, ["immutable", "stable", "volatile"]),
    fn.strict && "STRICT",
    fn.securityDefiner && "SECURITY DEFINER",
    fn.leakproof && "LEAKPROOF",
    fn.parallel !== undefined &&
      `PARALLEL ${wordText("fn", "parallel", fn.parallel, ["safe", "restricted", "unsafe"])}`,
    fn.cost !== undefined && `COST ${Number(fn.cost)}`,
    fn.rows !== undefined && `ROWS ${Number(fn.rows)}`,
    ...Object.entries(fn.set ?? {}).map(([setting, value]) =>
      `SET ${setting.split(".").map((part) => nameText("fn", "set", part)).join(".")} TO ${
        setting === "search_path" ? searchPath(value) : quoteLiteral(value)
      }`
    ),
    body === undefined ? expressionText("fn", "sqlBody", sqlBody ?? "") : `AS ${dollarQuoted(body)}`,
  );
  const signature = `${name}(${signatureOf(list)})`;
  return [
    { phase: "function", sql: create },
    ...at("function", commonStatements("fn", kind, signature, fn)),
  ];
}

/** A path is a list of names: quoted as one text it would be one name. */
function searchPath(value: string): string {
  return value.trim() === ""
    ? "''"
    : value.split(",").map((name) => quoteIdentifier(name.trim().replace(/^"(.*)"$/, "$1"))).join(", ");
}

/** A body between dollar quotes that it does not hold itself, as people write it. */
function dollarQuoted(body: string): string {
  let tag = "";
  for (let number = 0; body.includes(`$${tag}`) && number < 1000; number += 1) tag = `body${number || ""}`;
  return `$${tag}$${body}$${tag}$`;
}

/** The arguments without their defaults, which COMMENT ON and GRANT do not take. */
function signatureOf(list: string): string {
  return splitArguments(list).map((argument) => argument.replace(/\s+(?:default|=)\s.*$/is, "")).join(", ");
}

function splitArguments(list: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = "";
  for (const match of list.matchAll(/'(?:[^']|'')*'|"(?:[^"]|"")*"|[\s\S]/g)) {
    const [text] = match;
    if (text === "(" || text === "[") depth += 1;
    if (text === ")" || text === "]") depth -= 1;
    if (text === "," && depth === 0) {
      parts.push(part.trim());
      part = "";
    } else part += text;
  }
  return part.trim() === "" ? parts : [...parts, part.trim()];
}

/** A definition's statements, each with its phase. */
export function definitionDdl<Kind extends DefinitionKind>(definition: DefinitionOf<Kind>): readonly Phased[] {
  return writers[definition.kind](definition);
}
