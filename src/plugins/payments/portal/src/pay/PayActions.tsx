import { createContext, useContext, useMemo } from 'react';
import type { ReactNode } from 'react';
import type { NewReceipt } from '../../../client/src';
import { useData } from '../data/DataProvider';
import { isTouchedBy } from '../data/resources';

/** What a reader may do with an obligation besides reading it; null is not offered. */
export interface PayActions {
  report(instalment: string, receipt: NewReceipt): Promise<void>;
  withdraw: ((receipt: string) => Promise<void>) | null;
  loadReceiptFile: ((receipt: string) => Promise<Blob>) | null;
  loadQrCode: ((instalment: string) => Promise<Blob>) | null;
  loadAttachment: ((attachment: string) => Promise<Blob>) | null;
}

const PayActionsContext = createContext<PayActions | null>(null);

export const PayActionsProvider = PayActionsContext.Provider;

export const usePayActions = (): PayActions => {
  const actions = useContext(PayActionsContext);
  if (actions === null) throw new Error('usePayActions needs a PayActionsProvider above it');
  return actions;
};

/** Everything, for a contact who is signed in. What they did themselves shows without waiting for the stream. */
export const SignedInPayActions = ({ obligation, children }: { obligation: string; children: ReactNode }) => {
  const { client, store } = useData();
  const actions = useMemo<PayActions>(() => {
    const refresh = (): void => store.invalidate(isTouchedBy(obligation));
    return {
      report: (instalment, receipt) => client.createReceipt(instalment, receipt).then(refresh),
      withdraw: (receipt) => client.withdrawReceipt(receipt).then(refresh),
      loadReceiptFile: (receipt) => client.getReceiptFile(receipt),
      loadQrCode: (instalment) => client.getQrCode(instalment),
      loadAttachment: (attachment) => client.getAttachment(obligation, attachment),
    };
  }, [client, store, obligation]);
  return <PayActionsProvider value={actions}>{children}</PayActionsProvider>;
};
