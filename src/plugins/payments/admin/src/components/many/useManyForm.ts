import { useCallback, useEffect, useMemo, useState } from 'react';
import { useDebounce } from '@strapi/strapi/admin';
import type { CellProblem, Choosable, ManyPreview } from '../../../../contracts/payment-many';
import type { GridField, Pasted, PastedCells } from '../../grid/paste';
import { useOffice } from '../../hooks/useOffice';
import { useReader } from '../../hooks/useReader';
import { useSave } from '../../hooks/useSave';
import { failureOf, problemAt } from '../../services/failure';
import type { Failure } from '../../services/failure';
import { useCreateManyMutation, usePreviewManyMutation } from '../../services/payment-many';
import type { CreatedMany, ManyOrderBody } from '../../services/payment-many';
import { emptyMany, readMany } from './draft';
import type { ManyDraft } from './draft';

/** What the server would make of the order, asked when typing pauses. */
const useManyPreview = (order: ManyOrderBody | null) => {
  const [ask] = usePreviewManyMutation();
  const [answer, setAnswer] = useState<{ asked: string; preview: ManyPreview | null; failure: Failure | null }>();
  const text = order ? JSON.stringify(order) : '';
  const settled = useDebounce(text, 400);
  useEffect(() => {
    if (settled === '') return undefined;
    let current = true;
    void ask(JSON.parse(settled) as ManyOrderBody)
      .unwrap()
      .then(
        (preview) => current && setAnswer({ asked: settled, preview, failure: null }),
        (error: unknown) => current && setAnswer({ asked: settled, preview: null, failure: failureOf(error) }),
      );
    return () => {
      current = false;
    };
  }, [ask, settled]);
  const fits = answer !== undefined && answer.asked === text;
  return { preview: answer?.preview ?? null, failure: fits ? answer.failure : null, stale: !fits };
};

/** What the preview says of each customer. */
function problemsOf(order: ManyOrderBody | null, preview: ManyPreview | null): ReadonlyMap<string, CellProblem[]> {
  const found = new Map<string, CellProblem[]>();
  preview?.rows.forEach(({ errors, warnings }, index) => {
    const customer = order?.rows[index]?.customer;
    if (customer) found.set(customer, [...errors, ...warnings]);
  });
  return found;
}

/** The form of one obligation for many: what is typed, and what the server would make of it. */
export const useManyForm = (onCreated: (created: CreatedMany) => void) => {
  const { currency, sendEmailOnCreate } = useOffice();
  const reader = useReader();
  const [begun] = useState(() => emptyMany(currency, sendEmailOnCreate));
  const [draft, setDraft] = useState<ManyDraft>(begun);
  const [attempted, setAttempted] = useState(false);
  const [create] = useCreateManyMutation();
  const save = useSave<CreatedMany>();
  const read = useMemo(() => readMany(draft, reader), [draft, reader]);
  const asked = useManyPreview(read.order);
  const change = (next: Partial<ManyDraft>) => setDraft((before) => ({ ...before, ...next }));

  const write = useCallback((cells: ReadonlyMap<string, PastedCells>) => {
    setDraft((before) => ({
      ...before,
      lines: before.lines.map((line) => ({ ...line, ...cells.get(line.customer.documentId) })),
    }));
  }, []);

  const add = (customers: readonly Choosable[], cells: ReadonlyMap<string, PastedCells> = new Map()) =>
    setDraft((before) => {
      const known = new Set(before.lines.map(({ customer }) => customer.documentId));
      const added = customers.filter(({ documentId }) => !known.has(documentId));
      const lines = [...before.lines, ...added.map((customer) => ({ customer, amount: '', paymentCode: '' }))];
      return { ...before, lines: lines.map((line) => ({ ...line, ...cells.get(line.customer.documentId) })) };
    });

  return {
    draft,
    change,
    add,
    remove: useCallback(
      (documentId: string) =>
        setDraft((before) => ({
          ...before,
          lines: before.lines.filter(({ customer }) => customer.documentId !== documentId),
        })),
      [],
    ),
    type: useCallback(
      (key: string, field: GridField, value: string) => write(new Map([[key, { [field]: value }]])),
      [write],
    ),
    paste: useCallback((pasted: Pasted) => write(pasted.cells), [write]),
    read,
    attempted,
    preview: asked.preview,
    stale: asked.stale,
    planFailure: asked.failure,
    said: problemsOf(read.order, asked.stale ? null : asked.preview),
    problem: (path: string) => (attempted ? problemAt(read.problems, path) : undefined),
    dirty: draft !== begun,
    save,
    submit: () => {
      setAttempted(true);
      const { order } = read;
      if (!read.whole || !order) return;
      void save.run((confirmed) => create({ ...order, sendEmail: draft.sendEmail, confirmed }).unwrap(), onCreated);
    },
  };
};

export type ManyForm = ReturnType<typeof useManyForm>;
