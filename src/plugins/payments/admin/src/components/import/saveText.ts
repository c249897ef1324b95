import { saveFile } from '../../hooks/useDownload';

/** Offers a text that the page made for saving. */
export const saveText = (text: string, name: string): void =>
  saveFile(new Blob([text], { type: 'text/csv;charset=utf-8' }), name);
