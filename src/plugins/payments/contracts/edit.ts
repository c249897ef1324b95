import { z } from 'zod';

/** What every edit says: the revision that the editor saw, and whether contacts are told. */
export const edit = { revision: z.int().min(1), sendEmail: z.boolean() };
