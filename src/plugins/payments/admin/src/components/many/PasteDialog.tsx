import { useState } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import type { Choosable } from '../../../../contracts/payment-many';
import { readClipboard, readTaxSheet } from '../../grid/paste';
import type { PastedCells, SheetOfCustomer } from '../../grid/paste';
import { useOffice } from '../../hooks/useOffice';
import { useSave } from '../../hooks/useSave';
import { useT } from '../../intl/useT';
import { useFindManyMutation } from '../../services/payment-many';
import type { FoundMany } from '../../services/payment-many';
import { SelectField } from '../fields/SelectField';
import { TextAreaField } from '../fields/TextField';
import { FormDialog } from '../shared/FormDialog';

interface PasteDialogProps {
  onAdd: (customers: readonly Choosable[], cells: ReadonlyMap<string, PastedCells>) => void;
  onClose: () => void;
}

interface Matched {
  readonly sheet: readonly SheetOfCustomer[];
  readonly matches: FoundMany['matches'];
}

const cellsOf = ({ amount, paymentCode }: SheetOfCustomer): PastedCells => ({
  ...(amount !== undefined && { amount }),
  ...(paymentCode !== undefined && { paymentCode }),
});

/** Tax numbers that nobody has. */
const Unmatched = ({ matches }: Pick<Matched, 'matches'>) => {
  const t = useT();
  const lost = matches.filter(({ customers }) => customers.length === 0);
  if (lost.length === 0) return null;
  return (
    <Box background="warning100" borderColor="warning200" hasRadius padding={3} role="status">
      <Typography fontWeight="semiBold">{t('many.unmatched', { count: lost.length })}</Typography>
      <Typography tag="p">{lost.map(({ taxNumber }) => taxNumber).join(', ')}</Typography>
    </Box>
  );
};

/**
 * Adds customers by a pasted list of tax numbers, or by a whole sheet with amounts and codes. Whom nobody has is shown, whom several have is asked;
 * nobody is guessed.
 */
export const PasteDialog = ({ onAdd, onClose }: PasteDialogProps) => {
  const t = useT();
  const { currency } = useOffice();
  const [text, setText] = useState('');
  const [matched, setMatched] = useState<Matched | null>(null);
  const [chosen, setChosen] = useState<Readonly<Record<number, string>>>({});
  const [find] = useFindManyMutation();
  const save = useSave<FoundMany>();

  const look = () => {
    const sheet = readTaxSheet(readClipboard(text));
    if (sheet.length === 0) return;
    void save.run(
      () => find({ taxNumbers: sheet.map(({ taxNumber }) => taxNumber) }).unwrap(),
      ({ matches }) => setMatched({ sheet, matches }),
    );
  };

  const found = (matched?.matches ?? []).flatMap(({ customers }, index) => {
    const customer =
      customers.length === 1 ? customers[0] : customers.find(({ documentId }) => documentId === chosen[index]);
    return customer ? [{ customer, index }] : [];
  });

  const add = () => {
    const sheet = matched?.sheet ?? [];
    const cells = new Map(
      found.map(({ customer, index }) => [customer.documentId, cellsOf(sheet[index] ?? { taxNumber: '' })] as const),
    );
    onAdd(
      found.map(({ customer }) => customer),
      cells,
    );
    onClose();
  };

  return (
    <FormDialog
      title={t('many.paste')}
      submit={matched ? t('many.add', { count: found.length }) : t('many.look')}
      busy={save.busy}
      failure={save.failure}
      currency={currency}
      disabled={matched ? found.length === 0 : text.trim() === ''}
      onSubmit={matched ? add : look}
      onDismissFailure={save.dismiss}
      onClose={onClose}
    >
      <TextAreaField
        name="taxNumbers"
        label={t('many.paste.label')}
        hint={t('many.paste.hint')}
        value={text}
        onChange={(next) => {
          setText(next);
          setMatched(null);
        }}
      />
      {matched && (
        <Flex direction="column" alignItems="stretch" gap={3}>
          <Typography role="status">{t('many.matched', { count: found.length })}</Typography>
          <Unmatched matches={matched.matches} />
          {matched.matches.map(({ taxNumber, customers }, index) =>
            customers.length > 1 ? (
              <SelectField
                key={`${taxNumber}-${index}`}
                name={`ambiguous.${index}`}
                label={t('many.ambiguous', { taxNumber })}
                value={chosen[index] ?? ''}
                onChange={(documentId) => setChosen((before) => ({ ...before, [index]: documentId }))}
                options={[
                  { value: '', label: t('many.ambiguous.none') },
                  ...customers.map(({ documentId, name }) => ({ value: documentId, label: name })),
                ]}
              />
            ) : null,
          )}
        </Flex>
      )}
    </FormDialog>
  );
};
