import type { PublicPage } from '../app/route';
import { ForgottenPage } from './ForgottenPage';
import { InvitationPage } from './InvitationPage';
import { LinkPage } from './LinkPage';
import { UnsubscribePage } from './UnsubscribePage';

const pages = {
  forgotten: ForgottenPage,
  invitation: InvitationPage,
  link: LinkPage,
  unsubscribe: UnsubscribePage,
} satisfies Record<PublicPage, () => JSX.Element>;

/** The pages of those who are not signed in, fetched together when one of them is opened. */
export const PublicPages = ({ page }: { page: PublicPage }) => {
  const Page = pages[page];
  return <Page />;
};
