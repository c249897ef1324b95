import {
  Checkbox,
  SingleSelect,
  SingleSelectOption,
  Table,
  Tbody,
  Td,
  Th,
  Thead,
  Tr,
  Typography,
} from '@strapi/design-system';
import { useIsMobile } from '@strapi/strapi/admin';
import type { SettlementCandidate, SettlementLine } from '../../../../contracts/settlements';
import { useOffice } from '../../hooks/useOffice';
import { useFormat } from '../../intl/useFormat';
import { useProblemText } from '../../intl/useProblemText';
import { useT } from '../../intl/useT';
import { HeaderCell } from '../shared/HeaderCell';
import { ToneBadge } from '../shared/ToneBadge';
import { sharesOf } from './choices';
import type { SettleListForm } from './useSettleList';

const tones = {
  matched: 'success',
  ambiguous: 'warning',
  overpaid: 'warning',
  paid: 'neutral',
  unmatched: 'danger',
  unreadable: 'danger',
} as const;

const wrapping = { whiteSpace: 'normal', overflowWrap: 'anywhere' } as const;

/** `Papadaki · Income tax 4/8 · 30/10/2026 · 154,32 €` */
const useCandidateText = () => {
  const format = useFormat();
  return ({ customer, payment, number, of, dueDate, outstanding }: SettlementCandidate): string =>
    [customer.name, `${payment.title} ${number}/${of}`, format.day(dueDate), format.money(outstanding)].join(' · ');
};

/** What the line is about: chosen by staff where it could be several. */
const About = ({ line, form }: { line: SettlementLine; form: SettleListForm }) => {
  const t = useT();
  const format = useFormat();
  const problemText = useProblemText();
  const candidateText = useCandidateText();
  const { currency } = useOffice();
  const choice = form.choiceOf(line);
  if (line.problem) return <Typography textColor="danger600">{problemText(line.problem, currency)}</Typography>;
  if (line.status === 'ambiguous') {
    return (
      <SingleSelect
        size="S"
        aria-label={t('settleList.choose', { line: line.line })}
        placeholder={t('settleList.choose.placeholder')}
        value={choice.instalment ?? ''}
        onChange={(instalment) => form.choose(line, { taken: true, instalment: String(instalment) })}
      >
        {line.candidates.map((candidate) => (
          <SingleSelectOption key={candidate.documentId} value={candidate.documentId}>
            {candidateText(candidate)}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    );
  }
  return (
    <>
      {sharesOf(line, choice).map(({ candidate, amount }) => (
        <Typography key={candidate.documentId} tag="p">
          {candidateText(candidate)}
          {amount !== candidate.outstanding.value &&
            ` → ${format.money({ value: amount, currency: candidate.outstanding.currency })}`}
        </Typography>
      ))}
    </>
  );
};

const Row = ({ line, form, narrow }: { line: SettlementLine; form: SettleListForm; narrow: boolean }) => {
  const t = useT();
  const choice = form.choiceOf(line);
  const state = <ToneBadge tone={tones[line.status]}>{t(`settleList.status.${line.status}`)}</ToneBadge>;
  return (
    <Tr>
      <Td>
        <Checkbox
          aria-label={t('settleList.take', { line: line.line })}
          disabled={!form.canTake(line)}
          checked={choice.taken}
          onCheckedChange={(taken) => form.choose(line, { ...choice, taken: taken === true })}
        />
      </Td>
      <Td style={wrapping}>
        <Typography>{line.text}</Typography>
        {narrow && (
          <div>
            {state}
            <About line={line} form={form} />
          </div>
        )}
      </Td>
      {!narrow && <Td>{state}</Td>}
      {!narrow && (
        <Td style={wrapping}>
          <About line={line} form={form} />
        </Td>
      )}
    </Tr>
  );
};

/** The lines of the list, each with what it would mark as paid. */
export const SettlementRows = ({ lines, form }: { lines: readonly SettlementLine[]; form: SettleListForm }) => {
  const t = useT();
  const narrow = useIsMobile();
  return (
    <Table colCount={narrow ? 2 : 4} rowCount={lines.length + 1} aria-label={t('settleList.lines')}>
      <Thead>
        <Tr>
          <Th>{''}</Th>
          <HeaderCell>{t('settleList.line')}</HeaderCell>
          {!narrow && <HeaderCell>{t('column.state')}</HeaderCell>}
          {!narrow && <HeaderCell>{t('settleList.about')}</HeaderCell>}
        </Tr>
      </Thead>
      <Tbody>
        {lines.map((line) => (
          <Row key={line.line} line={line} form={form} narrow={narrow} />
        ))}
      </Tbody>
    </Table>
  );
};
