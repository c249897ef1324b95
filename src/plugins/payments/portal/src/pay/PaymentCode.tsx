import type { ObligationInstalment } from '../../../client/src';
import { useWords } from '../i18n/WordsProvider';
import { CopyButton } from './CopyButton';

type Code = NonNullable<ObligationInstalment['paymentCode']>;

/** Bank forms with several fields take one part each. */
const Parts = ({ parts }: { parts: readonly string[] }) => {
  const { t } = useWords();
  return (
    <div className="code__parts">
      <p className="small">{t('code.parts', { count: parts.length })}</p>
      <ol>
        {parts.map((part, index) => (
          <li key={`${index} ${part}`}>
            <span className="code__value">{part}</span>
            <CopyButton compact value={part} label={t('code.copyPart', { part: index + 1, value: part })} />
          </li>
        ))}
      </ol>
    </div>
  );
};

/** The code under which the institution books the money, to be copied without a slip. */
export const PaymentCode = ({ code }: { code: Code | null }) => {
  const { t } = useWords();
  if (code === null) return <p className="code code--missing">{t('code.follows')}</p>;
  const hasParts = code.parts.length > 1;
  return (
    <div className="code">
      <div className="code__whole">
        <div>
          <p className="small">{t('code.label')}</p>
          <p className="code__value" translate="no">
            {code.display}
          </p>
        </div>
        <CopyButton
          value={code.value}
          label={hasParts ? t('code.copyWhole') : t('code.copyCode', { value: code.display })}
        />
      </div>
      {hasParts ? <Parts parts={code.parts} /> : null}
    </div>
  );
};
