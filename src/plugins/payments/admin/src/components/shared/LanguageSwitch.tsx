import { Box, Flex, TextButton } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useT } from '../../intl/useT';
import { useChooseLanguageMutation } from '../../services/profile';

/** In their own words, whatever language is shown. */
const LANGUAGES = [
  ['en', 'English'],
  ['el', 'Ελληνικά'],
] as const;

/**
 * English or Greek. Strapi's profile page offers only the languages that Strapi itself is translated into, and Greek is
 * none of them; a preference that names it is honoured all the same.
 */
export const LanguageSwitch = () => {
  const t = useT();
  const { locale } = useIntl();
  const [choose, { isLoading }] = useChooseLanguageMutation();
  return (
    <Box paddingLeft={{ initial: 0, medium: 5 }} paddingBottom={{ initial: 0, medium: 4 }}>
      <Flex gap={4} role="group" aria-label={t('language.choose')}>
        {LANGUAGES.map(([code, name]) => (
          <TextButton
            key={code}
            lang={code}
            aria-pressed={locale.startsWith(code)}
            disabled={isLoading || locale.startsWith(code)}
            onClick={() => void choose(code)}
          >
            {name}
          </TextButton>
        ))}
      </Flex>
    </Box>
  );
};
