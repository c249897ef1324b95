import { Box, Typography } from '@strapi/design-system';
import { useT } from '../../intl/useT';
import { Amount } from '../shared/Amount';
import { Panel } from '../shared/Panel';
import { PlanPreviewTable } from './PlanPreviewTable';
import type { Preview } from './usePlanPreview';

/** The live preview: always in its place, so that nothing jumps when the first rows arrive. */
export const PreviewCard = ({ preview }: { preview: Preview }) => {
  const t = useT();
  return (
    <Panel title={t('preview.title')} action={preview.plan && <Amount money={preview.plan.total} fontWeight="bold" />}>
      {preview.plan ? (
        <>
          {preview.outdated && (
            <Typography role="status" textColor="neutral600">
              {t('preview.outdated')}
            </Typography>
          )}
          <PlanPreviewTable plan={preview.plan} stale={preview.stale} />
        </>
      ) : (
        <Box padding={6} background="neutral100" hasRadius minHeight="16rem">
          <Typography textColor="neutral600">{t('preview.empty')}</Typography>
        </Box>
      )}
    </Panel>
  );
};
