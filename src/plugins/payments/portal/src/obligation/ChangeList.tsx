import { useWords } from '../i18n/WordsProvider';
import { describeChanges } from './describe';
import type { Described } from './describe';
import type { Change } from './difference';

/** What came from nothing has nothing to strike out. */
const Before = ({ value }: { value: string }) => {
  const { t } = useWords();
  return (
    <>
      <span className="visually-hidden">{t('change.was')} </span>
      <del>{value}</del>
      <span aria-hidden="true"> → </span>
      <span className="visually-hidden">, {t('change.now')} </span>
    </>
  );
};

const Value = ({ change }: { change: Extract<Described, { what: string }> }) => {
  const { t } = useWords();
  return (
    <>
      <span className="change__what">{change.what}</span>{' '}
      {change.before === null ? null : <Before value={change.before} />}
      <ins>{change.after ?? t('change.none')}</ins>
    </>
  );
};

interface ChangeListProps {
  changes: readonly Change[];
  currency: string;
  today: string;
}

/** Changes in words: what, old → new. */
export const ChangeList = ({ changes, currency, today }: ChangeListProps) => {
  const words = useWords();
  return (
    <ul className="changes">
      {describeChanges(changes, { words, currency, today }).map((change) => (
        <li key={change.key}>{'sentence' in change ? change.sentence : <Value change={change} />}</li>
      ))}
    </ul>
  );
};
