import type { ObligationInstalment } from '../../../client/src';
import { useWords } from '../i18n/WordsProvider';
import { InstalmentRow } from './InstalmentRow';

/** Up to here the whole plan is read at a glance; beyond, what is paid is folded away. */
const AT_A_GLANCE = 12;

interface InstalmentListProps {
  instalments: readonly ObligationInstalment[];
  /** Whether some have a payment code of their own, so that each shows its one. */
  ownCodes: boolean;
  /** DocumentIds of those that changed while the page was open. */
  changed: ReadonlySet<string>;
  /** DocumentId of the one that stands above, to be paid next. */
  toPay: string | null;
  today: string;
}

const Rows = ({ instalments, ownCodes, changed, toPay, today }: InstalmentListProps) => (
  <ol className="instalments">
    {instalments.map((instalment) => (
      <InstalmentRow
        key={instalment.documentId}
        instalment={instalment}
        showsCode={ownCodes}
        isToPay={instalment.documentId === toPay}
        isChanged={changed.has(instalment.documentId)}
        today={today}
      />
    ))}
  </ol>
);

/** The paid rows at the plan's head, before the first that is not. */
const countPaidFirst = (instalments: readonly ObligationInstalment[]): number => {
  const first = instalments.findIndex(({ state }) => state !== 'paid');
  return first === -1 ? instalments.length : first;
};

export const InstalmentList = (props: InstalmentListProps) => {
  const { t } = useWords();
  const { instalments, changed } = props;
  const paidFirst = countPaidFirst(instalments);
  const folds = instalments.length > AT_A_GLANCE && paidFirst > 1 && paidFirst < instalments.length;
  if (!folds) return <Rows {...props} />;
  const folded = instalments.slice(0, paidFirst);
  return (
    <>
      <details className="folded" open={folded.some(({ documentId }) => changed.has(documentId)) || undefined}>
        <summary>{t('obligation.paidRows', { count: paidFirst })}</summary>
        <Rows {...props} instalments={folded} />
      </details>
      <Rows {...props} instalments={instalments.slice(paidFirst)} />
    </>
  );
};
