import { useState } from 'react';
import { toDecimal } from '../../../../domain/money';
import type { CurrencyCode } from '../../../../domain/money';
import { useOffice } from '../../hooks/useOffice';
import { useReader } from '../../hooks/useReader';
import { useFormat } from '../../intl/useFormat';
import type { CustomerChoice } from '../fields/CustomerField';
import type { InstitutionChoice } from '../fields/InstitutionField';
import type { NamedFilters, PaymentsUrl } from './usePaymentsList';

/** The filters as they are typed. */
interface Draft {
  customer: CustomerChoice | null;
  institution: InstitutionChoice | null;
  responsible: string;
  from: string;
  to: string;
  least: string;
  most: string;
}

/** Reads what the address says into a form, and what the form says into the address; nothing is applied that cannot be read. */
export const useFiltersForm = (
  url: PaymentsUrl,
  named: NamedFilters,
  onApply: (filters: Partial<PaymentsUrl>) => void,
) => {
  const format = useFormat();
  const reader = useReader();
  const { currency } = useOffice();
  const [draft, setDraft] = useState<Draft>(() => ({
    customer: named.customer,
    institution: named.institution,
    responsible: url.responsible ?? '',
    from: url.from ? format.day(url.from) : '',
    to: url.to ? format.day(url.to) : '',
    least: url.least ? format.amount(url.least, currency) : '',
    most: url.most ? format.amount(url.most, currency) : '',
  }));

  /** Undefined where nothing is typed, null where it cannot be read. */
  const day = (text: string) => {
    if (text.trim() === '') return undefined;
    const read = reader.day(text);
    return read.ok ? String(read.value) : null;
  };
  const amount = (text: string) => {
    if (text.trim() === '') return undefined;
    const read = reader.amount(text, currency);
    return read.ok ? toDecimal(read.value, currency as CurrencyCode) : null;
  };

  const apply = () => {
    const [from, to, least, most] = [day(draft.from), day(draft.to), amount(draft.least), amount(draft.most)];
    if (from === null || to === null || least === null || most === null) return;
    const { customer, institution, responsible } = draft;
    onApply({
      customer: customer?.documentId ?? '',
      institution: institution?.documentId ?? '',
      responsible,
      from: from ?? '',
      to: to ?? '',
      least: least ?? '',
      most: most ?? '',
    });
  };

  return { draft, change: (next: Partial<Draft>) => setDraft({ ...draft, ...next }), apply };
};
