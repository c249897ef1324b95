import { useMemo, useState } from 'react';
import { Badge, Box, Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import type { Pasted } from '../../grid/paste';
import { useProblemText } from '../../intl/useProblemText';
import { useT } from '../../intl/useT';
import { PastedNote } from '../grid/PastedNote';
import { SheetGrid } from '../grid/SheetGrid';
import type { SheetLine } from '../grid/SheetGrid';
import { Panel } from '../shared/Panel';
import { ChooseDialog } from './ChooseDialog';
import { PasteDialog } from './PasteDialog';
import type { ManyForm } from './useManyForm';

/** The lines as the grid shows them: what cannot be read, and what the server says. */
const useLines = ({ draft, read, attempted, said, remove }: ManyForm): SheetLine[] => {
  const t = useT();
  const problemText = useProblemText();
  return useMemo(
    () =>
      draft.lines.map(({ customer, amount, paymentCode }): SheetLine => {
        const { documentId, name, taxNumber, reachable } = customer;
        const own = read.cells.get(documentId);
        const told = said.get(documentId) ?? [];
        const textAt = (field: 'customer' | 'amount' | 'paymentCode') => {
          const found = told.find((problem) => problem.field === field);
          return found && problemText({ ...found, params: found.params ?? {} }, draft.currency);
        };
        const isMissing = own?.amount?.code === 'required' && !attempted;
        return {
          key: documentId,
          name,
          taxNumber,
          locked: false,
          amount,
          paymentCode,
          problems: {
            amount: own?.amount && !isMissing ? problemText(own.amount, draft.currency) : textAt('amount'),
            paymentCode: own?.paymentCode ? problemText(own.paymentCode, draft.currency) : textAt('paymentCode'),
            line: textAt('customer'),
          },
          end: (
            <Flex gap={2} justifyContent="flex-end">
              {!reachable && <Badge size="S">{t('many.untold')}</Badge>}
              <IconButton label={t('many.remove', { name })} variant="ghost" onClick={() => remove(documentId)}>
                <Trash />
              </IconButton>
            </Flex>
          ),
        };
      }),
    [draft.lines, draft.currency, read, attempted, said, remove, t, problemText],
  );
};

/** Who owes it, and how much each: chosen or pasted, then typed or pasted. */
export const ManyCustomers = ({ form }: { form: ManyForm }) => {
  const t = useT();
  const lines = useLines(form);
  const [open, setOpen] = useState<'choose' | 'paste' | null>(null);
  const [pasted, setPasted] = useState<Pasted | null>(null);
  const isMissing = form.problem('lines') !== undefined;
  return (
    <Panel
      title={t('many.customers', { count: lines.length })}
      action={
        <Flex gap={2} wrap="wrap">
          <Button variant="secondary" startIcon={<Plus />} onClick={() => setOpen('choose')}>
            {t('many.choose')}
          </Button>
          <Button variant="secondary" onClick={() => setOpen('paste')}>
            {t('many.paste')}
          </Button>
        </Flex>
      }
    >
      {pasted && <PastedNote pasted={pasted} onClose={() => setPasted(null)} />}
      {lines.length === 0 ? (
        <Box padding={6} background="neutral100" hasRadius>
          <Typography textColor={isMissing ? 'danger600' : 'neutral600'} role={isMissing ? 'alert' : undefined}>
            {t('many.customers.empty')}
          </Typography>
        </Box>
      ) : (
        <>
          <Typography variant="pi" textColor="neutral600">
            {t('grid.hint')}
          </Typography>
          <SheetGrid
            label={t('many.customers', { count: lines.length })}
            lines={lines}
            end={t('many.more')}
            onType={form.type}
            onPaste={(next) => {
              setPasted(next);
              form.paste(next);
            }}
          />
        </>
      )}
      {open === 'choose' && (
        <ChooseDialog
          known={new Set(form.draft.lines.map(({ customer }) => customer.documentId))}
          onAdd={(customers) => form.add(customers)}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'paste' && <PasteDialog onAdd={form.add} onClose={() => setOpen(null)} />}
    </Panel>
  );
};
