-- A table comes with its keys, its checks and its index; its foreign key reads no rows of the table it points at.

-- [have]
CREATE TABLE users (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
INSERT INTO users DEFAULT VALUES;

-- [want]
CREATE TABLE users (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
CREATE TABLE posts (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  author bigint NOT NULL REFERENCES users ON DELETE CASCADE,
  slug text NOT NULL UNIQUE,
  body text DEFAULT '' CHECK (length(body) < 10000)
);
CREATE INDEX posts_author ON posts (author);
COMMENT ON TABLE posts IS 'What users write';

-- [sql]
-- migrate:up
CREATE TABLE public.posts (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  author bigint NOT NULL,
  slug text NOT NULL,
  body text DEFAULT ''::text,
  CONSTRAINT posts_pkey PRIMARY KEY (id),
  CONSTRAINT posts_slug_key UNIQUE (slug),
  CONSTRAINT posts_body_check CHECK ((length(body) < 10000)),
  CONSTRAINT posts_author_fkey FOREIGN KEY (author) REFERENCES public.users(id) ON DELETE CASCADE
);

CREATE INDEX posts_author ON public.posts USING btree (author);

COMMENT ON TABLE public.posts IS 'What users write';

-- migrate:down
-- Loses data
DROP TABLE public.posts;

-- [typescript]
import { commentOnTable, createIndex, createTable, dropTable, sql } from "migrate:kit";

export const up = [
  createTable("posts", {
    id: { type: "bigint", identity: "always", null: false },
    author: { type: "bigint", null: false },
    slug: { type: "text", null: false },
    body: { type: "text", default: sql`''::text` },
  }, {
    primaryKey: { name: "posts_pkey", columns: ["id"] },
    uniques: [{ name: "posts_slug_key", columns: ["slug"] }],
    checks: [{ name: "posts_body_check", expression: sql`length(body) < 10000` }],
    foreignKeys: [
      {
        name: "posts_author_fkey",
        columns: ["author"],
        references: { table: "users", columns: ["id"], onDelete: "cascade" },
      },
    ],
  }),
  createIndex("posts_author", "posts", ["author"]),
  commentOnTable("posts", "What users write"),
];
export const down = [
  // Loses data
  dropTable("posts"),
];

-- [summary]
-- up: Create table public.posts | SHARE ROW EXCLUSIVE on public.users
-- up: Create index public.posts_author on public.posts
-- up: Set the comment on table public.posts
-- down: Drop table public.posts | ACCESS EXCLUSIVE on public.posts, loses data
