import type { StaffAction } from '../../../../contracts/route';
import { paths } from '../../constants';
import { useAllowed } from '../../hooks/useAllowed';
import type { TextKey } from '../../intl/useT';

interface Entry {
  to: string;
  label: TextKey;
  /** What the page asks for; the lists ask for no more than to read. */
  action?: StaffAction;
}

const LISTS: readonly Entry[] = [
  { to: paths.today, label: 'nav.today' },
  { to: paths.payments, label: 'nav.payments' },
  { to: paths.many, label: 'nav.many', action: 'create' },
  { to: paths.recurring, label: 'nav.recurring' },
  { to: paths.customers, label: 'nav.customers' },
  { to: paths.contacts, label: 'nav.contacts' },
  { to: paths.institutions, label: 'nav.institutions', action: 'institutions' },
  { to: paths.extensions, label: 'nav.extensions' },
  { to: paths.notices, label: 'nav.notices' },
  { to: paths.imports, label: 'nav.import', action: 'import' },
];

/** The office's own rules. A page of settings more is a line more. */
const OFFICE: readonly Entry[] = [
  { to: paths.settings, label: 'nav.settings', action: 'settings' },
  { to: paths.mailTexts, label: 'nav.mailTexts', action: 'settings' },
  { to: paths.closedDays, label: 'nav.closedDays', action: 'settings' },
  { to: paths.closures, label: 'nav.closures', action: 'settings' },
];

/** The entries of a role; a section that has none is left out. */
export const useSections = () => {
  const allowed = useAllowed();
  const mayOpen = ({ action = 'read' }: Entry) => allowed(action);
  return [
    { key: 'nav.lists' as const, entries: LISTS.filter(mayOpen) },
    { key: 'nav.office' as const, entries: OFFICE.filter(mayOpen) },
  ].filter(({ entries }) => entries.length > 0);
};

/** The name of the list or rules that an address is of; pages of one payment are of none, since they lie beside the lists. */
export const openEntry = (pathname: string): TextKey | undefined =>
  [...LISTS, ...OFFICE]
    .filter(({ to }) => pathname.endsWith(to) || (to !== paths.today && pathname.includes(`${to}/`)))
    .sort((a, b) => b.to.length - a.to.length)[0]?.label;
