import type { ReactNode } from 'react';
import { Flex, Link, Typography } from '@strapi/design-system';
import { useT } from '../../intl/useT';
import { useHostConfigurationQuery } from '../../services/settings';
import { Panel } from '../shared/Panel';

const Fact = ({ name, children, note }: { name: string; children: ReactNode; note?: string }) => (
  <Flex direction="column" alignItems="flex-start" gap={1} minWidth="20rem" flex="1">
    <Typography tag="dt" variant="pi" fontWeight="bold" textColor="neutral600">
      {name}
    </Typography>
    <Typography tag="dd" style={{ overflowWrap: 'anywhere' }}>
      {children}
    </Typography>
    {note && (
      <Typography tag="dd" variant="pi" textColor="neutral600">
        {note}
      </Typography>
    )}
  </Flex>
);

/** What the server's configuration decides; whoever runs the server changes it there. */
export const HostPanel = () => {
  const t = useT();
  const { data: host } = useHostConfigurationQuery();
  const portal = host?.portalPath && `${host.publicUrl}${host.portalPath}`;
  return (
    <Panel title={t('settings.host')}>
      <Typography variant="pi" textColor="neutral600">
        {t('settings.host.hint')}
      </Typography>
      <Flex tag="dl" gap={6} wrap="wrap" alignItems="flex-start" minHeight="6rem">
        {host && (
          <>
            <Fact name={t('settings.host.delivery')} note={t(`settings.host.delivery.${host.delivery}.text`)}>
              {t(`settings.host.delivery.${host.delivery}`)}
            </Fact>
            <Fact name={t('settings.host.portal')}>
              {portal ? (
                <Link href={portal} isExternal>
                  {portal}
                </Link>
              ) : (
                t('settings.host.portal.off')
              )}
            </Fact>
            <Fact name={t('settings.host.storage')} note={host.folder ?? undefined}>
              {t(`settings.host.storage.${host.storage}`)}
            </Fact>
            <Fact name={t('settings.host.links')}>{t(`settings.host.links.${host.signedLinks ? 'on' : 'off'}`)}</Fact>
            <Fact name={t('settings.host.calendars')}>{t(`settings.host.${host.calendarFeeds ? 'on' : 'off'}`)}</Fact>
            <Fact name={t('settings.host.holidays')} note={t('settings.host.holidays.text')}>
              <Link href="https://github.com/commenthol/date-holidays" isExternal>
                date-holidays
              </Link>
            </Fact>
          </>
        )}
      </Flex>
    </Panel>
  );
};
