import type { ObligationItem } from '../../../client/src';
import { Link } from '../app/Link';
import { obligationPath } from '../app/route';
import { useWords } from '../i18n/WordsProvider';
import { useLive } from '../live/LiveProvider';
import { StateMark } from '../ui/StateMark';
import type { ShownState } from '../ui/StateMark';

interface ObligationRowProps {
  item: ObligationItem;
  today: string;
  /** Shown where the contact acts for several. */
  withCustomer: boolean;
}

/** What the row says of its state; nothing where the section says it already. */
const notableState = ({ state, next }: ObligationItem): ShownState | null => {
  if (state === 'settled') return 'paid';
  if (state === 'cancelled') return 'cancelled';
  return next !== null && next.state !== 'upcoming' ? next.state : null;
};

const When = ({ item, today }: { item: ObligationItem; today: string }) => {
  const { day, distance } = useWords();
  if (item.nextDueDate === null) return null;
  const away = distance(item.nextDueDate, today);
  return (
    <span className="row__when">
      <b>{day(item.nextDueDate, today)}</b>
      {away === null ? null : <span> · {away}</span>}
    </span>
  );
};

const Details = ({ item, withCustomer }: { item: ObligationItem; withCustomer: boolean }) => {
  const { t } = useWords();
  const { institution, next, customer } = item;
  const position = next !== null && next.of > 1 ? t('pay.positionShort', { number: next.number, of: next.of }) : null;
  const details = [institution?.name, position, withCustomer ? customer.name : null].filter(Boolean);
  return details.length === 0 ? null : <span className="row__details">{details.join(' · ')}</span>;
};

export const ObligationRow = ({ item, today, withCustomer }: ObligationRowProps) => {
  const { t, money } = useWords();
  const kind = useLive().news.get(item.documentId);
  const state = notableState(item);
  const isOpen = item.state === 'open' || item.state === 'overdue';
  return (
    <li className={kind === undefined ? 'row' : 'row row--news'}>
      <Link to={obligationPath(item.documentId)} className="row__link">
        <span className="row__title">{item.title}</span>
        <span className="row__amount">{money(isOpen ? (item.next?.outstanding ?? item.outstanding) : item.total)}</span>
        <span className="row__facts">
          {isOpen ? <When item={item} today={today} /> : null}
          <Details item={item} withCustomer={withCustomer} />
          <span className="row__marks">
            {state === null ? null : <StateMark state={state} />}
            {kind === undefined ? null : (
              <span className="tag">{t(kind === 'created' ? 'live.new' : 'live.updated')}</span>
            )}
          </span>
        </span>
      </Link>
    </li>
  );
};
