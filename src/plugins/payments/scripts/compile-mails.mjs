// Compiles the mails' MJML, so that the package ships plain HTML and needs no compiler where it runs.
// The result is committed; a unit test holds it to its sources (`--print` writes it to the terminal alone).
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import mjml2html from 'mjml';

const templates = new URL('../server/src/notices/templates/', import.meta.url);
const read = (name) => readFile(new URL(name, templates), 'utf8');

/** The compiled templates, as `compiled.json` holds them. Throws where the MJML is wrong. */
async function compileMails() {
  const { html } = await mjml2html(await read('mail.mjml'), {
    validationLevel: 'strict',
    keepComments: false,
    // The reader's own fonts: MJML would else fetch some from a host of its choice.
    fonts: {},
  });
  // Indentation is a third of the bytes; line ends stay, so that no line grows too long for SMTP.
  const compact = html.replace(/\n\s+/g, '\n').trim();
  return `${JSON.stringify({ html: compact, text: await read('mail.txt') }, null, 2)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const compiled = await compileMails();
  if (process.argv.includes('--print')) process.stdout.write(compiled);
  else await writeFile(new URL('compiled.json', templates), compiled);
}
