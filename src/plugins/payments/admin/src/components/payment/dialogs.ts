/** Dialogs about the payment as a whole. */
export type PaymentDialog = 'add' | 'replan' | 'cancel' | 'lose' | 'reopen' | 'pause' | 'resume' | 'delete';

/** Dialogs about the selected instalment. */
export type InstalmentDialog = 'edit' | 'settle' | 'unsettle' | 'remove';

export type OpenDialog = PaymentDialog | InstalmentDialog;

const OF_INSTALMENT: ReadonlySet<OpenDialog> = new Set<InstalmentDialog>(['edit', 'settle', 'unsettle', 'remove']);

export const isOfInstalment = (dialog: OpenDialog): dialog is InstalmentDialog => OF_INSTALMENT.has(dialog);
