import { z } from 'zod';
import { sortQuery } from './lists';
import { day, decimal, documentId, searchTerm } from './values';

/** What narrows the staff's list of payments, its totals and its export alike. */
export const paymentFilters = {
  /** Title, code, reference, customer's name or tax number; accents and case do not matter. */
  q: searchTerm.optional(),
  state: z.enum(['open', 'overdue', 'settled', 'cancelled', 'all']).default('open'),
  customer: documentId.optional(),
  institution: documentId.optional(),
  /** The member of staff who answers for the customer. */
  responsible: documentId.optional(),
  /** Window of the next due date, both ends included. */
  from: day.optional(),
  to: day.optional(),
  /** Window of the total, in the office's currency, both ends included. */
  least: decimal.optional(),
  most: decimal.optional(),
};

export const paymentSort = sortQuery(
  ['nextDueDate', 'title', 'customer', 'total', 'createdAt', 'updatedAt'],
  'nextDueDate:asc',
);
