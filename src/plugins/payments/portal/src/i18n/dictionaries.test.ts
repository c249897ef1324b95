import el from './el.json';
import en from './en.json';
import type { MessageKey } from './language';
import type { Message } from './message';

const forms = (message: Message): string[] => (typeof message === 'string' ? [message] : [message.one, message.other]);

const namesIn = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();

const keys = Object.keys(en) as MessageKey[];

describe('the two languages', () => {
  it('have the same messages', () => {
    expect(Object.keys(el).sort()).toEqual([...keys].sort());
  });

  it.each(keys)('%s: says the same of the same values', (key) => {
    const names = namesIn(forms(en[key])[0] ?? '');
    for (const form of [...forms(en[key]), ...forms(el[key])]) {
      expect(form.trim()).not.toBe('');
      expect(namesIn(form)).toEqual(names);
    }
    expect(typeof el[key]).toBe(typeof en[key]);
  });

  it('leaves nothing untranslated', () => {
    const same = keys.filter((key) => JSON.stringify(el[key]) === JSON.stringify(en[key]));
    expect(same).toEqual(['signIn.identifier', 'pay.positionShort']);
  });
});
