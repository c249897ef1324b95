import { Checkbox, Link, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { useIsMobile } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';
import type { ExtensionCandidate } from '../../../../contracts/extension';
import { paths } from '../../constants';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import { Amount } from '../shared/Amount';
import { HeaderCell } from '../shared/HeaderCell';
import type { ExtendForm } from './useExtend';

const wrapping = { whiteSpace: 'normal', overflowWrap: 'anywhere' } as const;

/** What staff must know before it moves: that somebody pinned it, or that it cannot. */
const Remarks = ({ candidate }: { candidate: ExtensionCandidate }) => {
  const t = useT();
  const { pinned, blocked, sharesDay, shift } = candidate;
  const reason = shift && (shift.name ?? t(`shift.${shift.kind}`));
  const remarks = [
    blocked && t(`extend.blocked.${blocked}`),
    pinned && t('extend.isPinned'),
    reason,
    sharesDay && t('extend.sharesDay'),
  ].filter(Boolean);
  if (remarks.length === 0) return null;
  return (
    <Typography tag="p" variant="pi" textColor={blocked ? 'danger600' : 'neutral600'}>
      {remarks.join(' · ')}
    </Typography>
  );
};

interface CandidateRowProps {
  candidate: ExtensionCandidate;
  narrow: boolean;
  form: ExtendForm;
}

const CandidateRow = ({ candidate, narrow, form }: CandidateRowProps) => {
  const t = useT();
  const format = useFormat();
  const { customer, payment, number, of, institution, blocked } = candidate;
  const label = t('effects.choose', { customer: customer.name, title: payment.title, number, of });
  const title = (
    <>
      <Link tag={NavLink} to={paths.payment(payment.documentId)}>
        {payment.title}
      </Link>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {[payment.reference, `${number}/${of}`, institution?.name].filter(Boolean).join(' · ')}
      </Typography>
    </>
  );
  const to = (
    <>
      {!blocked && <Typography>{format.weekDay(candidate.to)}</Typography>}
      <Remarks candidate={candidate} />
    </>
  );
  return (
    <Tr>
      <Td>
        <Checkbox
          aria-label={label}
          disabled={blocked !== null}
          checked={form.isChosen(candidate)}
          onCheckedChange={(choice) => form.choose([candidate], choice === true)}
        />
      </Td>
      <Td style={wrapping}>
        <Typography fontWeight="semiBold">{customer.name}</Typography>
        {narrow && (
          <div>
            {title}
            {to}
          </div>
        )}
      </Td>
      {!narrow && <Td style={wrapping}>{title}</Td>}
      {!narrow && <Td style={wrapping}>{to}</Td>}
      <Td style={{ textAlign: 'right' }}>
        <Amount money={candidate.outstanding} />
      </Td>
    </Tr>
  );
};

/** The open instalments of the old date, to choose together or one by one. */
export const CandidatesTable = ({ form }: { form: ExtendForm }) => {
  const t = useT();
  const narrow = useIsMobile();
  const { candidates } = form;
  const free = candidates.filter(({ blocked }) => blocked === null);
  const some = free.some(form.isChosen);
  const all = some && free.every(form.isChosen);
  return (
    <Table colCount={narrow ? 3 : 5} rowCount={candidates.length + 1} aria-label={t('extend.found')}>
      <Thead>
        <Tr>
          <Th>
            <Checkbox
              aria-label={t('extend.chooseAll')}
              checked={all || (some ? 'indeterminate' : false)}
              onCheckedChange={(choice) => form.choose(free, choice === true)}
            />
          </Th>
          <HeaderCell>{t('column.customer')}</HeaderCell>
          {!narrow && <HeaderCell>{t('column.payment')}</HeaderCell>}
          {!narrow && <HeaderCell>{t('extend.column.to')}</HeaderCell>}
          <HeaderCell align="right">{t('column.outstanding')}</HeaderCell>
        </Tr>
      </Thead>
      <Tbody>
        {candidates.map((candidate) => (
          <CandidateRow key={candidate.documentId} candidate={candidate} narrow={narrow} form={form} />
        ))}
      </Tbody>
    </Table>
  );
};
