export type { RefreshTokenStore } from './access-tokens';
export { createPaymentsClient } from './client';
export type {
  InstalmentQuery,
  ListedInstalment,
  ObligationQuery,
  Page,
  PageQuery,
  PaymentsClient,
  PaymentsClientOptions,
  RequestOptions,
  SettingsChange,
} from './client';
export { PaymentsError } from './error';
export { createPaymentsLink, unsubscribe } from './link';
export type { PaymentsLink } from './link';
export type { LiveHint, LiveHintKind } from './live/hint';
export type { LiveHandlers, LiveStatus } from './live/subscribe';
export type { NewReceipt, Receipt } from './receipt';
export type { AccessTokenSource, Fetch, SiteOptions } from './request';
export { createSession } from './session';
export type { Session, SessionOptions, SignedInUser } from './session';
export type { LinkedObligation } from '../../contracts/access';
export type { ObligationInstalment } from '../../contracts/instalment';
export type { Me } from '../../contracts/me';
export type { Obligation, ObligationItem, Summary } from '../../contracts/obligation';
