import { useId, useState } from 'react';
import { Box, Button } from '@strapi/design-system';
import { CaretDown, CaretUp } from '@strapi/icons';
import { SubNav, useIsMobile } from '@strapi/strapi/admin';
import { useLocation } from 'react-router-dom';
import { useT } from '../../intl/useT';
import { LanguageSwitch } from './LanguageSwitch';
import { openEntry, useSections } from './navEntries';

const Sections = () => {
  const t = useT();
  return (
    <SubNav.Sections>
      {useSections().map(({ key, entries }) => (
        <SubNav.Section key={key} label={t(key)}>
          {entries.map(({ to, label }) => (
            <SubNav.Link key={to} to={to} end label={t(label)} />
          ))}
        </SubNav.Section>
      ))}
    </SubNav.Sections>
  );
};

/** The plugin's lists and the office's rules, beside each of them. */
export const PaymentsNav = () => {
  const t = useT();
  return (
    <SubNav.Main aria-label={t('nav.title')}>
      <SubNav.Header label={t('nav.title')} />
      <SubNav.Content>
        <Sections />
        <LanguageSwitch />
      </SubNav.Content>
    </SubNav.Main>
  );
};

/**
 * The same on a phone, where the admin hides what stands beside the page: one line that names the page and unfolds into all of them.
 * Every page has a line of its own, so the next one begins folded.
 */
export const NarrowNav = () => {
  const t = useT();
  const id = useId();
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
  if (!useIsMobile()) return null;
  const page = openEntry(pathname);
  return (
    <Box tag="nav" aria-label={t('nav.title')} paddingTop={4} paddingLeft={4} paddingRight={4}>
      <Button
        variant="tertiary"
        fullWidth
        endIcon={open ? <CaretUp /> : <CaretDown />}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {page ? t('nav.at', { page: t(page) }) : t('nav.title')}
      </Button>
      <Box id={id}>
        {open && (
          <Box background="neutral0" shadow="filterShadow" hasRadius marginTop={2} paddingBottom={4}>
            <Sections />
            <Box paddingLeft={6}>
              <LanguageSwitch />
            </Box>
          </Box>
        )}
      </Box>
    </Box>
  );
};
