import { useT } from '../../intl/useT';
import { CheckField } from '../fields/CheckField';
import { SelectField } from '../fields/SelectField';
import { TextField } from '../fields/TextField';
import { DescriptionField, TitleField } from '../fields/WhatFields';
import { NAMINGS } from './draft';
import type { FieldsDraft } from './draft';

interface SeriesFieldsProps {
  draft: FieldsDraft;
  errorOf: (path: string) => string | undefined;
  onChange: (change: Partial<FieldsDraft>) => void;
}

/** What each payment of a series is called, and what the customer reads beside it. */
export const SeriesWhat = ({ draft, errorOf, onChange }: SeriesFieldsProps) => {
  const t = useT();
  return (
    <>
      <TitleField value={draft.title} error={errorOf('title')} onChange={(title) => onChange({ title })} />
      <SelectField
        name="naming"
        label={t('series.naming')}
        hint={t('series.naming.hint')}
        value={draft.naming}
        onChange={(naming) => onChange({ naming })}
        options={NAMINGS.map((naming) => ({ value: naming, label: t(`series.naming.${naming}`) }))}
      />
      <DescriptionField
        value={draft.description}
        error={errorOf('description')}
        onChange={(description) => onChange({ description })}
      />
    </>
  );
};

/** How long ahead each payment is made, and whether its making is told. */
export const SeriesMaking = ({ draft, errorOf, onChange }: SeriesFieldsProps) => {
  const t = useT();
  return (
    <>
      <TextField
        name="daysAhead"
        label={t('series.daysAhead')}
        inputMode="numeric"
        value={draft.daysAhead}
        error={errorOf('daysAhead')}
        onChange={(daysAhead) => onChange({ daysAhead })}
      />
      <CheckField
        name="sendEmail"
        label={t('series.sendEmail')}
        checked={draft.sendEmail}
        onChange={(sendEmail) => onChange({ sendEmail })}
      />
    </>
  );
};
