const escape = (text) => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);

const labels = { 'en-GB': ['From', 'To'], 'el-GR': ['Από', 'Προς'] };

/**
 * A mail as a reader shows it: subject, who to whom, and its own HTML below.
 *
 * @param {import('mailparser').ParsedMail} mail
 * @param {string} locale `en-GB` or `el-GR`, for the two labels.
 */
export const mailPage = ({ subject, from, to, html }, locale) => {
  const [fromLabel, toLabel] = labels[locale];
  return `<!doctype html><meta charset="utf-8"><style>
    body { margin: 0; font: 14px/1.5 'Liberation Sans', Arial, sans-serif; color: #222; background: #fff }
    header { background: #fff; padding: 16px 24px; border-bottom: 1px solid #ddd } h1 { font-size: 18px; margin: 0 0 8px } header p { margin: 0; padding: 0; color: #555 }
  </style><header><h1>${escape(subject)}</h1><p>${fromLabel}: ${escape(from.text)}</p><p>${toLabel}: ${escape(to.text)}</p></header>
  ${html.replace(/^[\s\S]*?(?=<style|<body)/, '')}`;
};
