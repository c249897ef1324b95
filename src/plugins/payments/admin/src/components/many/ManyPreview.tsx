import { Box, Flex, Typography } from '@strapi/design-system';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import { PlanWarnings } from '../create/PlanWarnings';
import { Panel } from '../shared/Panel';
import { useShiftText } from '../shared/useShiftText';
import type { ManyForm } from './useManyForm';

const MOST_DATES = 6;

/** What would be registered: how many, how much, when, and who is told. */
export const ManyPreview = ({ form: { preview, stale, draft, said } }: { form: ManyForm }) => {
  const t = useT();
  const format = useFormat();
  const shiftText = useShiftText();
  if (!preview?.total) {
    return (
      <Panel title={t('preview.title')}>
        <Typography textColor="neutral600">{t('many.preview.empty')}</Typography>
      </Panel>
    );
  }
  const wrong = [...said.values()].filter((problems) => problems.length > 0).length;
  return (
    <Panel title={t('preview.title')}>
      <Box aria-busy={stale} style={{ opacity: stale ? 0.5 : 1 }} role="status">
        <Typography tag="p" fontWeight="bold">
          {t('many.preview.sum', { count: preview.rows.length, total: format.money(preview.total) })}
        </Typography>
        <Typography tag="p">
          {draft.sendEmail ? t('many.preview.told', { count: preview.told }) : t('many.preview.silent')}
        </Typography>
        {preview.untold > 0 && <Typography tag="p">{t('many.preview.untold', { count: preview.untold })}</Typography>}
        {wrong > 0 && (
          <Typography tag="p" textColor="danger600">
            {t('many.preview.wrong', { count: wrong })}
          </Typography>
        )}
      </Box>
      <PlanWarnings warnings={preview.warnings} currency={draft.currency} />
      <Flex tag="ol" direction="column" alignItems="flex-start" gap={1}>
        {preview.dates.slice(0, MOST_DATES).map((date) => (
          <Typography key={date.number} tag="li">
            {`${date.number}. ${format.weekDay(date.dueDate)}`}
            {date.shift && ` (${shiftText(date)})`}
          </Typography>
        ))}
      </Flex>
    </Panel>
  );
};
