import { createPaymentsClient, createPaymentsLink, createSession, unsubscribe } from '../../../client/src';
import type { PaymentsClient, PaymentsLink, Session } from '../../../client/src';
import type { PortalConfig } from '../app/config';

/** How the portal reaches the server, and as whom. */
export interface Access {
  readonly session: Session;
  readonly client: PaymentsClient;
  /** By the secret of a link from a mail, without a session. */
  openLink(token: string): PaymentsLink;
  unsubscribe(token: string): Promise<void>;
}

export const createAccess = ({ auth, payments }: PortalConfig): Access => {
  const session = createSession({ prefix: payments, authPrefix: auth });
  return {
    session,
    client: createPaymentsClient({ prefix: payments, getAccessToken: session.getAccessToken }),
    openLink: (token) => createPaymentsLink({ prefix: payments, token }),
    unsubscribe: (token) => unsubscribe({ prefix: payments, token }),
  };
};
