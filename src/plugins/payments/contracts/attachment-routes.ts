import { z } from 'zod';
import { attachedFiles } from './attachments';
import { one } from './lists';
import { staffPayment } from './payment';
import { examplePayment } from './payment-example';
import { deletePayment } from './payment-routes';
import { defineRoute } from './route';
import { flag, noBody, noQuery } from './values';

const onePayment = one(staffPayment);
const exampleAnswer = { data: examplePayment, meta: {} };

export const addAttachment = defineRoute({
  id: 'addAttachment',
  scope: 'staff',
  method: 'POST',
  path: '/payments/:documentId/attachments',
  summary: "Attaches a file that the customer sees, such as the institution's notice",
  action: 'update',
  query: noQuery,
  body: z.strictObject({ revision: z.coerce.number().int().min(1), sendEmail: flag }),
  file: { field: 'file', ...attachedFiles },
  answer: onePayment,
  example: { body: { revision: '1', sendEmail: 'true' }, answer: exampleAnswer },
});

export const removeAttachment = defineRoute({
  id: 'removeAttachment',
  scope: 'staff',
  method: 'DELETE',
  path: '/payments/:documentId/attachments/:id',
  summary: 'Takes a file away',
  action: 'update',
  query: deletePayment.query,
  body: noBody,
  answer: onePayment,
  example: { query: { revision: '1', sendEmail: 'false' }, answer: exampleAnswer },
});

export const readAttachment = defineRoute({
  id: 'readAttachment',
  scope: 'staff',
  method: 'GET',
  path: '/payments/:documentId/attachments/:id',
  summary: 'A file that is attached to a payment',
  action: 'read',
  query: noQuery,
  body: noBody,
  media: 'application/octet-stream',
  answer: z.string(),
  example: { answer: '%PDF-1.7 …' },
});
