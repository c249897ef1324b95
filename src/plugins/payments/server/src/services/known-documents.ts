import type { Core } from '@strapi/strapi';
import type { TableName } from '../constants';
import { invalidField } from '../http/errors';
import { findDocuments } from '../repositories/documents';

/**
 * Row keys of documents that a request names, in its order and each once.
 *
 * @param field where the list stands in the request
 * @throws a 400 that names the first one that does not exist
 */
export async function knownDocuments(
  strapi: Core.Strapi,
  name: TableName,
  documentIds: readonly string[],
  field: string,
): Promise<number[]> {
  const ids = await findDocuments(strapi, name, documentIds);
  return [...new Set(documentIds)].map((documentId) => {
    const id = ids.get(documentId);
    if (id !== undefined) return id;
    const message = `There is no document ${documentId}; choose one from the list`;
    throw invalidField([field, documentIds.indexOf(documentId)], message, 'document-unknown');
  });
}
