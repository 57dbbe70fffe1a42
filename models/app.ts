import { sql, table, z } from "migrate:kit";

/** What an application may show of a user; the table below adds what it may not. */
const Profile = z.object({
  id: z.uuid().meta({ primaryKey: true, default: sql`gen_random_uuid()` }),
  email: z.email(),
  isActive: z.boolean().default(true),
  fullName: z.string().nullable(),
});

export const User = table(
  "users",
  Profile.extend({
    hashedPassword: z.string(),
    isSuperuser: z.boolean().default(false),
    createdAt: z.date().meta({ default: sql`now()` }),
    lastSignInAt: z.date().nullable().meta({ index: true }),
  }),
  { naming: "snake_case", indexes: [{ columns: ["email"], unique: true }] },
);

export const Item = table(
  "items",
  z.object({
    id: z.uuid().meta({ primaryKey: true, default: sql`gen_random_uuid()` }),
    title: z.string().max(255),
    description: z.string().nullable(),
    ownerId: z.uuid().meta({ references: () => User.id, onDelete: "cascade", index: true }),
  }),
  { naming: "snake_case", comment: "What people own" },
);
