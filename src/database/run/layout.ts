/** Which layout the tables of a database have. */
import type { Session } from "../session.ts";
import { sqlName, type TableNames } from "./table-names.ts";

/**
 * The layout of the history table, 0 when it or the log is missing (making the tables again leaves the one that is
 * there alone). `read` reads the number from the table's comment.
 */
export async function appliedLayout(
  session: Session,
  names: TableNames,
  read: (comment: string | null) => number,
): Promise<number> {
  const [row] = await session.query<{ both: boolean; comment: string | null }>(
    `select h is not null and pg_catalog.to_regclass($2) is not null as both,
  pg_catalog.obj_description(h::oid, 'pg_class') as comment
from pg_catalog.to_regclass($1) as h`,
    [sqlName(names.history), sqlName(names.log)],
  );
  return row?.both ? read(row.comment) : 0;
}
