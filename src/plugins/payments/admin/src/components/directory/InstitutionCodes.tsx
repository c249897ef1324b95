import { Grid } from '@strapi/design-system';
import { SCHEME_IDS } from '../../../../domain/payment-code';
import { useT } from '../../intl/useT';
import { CheckField } from '../fields/CheckField';
import { SelectField } from '../fields/SelectField';
import { Cell } from '../shared/Cell';
import type { InstitutionForm } from './useInstitutionForm';

/** Under which codes the institution books its money. */
export const InstitutionCodes = ({ form }: { form: InstitutionForm }) => {
  const t = useT();
  const { draft, change } = form;
  return (
    <>
      <Grid.Root gap={4} gridCols={12}>
        <Cell col={6}>
          <SelectField
            name="codeScheme"
            label={t('institution.codeScheme')}
            value={draft.codeScheme}
            onChange={(codeScheme) => change({ codeScheme })}
            options={SCHEME_IDS.map((id) => ({ value: id, label: t(`scheme.${id}`) }))}
          />
        </Cell>
        <Cell col={6}>
          <SelectField
            name="codeScope"
            label={t('institution.codeScope')}
            value={draft.codeScope}
            onChange={(codeScope) => change({ codeScope })}
            options={(['payment', 'instalment'] as const).map((scope) => ({
              value: scope,
              label: t(`institution.codeScope.${scope}`),
            }))}
          />
        </Cell>
      </Grid.Root>
      <CheckField
        name="singleUseCodes"
        label={t('institution.singleUseCodes')}
        checked={draft.singleUseCodes}
        onChange={(singleUseCodes) => change({ singleUseCodes })}
      />
    </>
  );
};
