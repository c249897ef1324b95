import { exampleTaxNumber } from '../demo-seed/examples.mjs';

/** More customers than the demo has, for the pages where many are worked on at once. */
const names = [
  'Αφοί Δημητρίου ΟΕ',
  'Γαλάνης Νικόλαος',
  'Δελφινίου Μαρίνα',
  'Κρητικά Προϊόντα ΑΕ',
  'Λέκκας Στέφανος',
  'Ξυλουργική Θράκης ΙΚΕ',
  'Olympia Tours',
  'Φαρμακείο Ρήγα ΟΕ',
];

/** The serial number of the first one's tax number; the story's own customers have the numbers before it. */
const FIRST = 11;

/**
 * Adds customers with a contact each; the last of them has no email.
 *
 * @param office Of `openOffice`.
 * @returns {Promise<{ documentId: string, name: string, taxNumber: string }[]>} By name.
 */
export const addNeighbours = async (office) => {
  const added = [];
  for (const [index, name] of names.entries()) {
    const email = index < names.length - 1 ? `neighbour${index + 1}@example.com` : null;
    added.push(
      await office.staff('POST', '/payments/customers', {
        name,
        taxNumber: exampleTaxNumber(FIRST + index),
        language: 'el',
        contacts: [{ name, email, language: 'el' }],
      }),
    );
  }
  return added;
};

/** The institution whose name has this word. */
export const institutionOf = async (office, word) => {
  const institutions = await office.staff('GET', '/payments/institutions');
  return institutions.find(({ name }) => name.includes(word)).documentId;
};
