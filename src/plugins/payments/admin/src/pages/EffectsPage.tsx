import { Alert, Flex, Typography } from '@strapi/design-system';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { useNavigate } from 'react-router-dom';
import { EffectGroupPanel } from '../components/closed-days/EffectGroupPanel';
import { EffectsBar } from '../components/closed-days/EffectsBar';
import { useEffects } from '../components/closed-days/useEffects';
import { ListEmpty, ListError, ListLoading } from '../components/shared/ListState';
import { ProblemsAlert } from '../components/shared/ProblemsAlert';
import { SearchBox } from '../components/shared/SearchBox';
import { paths } from '../constants';
import { useOffice } from '../hooks/useOffice';
import { useT } from '../intl/useT';
import { UPDATE } from '../permissions';

const Effects = () => {
  const t = useT();
  const { currency } = useOffice();
  const navigate = useNavigate();
  const leave = () => navigate(paths.closedDays);
  const form = useEffects(leave);
  const { effects, groups } = form;

  return (
    <Page.Main>
      <Page.Title>{t('effects.title')}</Page.Title>
      <Layouts.Header
        title={t('effects.title')}
        subtitle={t('effects.subtitle')}
        navigationAction={<BackButton fallback={paths.closedDays} />}
      />
      {effects && effects.length > 0 && (
        <Layouts.Action
          startActions={
            <SearchBox
              label={t('effects.search')}
              placeholder={t('effects.search.placeholder')}
              value={form.search}
              onSearch={form.setSearch}
            />
          }
        />
      )}
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={6}>
          {form.save.failure && (
            <ProblemsAlert failure={form.save.failure} currency={currency} onClose={form.save.dismiss} />
          )}
          {form.stayed > 0 && (
            <Alert variant="default" closeLabel={t('action.close')} onClose={form.forgetStayed}>
              {t('effects.stayed', { count: form.stayed })}
            </Alert>
          )}
          {form.isError && <ListError onRetry={form.refetch} />}
          {!form.isError && !effects && <ListLoading />}
          {!form.isError && effects?.length === 0 && <ListEmpty text={t('effects.empty')} />}
          {!form.isError && effects && effects.length > 0 && (
            <>
              {form.more && <Typography textColor="neutral600">{t('effects.more', { total: form.total })}</Typography>}
              {groups.length === 0 && <ListEmpty text={t('effects.noneFound')} />}
              {groups.map((group) => (
                <EffectGroupPanel key={group.key} group={group} form={form} />
              ))}
              <EffectsBar form={form} onLeave={leave} />
            </>
          )}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
};

/** Which open instalments the closed days of now would move: chosen, confirmed, told or not. */
export const EffectsPage = () => (
  <Page.Protect permissions={UPDATE}>
    <Effects />
  </Page.Protect>
);
