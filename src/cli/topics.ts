/** The pages of `migrate help TOPIC`, as data. */

/** A part of a page: paragraphs, then terms with their meaning. */
export interface TopicPart {
  readonly title?: string;
  readonly paragraphs?: readonly string[];
  readonly rows?: readonly (readonly [term: string, meaning: string])[];
}

export interface Topic {
  readonly name: string;
  readonly summary: string;
  /** `options` and `exit-codes` get their rows from the table. */
  readonly from?: "options" | "exits";
  readonly parts: readonly TopicPart[];
}

export const topics: readonly Topic[] = [
  { name: "options", summary: "Options of every command", from: "options", parts: [] },
  { name: "exit-codes", summary: "What a command ends with", from: "exits", parts: [] },
  {
    name: "identifiers",
    summary: "How to name a revision",
    parts: [{
      rows: [
        ["74e0c7445ce9", "a full id"],
        ["billing", "a branch label: the revision that carries it"],
        ["74e0", "a prefix of an id or label of four or more characters, if only one starts so"],
        ["head", "the only head; with several heads an error that lists them"],
        ["heads", "all heads"],
        ["base", "nothing: before the first revision"],
        ["current", "the applied tips, for show, edit, ranges and --from"],
        ["billing@head", "the head of a branch; also billing@heads, billing@base, billing@74e0"],
        ["+2, -1", "relative to where the database is: two further, one back"],
        ["74e0+2, head-1", "relative to a revision"],
        ["billing@+1", "relative, along one branch"],
        ["A:B", "a range, for history -r and --sql; either end may be left out"],
      ],
    }],
  },
  {
    name: "url",
    summary: "How to name a database",
    parts: [
      {
        rows: [
          ["postgres://user@host:5432/name", "a server; postgresql:// means the same"],
          ["postgres://%2Frun%2Fpostgresql/name", "a server by its Unix socket's directory"],
          ["postgres://a,b/name?target_session_attrs=read-write", "the first of several hosts that accepts writes"],
          ["pglite:DIR", "the embedded PostgreSQL, with its data in DIR"],
          ["pglite:memory", "the embedded PostgreSQL, which keeps nothing"],
        ],
      },
      {
        title: "The first of these that is set is used",
        rows: [
          ["--url, --url-file", "on the command line"],
          ["MIGRATE_URL", "in the environment"],
          ["[env.NAME] url", "of the chosen environment in the config"],
          ["url", "at the top of the config"],
          ["DATABASE_URL", "in the environment"],
          ["PGHOST, PGDATABASE, PGSERVICE, …", "in the environment, as for psql"],
        ],
      },
      {
        paragraphs: [
          "sslmode, sslrootcert, sslcert, sslkey, options, application_name, connect_timeout and target_session_attrs work as in libpq; so do .pgpass and pg_service.conf. Keep a password out of the URL: use .pgpass, PGPASSWORD, or --url-file with a mounted secret. Output never shows one.",
        ],
      },
    ],
  },
  {
    name: "config",
    summary: "What migrate.toml may say",
    parts: [
      {
        paragraphs: [
          "The file is looked for in the working directory and upwards. A value is taken from the first of: a flag, a MIGRATE_* variable, [env.NAME], the top level, the default. `migrate config show` prints each value with its source, `migrate config schema` the JSON Schema for editors.",
        ],
      },
      {
        rows: [
          ["url", 'the database; "${DATABASE_URL}" and "${NAME:-text}" take it from the environment'],
          ["migrations", 'directories of revisions; ["migrations"]'],
          ["models", "files that say what the schema should be"],
          ["file_template", '"{created}_{rev}_{slug}"'],
          ["format", 'what revision writes: "sql" or "ts"'],
          ["transaction", '"revision": one transaction each; "all": one for the whole run'],
          ["lock_timeout, lock_retries", "how long a statement waits for a table's lock, and how often it tries again"],
          ["statement_timeout", 'limit of one statement; "0" means none'],
          ["run_lock, run_lock_wait", '"advisory", or "lease" behind a pooler; how long to wait for another run'],
          ["history_table, log_table", "names of the program's own tables"],
          ["out_of_order", '"error", "warn" or "allow": pending revisions below applied ones'],
          ["typescript", '"deny" refuses TypeScript revisions and config on this machine'],
          ["role", "SET ROLE after connecting"],
          ["[hooks] after_write", "commands to run on a newly written file"],
          ["[env.NAME]", "the same keys for one environment; protected = true guards it"],
        ],
      },
    ],
  },
  {
    name: "environment",
    summary: "Variables that are read",
    parts: [{
      rows: [
        ["MIGRATE_CONFIG", "the config file, as --config"],
        ["MIGRATE_ENV", "the environment, as --env"],
        ["MIGRATE_URL", "the database, as --url"],
        ["MIGRATE_…", "any setting: MIGRATE_LOCK_TIMEOUT=2s is lock_timeout"],
        ["DATABASE_URL", "the database, when nothing else names one"],
        ["PGHOST, PGPORT, PGUSER, PGPASSWORD, …", "as for psql"],
        ["NO_COLOR, CLICOLOR_FORCE, TERM", "no colour; colour also without a terminal; dumb: no colour"],
        ["VISUAL, EDITOR", "the editor of edit and --edit"],
        ["COLUMNS", "the width to write for where there is no terminal"],
      ],
    }],
  },
  {
    name: "revisions",
    summary: "What a revision file looks like",
    parts: [
      {
        paragraphs: [
          "The header is comments: the first line is the message, then `revision`, `parents` (or none), and where needed `depends-on`, `labels`, `variables`, `created`. Reading a directory reads headers only.",
        ],
      },
      {
        rows: [
          ["-- migrate:up", "statements that apply it, in one transaction"],
          ["-- migrate:up transaction:false", "each statement by itself, as CREATE INDEX CONCURRENTLY needs"],
          ["-- migrate:down", "statements that take it back; without one the revision is irreversible"],
        ],
      },
      {
        paragraphs: [
          'A TypeScript revision has the same header after //, and exports up and down: arrays of operations from "migrate:kit", or functions that return one. `migrate types` writes the declarations that an editor needs.',
        ],
      },
    ],
  },
  {
    name: "json",
    summary: "Output for programs",
    parts: [{
      paragraphs: [
        'With --json every command prints one document on standard output: {"ok":true,"command":…,"version":1,…}, or {"ok":false,"error":{"code":…}} with the same exit code as without it. Several problems stand in "errors" too.',
        "With --json=lines a run prints one event a line while it goes on, and the document as its last line.",
        "`migrate json schema COMMAND` prints the JSON Schema of each shape; the shapes only grow within a version.",
      ],
    }],
  },
];
