import { useRef, useState } from 'react';
import type { ImportBatch, ImportReport } from '../../../../contracts/import-values';
import { IMPORT_BYTES } from '../../../../contracts/import-values';
import type { ColumnId, Correction, ImportKind } from '../../../../domain/import';
import { failureOf } from '../../services/failure';
import type { Failure } from '../../services/failure';
import { useCreateImportMutation } from '../../services/imports';

export type Confirmable = ImportReport['confirmable'][number]['code'];

/** What staff have said of a file so far. */
interface Wish {
  kind: ImportKind;
  file: File | null;
  /** How amounts and dates are written in it; empty as the office writes them. */
  locale: string;
  /** Null until staff change what was proposed. */
  mapping: Array<ColumnId | null> | null;
  corrections: Correction[];
  confirmed: Confirmable[];
  skipBad: boolean;
}

const NOTHING: Wish = {
  kind: 'payments',
  file: null,
  locale: '',
  mapping: null,
  corrections: [],
  confirmed: [],
  skipBad: false,
};

const TOO_LARGE: Failure = {
  status: 413,
  message: '',
  problems: [{ path: 'file', code: 'file-too-large', message: '', params: {} }],
  repairs: [],
  confirm: [],
};

function bodyOf({ kind, file, locale, mapping, corrections, confirmed, skipBad }: Wish, dryRun: boolean): FormData {
  const body = new FormData();
  body.set('kind', kind);
  body.set('dryRun', String(dryRun));
  body.set('skipBad', String(skipBad));
  if (locale) body.set('locale', locale);
  if (mapping) body.set('mapping', JSON.stringify(mapping));
  if (corrections.length > 0) body.set('corrections', JSON.stringify(corrections));
  if (confirmed.length > 0) body.set('confirmed', JSON.stringify(confirmed));
  if (file) body.set('file', file);
  return body;
}

/** A file on its way in: every change of what staff say of it looks at it anew, and nothing is written before they say so. */
export const useImport = () => {
  const [wish, setWish] = useState<Wish>(NOTHING);
  const [report, setReport] = useState<ImportReport | null>(null);
  const [batch, setBatch] = useState<ImportBatch | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [send, { isLoading: busy }] = useCreateImportMutation();

  const looks = useRef(0);

  const look = async (next: Wish) => {
    // Of several looks at once the last one counts, whichever is answered last.
    looks.current += 1;
    const mine = looks.current;
    const isLast = () => mine === looks.current;
    setWish(next);
    setFailure(null);
    if (!next.file) return setReport(null);
    if (next.file.size > IMPORT_BYTES) {
      setReport(null);
      return setFailure(TOO_LARGE);
    }
    try {
      const { report: found } = await send(bodyOf(next, true)).unwrap();
      if (isLast()) setReport(found);
    } catch (error) {
      if (!isLast()) return;
      setReport(null);
      setFailure(failureOf(error));
    }
  };

  const start = async () => {
    setFailure(null);
    try {
      setBatch((await send(bodyOf(wish, false)).unwrap()).batch);
    } catch (error) {
      setFailure(failureOf(error));
    }
  };

  return {
    ...wish,
    report,
    batch,
    failure,
    busy,
    dismiss: () => setFailure(null),
    /** Another file or kind: what was said of the last one is forgotten. */
    choose: (change: Partial<Pick<Wish, 'kind' | 'file' | 'locale'>>) =>
      look({ ...NOTHING, kind: wish.kind, file: wish.file, locale: wish.locale, ...change }),
    map: (mapping: Array<ColumnId | null>) => look({ ...wish, mapping, corrections: [] }),
    /** Puts values in the place of cells, besides those that were put before. */
    correct: (corrections: readonly Correction[]) => {
      const isNew = ({ line, column }: Correction) =>
        !corrections.some((each) => each.line === line && each.column === column);
      return look({ ...wish, corrections: [...wish.corrections.filter(isNew), ...corrections] });
    },
    uncorrect: () => look({ ...wish, corrections: [] }),
    confirm: (code: Confirmable, confirmed: boolean) =>
      look({ ...wish, confirmed: [...wish.confirmed.filter((each) => each !== code), ...(confirmed ? [code] : [])] }),
    setSkipBad: (skipBad: boolean) => setWish({ ...wish, skipBad }),
    start,
    /** Another file after this one. */
    again: () => {
      setWish({ ...NOTHING, kind: wish.kind });
      setReport(null);
      setBatch(null);
    },
  };
};

export type Import = ReturnType<typeof useImport>;
