import type { Me, PaymentsClient } from '../../../client/src';

/** Carries a change out and says what was done. */
export type Change = (task: (client: PaymentsClient) => Promise<Me>, saved: string) => Promise<void>;
