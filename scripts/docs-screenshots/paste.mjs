/* global DataTransfer, ClipboardEvent */

/** Pastes cells into a field, as a spreadsheet puts them on the clipboard. */
export const pasteCells = (field, lines) =>
  field.evaluate(
    (element, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text', text);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    lines.map((cells) => cells.join('\t')).join('\n'),
  );
