import { Flex, Radio } from '@strapi/design-system';
import { useT } from '../../intl/useT';
import type { PlanKind } from '../../plan/draft';
import { LostAfterField } from '../fields/LostAfterField';
import { Panel } from '../shared/Panel';
import { AutomaticFields } from './AutomaticFields';
import { ManualRows } from './ManualRows';
import { PlanRefused } from './PlanRefused';
import { SingleFields } from './SingleFields';
import { TotalFields } from './TotalFields';
import type { CreateForm } from './useCreateForm';

const KINDS: readonly PlanKind[] = ['single', 'automatic', 'manual'];

/** The right half of the create form: one-off, automatic or manual. */
export const PlanCard = ({ form }: { form: CreateForm }) => {
  const t = useT();
  const { plan, changePlan } = form;
  return (
    <Panel title={t('plan.title')}>
      <Radio.Group
        aria-label={t('plan.kind')}
        value={plan.kind}
        onValueChange={(kind: string) => changePlan((before) => ({ ...before, kind: kind as PlanKind }))}
      >
        <Flex gap={5} wrap="wrap">
          {KINDS.map((kind) => (
            <Radio.Item key={kind} value={kind}>
              {t(`plan.kind.${kind}`)}
            </Radio.Item>
          ))}
        </Flex>
      </Radio.Group>
      <TotalFields form={form} />
      {plan.kind === 'single' && <SingleFields form={form} />}
      {plan.kind === 'automatic' && <AutomaticFields form={form} />}
      {plan.kind === 'manual' && <ManualRows form={form} />}
      {plan.kind !== 'single' && (
        <LostAfterField
          value={form.details.lostAfter}
          problem={form.detailProblem('lostAfter')}
          currency={plan.currency}
          onChange={(lostAfter) => form.changeDetails({ lostAfter })}
        />
      )}
      <PlanRefused form={form} />
    </Panel>
  );
};
