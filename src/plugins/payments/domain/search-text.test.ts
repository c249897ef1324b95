import { normaliseSearch } from './search-text';

test.each([
  ['Παπαδόπουλος', 'παπαδοπουλοσ'],
  ['ΠΑΠΑΔΟΠΟΥΛΟΣ', 'παπαδοπουλοσ'],
  ['παπαδοπουλοσ', 'παπαδοπουλοσ'],
  ['Αΐδα  Ϋ', 'αιδα υ'],
  ['  Müller &\n Söhne ', 'muller & sohne'],
  ['Straße', 'strasse'],
  ['İstanbul', 'istanbul'],
  ['ﬁne １２', 'fine 12'],
  ['', ''],
])('%j is searched as %j', (text, expected) => {
  expect(normaliseSearch(text)).toBe(expected);
});
