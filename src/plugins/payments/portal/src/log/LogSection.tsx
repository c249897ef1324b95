import { useId } from 'react';
import type { ReactNode } from 'react';
import type { ObligationItem } from '../../../client/src';
import { useWords } from '../i18n/WordsProvider';
import { ObligationRow } from './ObligationRow';

interface LogSectionProps {
  title: string;
  items: readonly ObligationItem[];
  /** Rows in all, shown or not. */
  total: number;
  today: string;
  withCustomer: boolean;
  /** Money of the whole section. */
  sum?: string | undefined;
  note?: string;
  folded?: boolean;
  late?: boolean;
  busy?: boolean;
  showMore?: (() => void) | null;
}

const Heading = ({ id, title, total, sum }: { id: string } & Pick<LogSectionProps, 'title' | 'total' | 'sum'>) => (
  <>
    <h2 id={id} className="section__title">
      {title} <span className="section__count">({total})</span>
    </h2>
    {sum ? <span className="section__sum">{sum}</span> : null}
  </>
);

interface FrameProps {
  folded: boolean;
  headingId: string;
  heading: ReactNode;
  children: ReactNode;
}

const Frame = ({ folded, headingId, heading, children }: FrameProps) =>
  folded ? (
    <details className="section section--folded">
      <summary className="section__head">{heading}</summary>
      {children}
    </details>
  ) : (
    <section className="section" aria-labelledby={headingId}>
      <div className="section__head">{heading}</div>
      {children}
    </section>
  );

/** One part of the log; nothing at all when it is empty. */
export const LogSection = (props: LogSectionProps) => {
  const { items, total, today, withCustomer, note, folded = false, late = false, busy = false, showMore } = props;
  const { t } = useWords();
  const headingId = useId();
  if (items.length === 0) return null;
  return (
    <Frame folded={folded} headingId={headingId} heading={<Heading {...props} id={headingId} total={total} />}>
      {note === undefined ? null : <p className="section__note">{note}</p>}
      <ul className={late ? 'rows rows--late' : 'rows'}>
        {items.map((item) => (
          <ObligationRow key={item.documentId} item={item} today={today} withCustomer={withCustomer} />
        ))}
      </ul>
      {showMore ? (
        <button type="button" className="button button--quiet section__more" aria-disabled={busy} onClick={showMore}>
          {t(busy ? 'log.moreBusy' : 'log.more')}
        </button>
      ) : null}
    </Frame>
  );
};
