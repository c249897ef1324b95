import { z } from 'zod';
import { one } from './lists';
import { defineRoute } from './route';
import { named, noBody, noQuery } from './values';

export const listStaff = defineRoute({
  id: 'listStaff',
  scope: 'staff',
  method: 'GET',
  path: '/staff',
  summary: 'The members of staff who may answer for a customer, by name (at most 500)',
  action: 'read',
  query: noQuery,
  body: noBody,
  answer: one(z.array(named)),
  example: { answer: { data: [{ documentId: 's1t2a3f4f5m6e7m8b9e0r1a2', name: 'Maria Ioannou' }], meta: {} } },
});
