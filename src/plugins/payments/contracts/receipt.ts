import { z } from 'zod';
import { receipt } from './instalment';
import { one } from './lists';
import { defineRoute } from './route';
import { day, decimal, documentId, noBody, noQuery, text } from './values';

/** Largest file that a receipt may carry, in bytes. */
export const RECEIPT_FILE_BYTES = 5 * 1024 * 1024;

/** What a receipt's file may be, by its content. */
export const receiptFileTypes = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'] as const;

/** The fields of "I have paid"; `amount` is in the payment's currency. */
export const newReceipt = z.strictObject({
  paidOn: day,
  amount: decimal,
  comment: text(1_000).optional(),
});

const exampleReceipt = {
  documentId: 'r1e2c3e4i5p6t7a8b9c0d1e2',
  state: 'pending',
  paidOn: '2026-12-29',
  amount: { value: '850.00', currency: 'EUR' },
  comment: null,
  reason: null,
  hasFile: true,
};

export const createReceipt = defineRoute({
  id: 'createReceipt',
  scope: 'contact',
  method: 'POST',
  path: '/instalments/:documentId/receipts',
  summary: '"I have paid": reminders stop until staff review it; 409 where one waits already or nothing is outstanding',
  query: noQuery,
  body: newReceipt,
  file: { field: 'file', types: receiptFileTypes, bytes: RECEIPT_FILE_BYTES },
  status: 201,
  answer: one(receipt),
  example: {
    body: { paidOn: '2026-12-29', amount: '850.00' },
    answer: { data: exampleReceipt, meta: {} },
  },
});

export const withdrawReceipt = defineRoute({
  id: 'withdrawReceipt',
  scope: 'contact',
  method: 'DELETE',
  path: '/receipts/:documentId',
  summary: 'Takes back an own receipt that waits for review; 409 once it was reviewed',
  query: noQuery,
  body: noBody,
  answer: one(receipt),
  example: { answer: { data: { ...exampleReceipt, state: 'withdrawn' }, meta: {} } },
});

/** A file is answered as it is; the schema stands for its bytes. */
const bytes = z.string();

export const getReceiptFile = defineRoute({
  id: 'getReceiptFile',
  scope: 'contact',
  method: 'GET',
  path: '/receipts/:documentId/file',
  summary: 'The file of an own receipt',
  query: noQuery,
  body: noBody,
  media: receiptFileTypes,
  answer: bytes,
  example: { answer: '%PDF-1.7 …' },
});

export const getAttachment = defineRoute({
  id: 'getAttachment',
  scope: 'contact',
  method: 'GET',
  path: '/obligations/:documentId/attachments/:id',
  summary: "A file that the office attached, such as the institution's notice",
  query: noQuery,
  body: noBody,
  media: receiptFileTypes,
  answer: bytes,
  example: { answer: '%PDF-1.7 …' },
});

export const getQrCode = defineRoute({
  id: 'getQrCode',
  scope: 'contact',
  method: 'GET',
  path: '/instalments/:documentId/qr.svg',
  summary: 'EPC QR code that pays what is outstanding; 409 with the reason where none is possible',
  query: noQuery,
  body: noBody,
  media: 'image/svg+xml',
  answer: bytes,
  example: { answer: '<svg xmlns="http://www.w3.org/2000/svg" …' },
});

export const createReceiptByLink = defineRoute({
  id: 'createReceiptByLink',
  scope: 'public',
  method: 'POST',
  path: '/links/:token/receipts',
  summary: '"I have paid" from a signed link, for one of its instalments',
  query: noQuery,
  body: newReceipt.extend({ instalment: documentId }),
  file: { field: 'file', types: receiptFileTypes, bytes: RECEIPT_FILE_BYTES },
  status: 201,
  answer: one(receipt),
  example: {
    body: { instalment: 'z9y8x7w6v5u4t3s2r1q0p9o8', paidOn: '2026-12-29', amount: '850.00' },
    answer: { data: { ...exampleReceipt, hasFile: false }, meta: {} },
  },
});
