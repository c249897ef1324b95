import type { Core } from '@strapi/strapi';

/** A relation's join table as Strapi made it. */
export interface Link {
  readonly table: string;
  /** Column of the side that owns the attribute. */
  readonly source: string;
  /** Column of the other side. */
  readonly target: string;
  readonly orderColumn: string | null;
  readonly inverseOrderColumn: string | null;
}

/** Names and columns of a relation's join table, from Strapi's metadata: names are shortened there when they are long. */
export function linkOf(strapi: Core.Strapi, uid: string, attribute: string): Link {
  const { joinTable } = strapi.db.metadata.get(uid).attributes[attribute] as {
    joinTable?: {
      name: string;
      joinColumn: { name: string };
      inverseJoinColumn: { name: string };
      orderColumnName?: string;
      inverseOrderColumnName?: string;
    };
  };
  if (!joinTable) throw new Error(`${uid}.${attribute} has no join table`);
  return {
    table: joinTable.name,
    source: joinTable.joinColumn.name,
    target: joinTable.inverseJoinColumn.name,
    orderColumn: joinTable.orderColumnName ?? null,
    inverseOrderColumn: joinTable.inverseOrderColumnName ?? null,
  };
}
