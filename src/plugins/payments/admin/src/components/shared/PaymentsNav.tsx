import { Flex, Link } from '@strapi/design-system';
import { SubNav, useIsMobile } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';
import { paths } from '../../constants';
import { useT } from '../../intl/useT';
import { LanguageSwitch } from './LanguageSwitch';

const useLists = () => {
  const t = useT();
  return [
    { to: paths.payments, label: t('nav.payments') },
    { to: paths.customers, label: t('nav.customers') },
    { to: paths.institutions, label: t('nav.institutions') },
  ];
};

/** The plugin's lists, beside each of them. */
export const PaymentsNav = () => {
  const t = useT();
  const lists = useLists();
  return (
    <SubNav.Main aria-label={t('nav.title')}>
      <SubNav.Header label={t('nav.title')} />
      <SubNav.Content>
        <SubNav.Sections>
          {[
            <SubNav.Section key="lists" label={t('nav.lists')}>
              {lists.map(({ to, label }) => (
                <SubNav.Link key={to} to={to} end label={label} />
              ))}
            </SubNav.Section>,
          ]}
        </SubNav.Sections>
        <LanguageSwitch />
      </SubNav.Content>
    </SubNav.Main>
  );
};

/** The same above the page on a phone, where the admin hides what stands beside it. */
export const NarrowNav = () => {
  const t = useT();
  const lists = useLists();
  if (!useIsMobile()) return null;
  return (
    <Flex tag="nav" aria-label={t('nav.title')} gap={4} wrap="wrap" paddingTop={4} paddingLeft={4} paddingRight={4}>
      {lists.map(({ to, label }) => (
        <Link key={to} tag={NavLink} to={to} end>
          {label}
        </Link>
      ))}
      <LanguageSwitch />
    </Flex>
  );
};
