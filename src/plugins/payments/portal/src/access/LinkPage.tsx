import { useCallback, useEffect, useMemo, useState } from 'react';
import { PaymentsError } from '../../../client/src';
import type { LinkedObligation } from '../../../client/src';
import { Link } from '../app/Link';
import { Main } from '../app/Main';
import { useSecret } from '../app/navigation';
import { logPath } from '../app/route';
import { useWords } from '../i18n/WordsProvider';
import { ObligationView } from '../obligation/ObligationView';
import { PayActionsProvider } from '../pay/PayActions';
import type { PayActions } from '../pay/PayActions';
import { useSession } from '../session/SessionProvider';
import { Problem } from '../ui/Problem';
import { LoadingWord, Skeleton } from '../ui/Skeleton';
import { PublicFrame } from './PublicFrame';

type LinkState = { data: LinkedObligation } | { error: unknown } | null;

/** What the link opens, and again after the reader has reported a payment. */
const useLinked = (token: string) => {
  const { access } = useSession();
  const link = useMemo(() => access.openLink(token), [access, token]);
  const [state, setState] = useState<LinkState>(null);
  const load = useCallback(
    () =>
      link.get().then(
        (data) => setState({ data }),
        (error: unknown) => setState({ error }),
      ),
    [link],
  );
  useEffect(() => void load(), [load]);

  const actions = useMemo<PayActions>(
    () => ({
      report: async (instalment, receipt) => {
        await link.createReceipt(instalment, receipt);
        await load();
      },
      withdraw: null,
      loadReceiptFile: null,
      loadQrCode: null,
      loadAttachment: null,
    }),
    [link, load],
  );
  return { state, load, actions };
};

const isOver = (error: unknown): boolean => error instanceof PaymentsError && error.status === 404;

const SignInLink = () => (
  <Link to={logPath} className="button button--quiet">
    {useWords().t('link.all')}
  </Link>
);

/** One obligation by the secret of a mail, to read and to report as paid. */
export const LinkPage = () => {
  const { t } = useWords();
  const { state, load, actions } = useLinked(useSecret());

  if (state !== null && 'error' in state && isOver(state.error)) {
    return (
      <PublicFrame title={t('invitation.over.title')} lead={t('link.over.text')}>
        <SignInLink />
      </PublicFrame>
    );
  }
  return (
    <Main>
      {state === null ? (
        <>
          <LoadingWord />
          <Skeleton shape="heading" />
          <Skeleton shape="card" />
        </>
      ) : 'error' in state ? (
        <Problem error={state.error} onRetry={() => void load()} />
      ) : (
        <PayActionsProvider value={actions}>
          <p className="page-from">{state.data.office}</p>
          <ObligationView
            obligation={state.data.obligation}
            summary={{ ...state.data, customers: [state.data.obligation.customer] }}
          />
          <SignInLink />
        </PayActionsProvider>
      )}
    </Main>
  );
};
