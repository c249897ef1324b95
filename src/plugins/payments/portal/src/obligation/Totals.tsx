import type { Obligation } from '../../../client/src';
import { fractionOf, isNothing } from '../format/money';
import { useWords } from '../i18n/WordsProvider';

/** How much of it is paid: a bar to see, figures to know. */
export const Totals = ({ obligation }: { obligation: Obligation }) => {
  const { t, money } = useWords();
  const { total, paid, outstanding } = obligation;
  return (
    <div className="totals">
      <progress
        className="bar"
        max={1000}
        value={Math.round(fractionOf(paid, total) * 1000)}
        aria-label={t('obligation.progress', { paid: money(paid), total: money(total) })}
      />
      <dl>
        <div>
          <dt>{t('obligation.total')}</dt>
          <dd>{money(total)}</dd>
        </div>
        {isNothing(paid) ? null : (
          <div>
            <dt>{t('obligation.paid')}</dt>
            <dd>{money(paid)}</dd>
          </div>
        )}
        <div>
          <dt>{t('obligation.outstanding')}</dt>
          <dd>
            <b>{money(outstanding)}</b>
          </dd>
        </div>
      </dl>
    </div>
  );
};
