import { Checkbox, Flex, Radio, Td, Tr, Typography } from '@strapi/design-system';
import { Pin } from '@strapi/icons';
import type { StaffInstalment } from '../../../../contracts/instalment';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import { Amount } from '../shared/Amount';
import { CopyButton } from '../shared/CopyButton';
import { InstalmentStateBadge } from '../shared/StateBadge';
import { useShiftText } from '../shared/useShiftText';

interface OneInstalment {
  instalment: StaffInstalment;
}

interface InstalmentRowProps extends OneInstalment {
  selected: boolean;
  /** Two columns instead of five: amount, state and code stand under the deadline. */
  narrow: boolean;
  /** One of several, by a box to tick; else the one that the toolbar is about. */
  several: boolean;
  onSelect: () => void;
  onOpen: () => void;
}

const isZero = (value: string) => Number(value) === 0;

const Small = ({ children }: { children: string | null }) =>
  children && (
    <Typography tag="p" variant="pi" textColor="neutral600" style={{ whiteSpace: 'normal' }}>
      {children}
    </Typography>
  );

const Deadline = ({ instalment }: OneInstalment) => {
  const t = useT();
  const format = useFormat();
  const shiftText = useShiftText();
  return (
    <>
      <Flex gap={1}>
        <Typography>{format.weekDay(instalment.dueDate)}</Typography>
        {instalment.pinned && <Pin aria-label={t('instalment.pinned')} width="1.2rem" />}
      </Flex>
      <Small>{shiftText(instalment)}</Small>
      <Small>{instalment.note}</Small>
    </>
  );
};

const Money = ({ instalment: { amount, paid, surcharge, state } }: OneInstalment) => {
  const t = useT();
  const format = useFormat();
  const partPaid = !isZero(paid.value) && state !== 'paid';
  return (
    <>
      <Amount money={amount} fontWeight="semiBold" />
      <Small>{partPaid ? t('instalment.partPaid', { amount: format.money(paid) }) : null}</Small>
      <Small>{isZero(surcharge.value) ? null : t('instalment.surcharge', { amount: format.money(surcharge) })}</Small>
    </>
  );
};

const State = ({ instalment: { state, paidOn } }: OneInstalment) => {
  const t = useT();
  const format = useFormat();
  return (
    <>
      <InstalmentStateBadge state={state} />
      <Small>{state === 'paid' && paidOn ? t('instalment.paidOn', { day: format.day(paidOn) }) : null}</Small>
    </>
  );
};

const Code = ({ instalment: { paymentCode, ownPaymentCode } }: OneInstalment) => {
  const t = useT();
  if (!paymentCode) return <Small>{t('instalment.noCode')}</Small>;
  return (
    <Flex gap={1}>
      <Typography
        variant="pi"
        fontWeight={ownPaymentCode ? 'semiBold' : undefined}
        style={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}
      >
        {paymentCode.display}
      </Typography>
      <CopyButton value={paymentCode.value} />
    </Flex>
  );
};

/** One instalment; a click selects it, a double click opens it. */
export const InstalmentRow = ({ instalment, selected, narrow, several, onSelect, onOpen }: InstalmentRowProps) => {
  const t = useT();
  const { number, of } = instalment;
  const label = t('instalment.select', { number, of });
  return (
    <Tr onClick={onSelect} onDoubleClick={onOpen} aria-selected={selected} style={{ cursor: 'pointer' }}>
      <Td>
        {several ? (
          <Flex gap={2} onClick={(event: React.MouseEvent) => event.stopPropagation()}>
            <Checkbox aria-label={label} checked={selected} onCheckedChange={onSelect} />
            <Typography>{`${number}/${of}`}</Typography>
          </Flex>
        ) : (
          <Radio.Item value={instalment.documentId} aria-label={label}>
            {`${number}/${of}`}
          </Radio.Item>
        )}
      </Td>
      <Td>
        <Deadline instalment={instalment} />
        {narrow && (
          <Flex direction="column" alignItems="flex-start" gap={1} paddingBottom={3}>
            <Money instalment={instalment} />
            <State instalment={instalment} />
            <Code instalment={instalment} />
          </Flex>
        )}
      </Td>
      {!narrow && (
        <>
          <Td style={{ textAlign: 'right' }}>
            <Money instalment={instalment} />
          </Td>
          <Td>
            <State instalment={instalment} />
          </Td>
          <Td>
            <Code instalment={instalment} />
          </Td>
        </>
      )}
    </Tr>
  );
};
