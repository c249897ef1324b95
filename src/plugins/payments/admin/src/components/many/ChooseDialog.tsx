import { useEffect, useState } from 'react';
import { Box, Checkbox, Flex, Typography } from '@strapi/design-system';
import { useDebounce } from '@strapi/strapi/admin';
import type { Choosable } from '../../../../contracts/payment-many';
import { useOffice } from '../../hooks/useOffice';
import { useT } from '../../intl/useT';
import { failureOf } from '../../services/failure';
import type { Failure } from '../../services/failure';
import { useFindManyMutation } from '../../services/payment-many';
import { InstitutionField } from '../fields/InstitutionField';
import type { InstitutionChoice } from '../fields/InstitutionField';
import { TextField } from '../fields/TextField';
import { FormDialog } from '../shared/FormDialog';

interface ChooseDialogProps {
  /** Those that are in the list already. */
  known: ReadonlySet<string>;
  onAdd: (customers: readonly Choosable[]) => void;
  onClose: () => void;
}

const useFound = (q: string, institution: string | undefined) => {
  const [find, { isLoading }] = useFindManyMutation();
  const [found, setFound] = useState<{ customers: readonly Choosable[]; more: boolean }>({
    customers: [],
    more: false,
  });
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    let current = true;
    void find({ filter: { q: q || undefined, institution } })
      .unwrap()
      .then(
        ({ customers, more }) => current && setFound({ customers, more: more === true }),
        (error: unknown) => current && setFailure(failureOf(error)),
      );
    return () => {
      current = false;
    };
  }, [find, q, institution]);
  return { found, failure, setFailure, isLoading };
};

/** Adds customers that a search finds; all of them unless some are unticked. */
export const ChooseDialog = ({ known, onAdd, onClose }: ChooseDialogProps) => {
  const t = useT();
  const { currency } = useOffice();
  const [text, setText] = useState('');
  const [institution, setInstitution] = useState<InstitutionChoice | null>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const q = useDebounce(text, 300).trim().slice(0, 100);
  const { found, failure, setFailure, isLoading } = useFound(q, institution?.documentId);
  const open = found.customers.filter(({ documentId }) => !known.has(documentId));
  const chosen = open.filter(({ documentId }) => !left.has(documentId));
  const toggle = (documentId: string, checked: boolean) =>
    setLeft((before) => {
      const next = new Set(before);
      if (checked) next.delete(documentId);
      else next.add(documentId);
      return next;
    });

  return (
    <FormDialog
      title={t('many.choose')}
      submit={t('many.add', { count: chosen.length })}
      busy={false}
      failure={failure}
      currency={currency}
      disabled={chosen.length === 0 || isLoading}
      onSubmit={() => {
        onAdd(chosen);
        onClose();
      }}
      onDismissFailure={() => setFailure(null)}
      onClose={onClose}
    >
      <TextField name="q" label={t('many.choose.search')} value={text} onChange={setText} />
      <InstitutionField value={institution} onChange={setInstitution} />
      <Typography role="status" variant="pi">
        {t(found.more ? 'many.foundMore' : 'many.found', { count: open.length })}
      </Typography>
      <Box maxHeight="32rem" overflow="auto" tag="ul" aria-busy={isLoading}>
        {open.map(({ documentId, name, taxNumber }) => (
          <Flex key={documentId} tag="li" paddingTop={1} paddingBottom={1}>
            <Checkbox
              checked={!left.has(documentId)}
              onCheckedChange={(checked) => toggle(documentId, checked === true)}
            >
              {[name, taxNumber].filter(Boolean).join(' · ')}
            </Checkbox>
          </Flex>
        ))}
      </Box>
    </FormDialog>
  );
};
