import { Box, Button, Flex, Typography } from '@strapi/design-system';
import type { Repair } from '../../../../domain/problem';
import { useFormat } from '../../intl/useFormat';
import { useProblemText } from '../../intl/useProblemText';
import { useT } from '../../intl/useT';
import type { PlanDraft } from '../../plan/draft';
import type { PlanForm } from './planForm';

/** Why no plan can be made of what is typed, with what would mend it as buttons. */
export const PlanRefused = ({ form }: { form: PlanForm }) => {
  const t = useT();
  const format = useFormat();
  const problemText = useProblemText();
  const { plan, changePlan, refused: failure } = form;
  if (!failure) return null;

  const labelOf = (repair: Repair) =>
    'count' in repair
      ? t('repair.count', { count: repair.count })
      : t('repair.amount', { amount: format.money({ value: repair.amount, currency: plan.currency }) });
  const apply = (repair: Repair) => {
    const mended: Partial<PlanDraft> =
      'count' in repair ? { count: String(repair.count) } : { amount: format.amount(repair.amount, plan.currency) };
    changePlan((before) => ({ ...before, ...mended, proposed: null }));
  };
  const texts = [...new Set(failure.problems.map((problem) => problemText(problem, plan.currency)))];

  return (
    <Box background="danger100" borderColor="danger200" hasRadius padding={4} role="alert">
      <Flex direction="column" alignItems="flex-start" gap={3}>
        <Typography textColor="danger700">{texts.length > 0 ? texts.join(' ') : failure.message}</Typography>
        {failure.repairs.length > 0 && (
          <Flex gap={2} wrap="wrap">
            {failure.repairs.map((repair) => (
              <Button key={labelOf(repair)} variant="secondary" size="S" onClick={() => apply(repair)}>
                {labelOf(repair)}
              </Button>
            ))}
          </Flex>
        )}
      </Flex>
    </Box>
  );
};
