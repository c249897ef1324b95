import { Box, Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import type { PlanPreview } from '../../../../contracts/plan';
import { useProblemText } from '../../intl/useProblemText';
import { useT } from '../../intl/useT';

interface PlanWarningsProps {
  warnings: PlanPreview['warnings'];
  currency: string;
}

const MOST = 3;

/** What may be meant but should be seen; of many the first few are said. */
export const PlanWarnings = ({ warnings, currency }: PlanWarningsProps) => {
  const t = useT();
  const problemText = useProblemText();
  if (warnings.length === 0) return null;
  const texts = [
    ...new Set(warnings.map((warning) => problemText({ ...warning, params: warning.params ?? {} }, currency))),
  ];
  const rest = texts.length - MOST;
  return (
    <Flex
      role="note"
      background="warning100"
      borderColor="warning200"
      hasRadius
      padding={3}
      gap={3}
      alignItems="flex-start"
    >
      <Box paddingTop={1}>
        <WarningCircle aria-hidden fill="warning700" />
      </Box>
      <Box tag="ul">
        {texts.slice(0, MOST).map((text) => (
          <Typography key={text} tag="li" variant="pi" textColor="neutral800">
            {text}
          </Typography>
        ))}
        {rest > 0 && (
          <Typography tag="li" variant="pi" textColor="neutral800">
            {t('plan.moreWarnings', { count: rest })}
          </Typography>
        )}
      </Box>
    </Flex>
  );
};
