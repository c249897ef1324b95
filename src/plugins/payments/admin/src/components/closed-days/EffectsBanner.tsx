import { Flex, Link, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import { paths } from '../../constants';
import { useAllowed } from '../../hooks/useAllowed';
import { useT } from '../../intl/useT';
import { useListEffectsQuery } from '../../services/closed-days';

/** Says that due dates no longer follow from the closed days, and where to decide; nothing where all do. */
export const EffectsBanner = () => {
  const t = useT();
  const allowed = useAllowed();
  const { data } = useListEffectsQuery(undefined, { refetchOnMountOrArgChange: true });
  if (!data || data.meta.total === 0) return null;
  return (
    <Flex
      role="status"
      background="warning100"
      borderColor="warning200"
      hasRadius
      padding={4}
      gap={3}
      justifyContent="space-between"
      wrap="wrap"
    >
      <Flex gap={3} flex="1" minWidth="24rem">
        <WarningCircle aria-hidden fill="warning700" style={{ flexShrink: 0 }} />
        <Typography textColor="neutral800">{t('effects.waiting', { total: data.meta.total })}</Typography>
      </Flex>
      {allowed('update') && (
        <Link tag={NavLink} to={paths.closedDayEffects}>
          {t('effects.review')}
        </Link>
      )}
    </Flex>
  );
};
