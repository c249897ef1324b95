import { receiptFileTypes } from './receipt';

/** Largest file that can be attached to a payment, in bytes. */
export const ATTACHMENT_BYTES = 10 * 1024 * 1024;

/** The most files of one payment. */
export const MOST_ATTACHMENTS = 20;

/** Which files may be attached. */
export const attachedFiles = { types: receiptFileTypes, bytes: ATTACHMENT_BYTES } as const;
