import { Grid } from '@strapi/design-system';
import { useT } from '../../intl/useT';
import { AccountField } from '../fields/AccountField';
import { CheckField } from '../fields/CheckField';
import { SelectField } from '../fields/SelectField';
import { TextField } from '../fields/TextField';
import { Cell } from '../shared/Cell';
import type { InstitutionForm } from './useInstitutionForm';

/** Where and how it is paid. */
export const InstitutionAccount = ({ form }: { form: InstitutionForm }) => {
  const t = useT();
  const { draft, change } = form;
  return (
    <>
      <TextField
        name="payUrl"
        label={t('institution.payUrl')}
        hint={t('institution.payUrl.hint')}
        type="url"
        maxLength={500}
        value={draft.payUrl}
        error={form.errorOf('payUrl')}
        onChange={(payUrl) => change({ payUrl })}
      />
      <Grid.Root gap={4} gridCols={12}>
        <Cell col={8}>
          <AccountField
            kind="iban"
            label={t('institution.iban')}
            required={draft.epcQr}
            value={draft.iban}
            problem={form.problemOf('iban')}
            onChange={(iban) => change({ iban })}
          />
        </Cell>
        <Cell col={4}>
          <AccountField
            kind="bic"
            label={t('institution.bic')}
            value={draft.bic}
            problem={form.problemOf('bic')}
            onChange={(bic) => change({ bic })}
          />
        </Cell>
      </Grid.Root>
      <CheckField
        name="epcQr"
        label={t('institution.epcQr')}
        checked={draft.epcQr}
        onChange={(epcQr) => change({ epcQr })}
      />
      {draft.epcQr && (
        <SelectField
          name="epcRemittance"
          label={t('institution.epcRemittance')}
          hint={t('institution.epcRemittance.hint')}
          value={draft.epcRemittance}
          onChange={(epcRemittance) => change({ epcRemittance })}
          options={(['reference', 'text'] as const).map((value) => ({
            value,
            label: t(`institution.epcRemittance.${value}`),
          }))}
        />
      )}
    </>
  );
};
