import { Flex, Link } from '@strapi/design-system';
import { SubNav, useIsMobile } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';
import { styled } from 'styled-components';
import type { StaffAction } from '../../../../contracts/route';
import { paths } from '../../constants';
import { useAllowed } from '../../hooks/useAllowed';
import { useT } from '../../intl/useT';
import type { TextKey } from '../../intl/useT';
import { LanguageSwitch } from './LanguageSwitch';

interface Entry {
  to: string;
  label: TextKey;
  /** What the page asks for; the lists ask for no more than to read. */
  action?: StaffAction;
}

const LISTS: readonly Entry[] = [
  { to: paths.today, label: 'nav.today' },
  { to: paths.payments, label: 'nav.payments' },
  { to: paths.many, label: 'nav.many', action: 'create' },
  { to: paths.recurring, label: 'nav.recurring' },
  { to: paths.customers, label: 'nav.customers' },
  { to: paths.contacts, label: 'nav.contacts' },
  { to: paths.institutions, label: 'nav.institutions', action: 'institutions' },
  { to: paths.extensions, label: 'nav.extensions' },
  { to: paths.notices, label: 'nav.notices' },
  { to: paths.imports, label: 'nav.import', action: 'import' },
];

/** The office's own rules. A page of settings more is a line more. */
const OFFICE: readonly Entry[] = [
  { to: paths.settings, label: 'nav.settings', action: 'settings' },
  { to: paths.mailTexts, label: 'nav.mailTexts', action: 'settings' },
  { to: paths.closedDays, label: 'nav.closedDays', action: 'settings' },
  { to: paths.closures, label: 'nav.closures', action: 'settings' },
];

/** The entries of a role; a section that has none is left out. */
const useSections = () => {
  const allowed = useAllowed();
  const mayOpen = ({ action = 'read' }: Entry) => allowed(action);
  return [
    { key: 'nav.lists' as const, entries: LISTS.filter(mayOpen) },
    { key: 'nav.office' as const, entries: OFFICE.filter(mayOpen) },
  ].filter(({ entries }) => entries.length > 0);
};

/** The plugin's lists and the office's rules, beside each of them. */
export const PaymentsNav = () => {
  const t = useT();
  const sections = useSections();
  return (
    <SubNav.Main aria-label={t('nav.title')}>
      <SubNav.Header label={t('nav.title')} />
      <SubNav.Content>
        <SubNav.Sections>
          {sections.map(({ key, entries }) => (
            <SubNav.Section key={key} label={t(key)}>
              {entries.map(({ to, label }) => (
                <SubNav.Link key={to} to={to} end label={t(label)} />
              ))}
            </SubNav.Section>
          ))}
        </SubNav.Sections>
        <LanguageSwitch />
      </SubNav.Content>
    </SubNav.Main>
  );
};

/** The design system's links do not tell the page that is open from the others. */
const NarrowLink = styled(Link)`
  &[aria-current='page'] {
    border-bottom: 2px solid ${({ theme }) => theme.colors.primary600};
  }
`;

/** The same above the page on a phone, where the admin hides what stands beside it. */
export const NarrowNav = () => {
  const t = useT();
  const sections = useSections();
  if (!useIsMobile()) return null;
  return (
    <Flex tag="nav" aria-label={t('nav.title')} gap={4} wrap="wrap" paddingTop={4} paddingLeft={4} paddingRight={4}>
      {sections
        .flatMap(({ entries }) => entries)
        .map(({ to, label }) => (
          <NarrowLink key={to} tag={NavLink} to={to} end>
            {t(label)}
          </NarrowLink>
        ))}
      <LanguageSwitch />
    </Flex>
  );
};
