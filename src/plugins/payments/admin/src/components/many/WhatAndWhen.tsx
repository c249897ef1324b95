import { Flex, Grid, Radio } from '@strapi/design-system';
import { useOffice } from '../../hooks/useOffice';
import { useProblemText } from '../../intl/useProblemText';
import { useT } from '../../intl/useT';
import { PERIODS } from '../../plan/draft';
import { ConventionField } from '../create/ConventionField';
import { CheckField } from '../fields/CheckField';
import { DayField } from '../fields/DayField';
import { InstitutionField } from '../fields/InstitutionField';
import { LostAfterField } from '../fields/LostAfterField';
import { SelectField } from '../fields/SelectField';
import { TextField } from '../fields/TextField';
import { DescriptionField, TitleField } from '../fields/WhatFields';
import { Cell } from '../shared/Cell';
import { Panel } from '../shared/Panel';
import { ProblemsAlert } from '../shared/ProblemsAlert';
import { StaffComments } from '../shared/StaffComments';
import type { ManyForm } from './useManyForm';

const useErrors = ({ draft, problem }: ManyForm) => {
  const problemText = useProblemText();
  return (path: string) => {
    const found = problem(path);
    return found && problemText(found, draft.currency);
  };
};

/** What all of them owe, and to whom. */
export const What = ({ form }: { form: ManyForm }) => {
  const t = useT();
  const { draft, change } = form;
  const errorOf = useErrors(form);
  return (
    <Panel title={t('many.what')}>
      <InstitutionField value={draft.institution} onChange={(institution) => change({ institution })} />
      <TitleField value={draft.title} error={errorOf('title')} onChange={(title) => change({ title })} />
      <DescriptionField value={draft.description} onChange={(description) => change({ description })} />
      <StaffComments value={draft.managerComments} onChange={(managerComments) => change({ managerComments })} />
    </Panel>
  );
};

const KINDS = ['single', 'automatic'] as const;

/** When it is due: on one date, or in equal instalments. */
export const When = ({ form }: { form: ManyForm }) => {
  const t = useT();
  const office = useOffice();
  const { draft, change } = form;
  const errorOf = useErrors(form);
  const isSingle = draft.kind === 'single';
  return (
    <Panel title={t('many.when')}>
      <Radio.Group
        aria-label={t('many.when')}
        value={draft.kind}
        onValueChange={(kind: string) => change({ kind: kind === 'automatic' ? 'automatic' : 'single' })}
      >
        <Flex gap={5} wrap="wrap">
          {KINDS.map((kind) => (
            <Radio.Item key={kind} value={kind}>
              {t(`many.kind.${kind}`)}
            </Radio.Item>
          ))}
        </Flex>
      </Radio.Group>
      <Grid.Root gap={4} gridCols={12}>
        <Cell col={6}>
          <DayField
            name="date"
            label={t(isSingle ? 'field.date' : 'field.firstDate')}
            required
            value={draft.date}
            problem={form.problem('date')}
            onChange={(date) => change({ date })}
          />
        </Cell>
        {!isSingle && (
          <Cell col={6}>
            <TextField
              name="count"
              label={t('field.count')}
              required
              inputMode="numeric"
              value={draft.count}
              error={errorOf('count')}
              onChange={(count) => change({ count })}
            />
          </Cell>
        )}
        {!isSingle && (
          <Cell col={6}>
            <SelectField
              name="period"
              label={t('field.period')}
              value={draft.period}
              onChange={(period) => change({ period })}
              options={PERIODS.map((period) => ({ value: period, label: t(`period.${period}`) }))}
            />
          </Cell>
        )}
        {(isSingle || draft.period !== 'month-end') && (
          <Cell col={6}>
            <ConventionField
              value={draft.convention}
              fallback={draft.institution?.convention ?? office.convention}
              disabled={isSingle && draft.pinned}
              onChange={(convention) => change({ convention })}
            />
          </Cell>
        )}
        {!isSingle && (
          <Cell col={6}>
            <LostAfterField
              value={draft.lostAfter}
              problem={form.problem('lostAfter')}
              currency={draft.currency}
              onChange={(lostAfter) => change({ lostAfter })}
            />
          </Cell>
        )}
      </Grid.Root>
      {isSingle && (
        <CheckField
          name="pinned"
          label={t('field.pinned')}
          checked={draft.pinned}
          onChange={(pinned) => change({ pinned })}
        />
      )}
      {form.planFailure && (
        <ProblemsAlert failure={form.planFailure} currency={draft.currency} onClose={() => undefined} />
      )}
      <CheckField
        name="sendEmail"
        label={t('field.sendEmail')}
        checked={draft.sendEmail}
        onChange={(sendEmail) => change({ sendEmail })}
      />
    </Panel>
  );
};
