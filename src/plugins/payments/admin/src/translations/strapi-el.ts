type Messages = Readonly<Record<string, string>>;

/** By Strapi's keys: its English, and that in Greek. */
const WORDS: Readonly<Record<string, readonly [english: string, greek: string]>> = {
  'global.back': ['Back', 'Πίσω'],
  anErrorOccurred: ['', 'Κάτι πήγε στραβά. Δοκιμάστε ξανά.'],
  'app.components.EmptyStateLayout.content-permissions': [
    "You don't have the permissions to access that content",
    'Δεν έχετε δικαίωμα πρόσβασης σε αυτό το περιεχόμενο',
  ],
  'components.PageFooter.select': ['Entries per page', 'Εγγραφές ανά σελίδα'],
  'components.pagination.go-to': ['Go to page {page}', 'Μετάβαση στη σελίδα {page}'],
  'components.pagination.go-to-next': ['Go to next page', 'Μετάβαση στην επόμενη σελίδα'],
  'components.pagination.go-to-previous': ['Go to previous page', 'Μετάβαση στην προηγούμενη σελίδα'],
};

/**
 * Words of Strapi's own components on the plugin's pages. Strapi has no Greek: without these its English stands between Greek texts.
 *
 * @param admin the admin's messages; what a host's configuration has replaced stays as the host says it
 */
export const strapiInGreek = (admin: Messages): Messages =>
  Object.fromEntries(
    Object.entries(WORDS)
      .filter(([key, [english]]) => (admin[key] ?? english) === english)
      .map(([key, [, greek]]) => [key, greek]),
  );
