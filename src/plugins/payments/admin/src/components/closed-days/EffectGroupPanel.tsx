import { Checkbox, Flex, Table, Tbody, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { useIsMobile } from '@strapi/strapi/admin';
import { styled } from 'styled-components';
import { useOffice } from '../../hooks/useOffice';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import { HeaderCell } from '../shared/HeaderCell';
import { EffectRow } from './EffectRow';
import type { EffectGroup } from './effects';
import type { EffectsForm } from './useEffects';

/** Denser than a list of documents: a country's change moves a hundred rows. */
const Rows = styled.div`
  th,
  td {
    height: auto;
    padding-block: ${({ theme }) => theme.spaces[2]};
  }
`;

const allOf = (choices: readonly boolean[]): boolean | 'indeterminate' => {
  if (choices.every(Boolean)) return true;
  return choices.some(Boolean) ? 'indeterminate' : false;
};

/** The instalments that would move from one day to another, to choose together or one by one. */
export const EffectGroupPanel = ({ group, form }: { group: EffectGroup; form: EffectsForm }) => {
  const t = useT();
  const format = useFormat();
  const narrow = useIsMobile();
  const { today } = useOffice();
  const { effects, from, to, shift } = group;
  const move = t('effects.move', { from: format.weekDay(from), to: format.weekDay(to) });
  const reason = shift ? (shift.name ?? t(`shift.${shift.kind}`)) : t('effects.openAgain');
  return (
    <section aria-label={move}>
      <Flex justifyContent="space-between" gap={2} wrap="wrap" paddingBottom={2}>
        <Typography variant="delta" tag="h2">
          {move}
        </Typography>
        <Typography textColor="neutral600">{t('effects.reason', { reason, count: effects.length })}</Typography>
      </Flex>
      {to < today && (
        <Typography tag="p" textColor="danger600" paddingBottom={2}>
          {t('effects.past')}
        </Typography>
      )}
      <Rows>
        <Table colCount={narrow ? 3 : 4} rowCount={effects.length + 1} aria-label={move}>
          <Thead>
            <Tr>
              <Th>
                <Checkbox
                  aria-label={t('effects.chooseAll', { move })}
                  checked={allOf(effects.map(form.isChosen))}
                  onCheckedChange={(choice) => form.choose(effects, choice === true)}
                />
              </Th>
              <HeaderCell>{t('column.customer')}</HeaderCell>
              {!narrow && <HeaderCell>{t('column.payment')}</HeaderCell>}
              <HeaderCell align="right">{t('column.outstanding')}</HeaderCell>
            </Tr>
          </Thead>
          <Tbody>
            {effects.map((effect) => (
              <EffectRow
                key={effect.documentId}
                effect={effect}
                chosen={form.isChosen(effect)}
                narrow={narrow}
                onChoose={(choice) => form.choose([effect], choice)}
              />
            ))}
          </Tbody>
        </Table>
      </Rows>
    </section>
  );
};
