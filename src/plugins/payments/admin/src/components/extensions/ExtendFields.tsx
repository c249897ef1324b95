import { Box, Button, Grid } from '@strapi/design-system';
import { useOffice } from '../../hooks/useOffice';
import { useProblemText } from '../../intl/useProblemText';
import { useT } from '../../intl/useT';
import { CheckField } from '../fields/CheckField';
import { DayField } from '../fields/DayField';
import { InstitutionField } from '../fields/InstitutionField';
import { TextField } from '../fields/TextField';
import { Cell } from '../shared/Cell';
import { Panel } from '../shared/Panel';
import type { ExtendForm } from './useExtend';

/** Whose deadline, from which day to which; Enter shows what would move. */
export const ExtendFields = ({ form }: { form: ExtendForm }) => {
  const t = useT();
  const { currency } = useOffice();
  const problemText = useProblemText();
  const { draft, change, problemOf } = form;
  const institutionProblem = problemOf('institution');
  return (
    <Panel title={t('extend.which')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          form.preview();
        }}
      >
        <Grid.Root gap={4} gridCols={12}>
          <Cell col={6}>
            <InstitutionField
              value={draft.institution}
              error={institutionProblem && problemText(institutionProblem, currency)}
              onChange={(institution) => change({ institution })}
            />
          </Cell>
          <Cell col={6}>
            <TextField
              name="title"
              label={t('extend.title.words')}
              hint={t('extend.title.hint')}
              maxLength={100}
              value={draft.title}
              onChange={(title) => change({ title })}
            />
          </Cell>
          <Cell col={6}>
            <DayField
              name="from"
              label={t('extend.from')}
              required
              value={draft.from}
              problem={problemOf('from')}
              onChange={(from) => change({ from })}
            />
          </Cell>
          <Cell col={6}>
            <DayField
              name="to"
              label={t('extend.to')}
              required
              value={draft.to}
              problem={problemOf('to')}
              onChange={(to) => change({ to })}
            />
          </Cell>
        </Grid.Root>
        <Box paddingTop={4} paddingBottom={4}>
          <CheckField
            name="pinned"
            label={t('extend.pinned')}
            checked={draft.pinned}
            onChange={(pinned) => change({ pinned })}
          />
        </Box>
        <Button type="submit" variant={form.shown ? 'tertiary' : 'default'} loading={form.looking}>
          {t('extend.show')}
        </Button>
      </form>
    </Panel>
  );
};
