import type { InstitutionValue } from '../../../src/plugins/payments/contracts/institution';
import { dataOf } from '../../support/answers';
import { expect, test } from './admin-test';

test('every rule of an institution is edited, and the customer pays by them @journey', async ({
  institutions,
  page,
  portal,
  office,
  owe,
}) => {
  await institutions.open();
  await institutions.startNew();
  const { dialog } = institutions;
  await institutions.type('Name of the institution', 'Δήμος Αθηναίων');

  await institutions.type('IBAN', 'GR16 0110 1250 0000 0001 2300 69');
  await expect(dialog.getByText('An IBAN of GR has 27 characters, this one 26.')).toBeVisible();
  await institutions.type('IBAN', 'gr17 0110 1250 0000 0001 2300 695');
  await expect(dialog.getByText('The check digits of the IBAN do not fit.')).toBeVisible();
  await institutions.type('BIC', 'ETHN');
  await expect(dialog.getByText('A BIC has 8 or 11 letters and digits.')).toBeVisible();
  await institutions.type('Pay link', 'example.com');
  await institutions.type('Bank days', '11');
  await dialog.getByRole('checkbox', { name: /EPC QR code/ }).click();
  await institutions.type('IBAN', '');
  await dialog.getByRole('button', { name: 'Create institution' }).click();
  await expect(dialog.getByText('Write an address that begins with https://.')).toBeVisible();
  await expect(dialog.getByText('Write a whole number from 0 to 10.')).toBeVisible();
  await expect(dialog.getByText('A QR code needs an IBAN')).toBeVisible();

  await institutions.type('IBAN', 'gr1601101250000000012300695');
  await expect(institutions.field('IBAN')).toHaveValue('GR16 0110 1250 0000 0001 2300 695');
  await institutions.type('BIC', 'ethngraa');
  await institutions.type('Pay link', 'https://example.com/athens');
  await institutions.type('Bank days', '2');
  await institutions.choose('Kind of payment code', 'RF reference');
  await institutions.choose('Codes are issued', 'one for each instalment');
  await dialog.getByRole('checkbox', { name: 'A code serves one instalment only' }).click();
  await institutions.choose('If the day is closed', /^Previous open day$/);
  await institutions.choose('Reminders', 'On days of its own');
  await institutions.type('Reminder days', '0 -5');
  await expect(institutions.field('Reminder days')).toHaveValue('-5, 0');
  await expect(dialog.getByText('5 days before “pay by” · on the due date')).toBeVisible();
  await institutions.choose('The QR code carries the payment code as', 'text');
  await dialog.getByRole('button', { name: 'Create institution' }).click();
  await expect(dialog).toBeHidden();

  const [saved] = await dataOf<InstitutionValue[]>(office.admin.get('/payments/institutions?q=αθηναιων'));
  expect(saved).toEqual({
    documentId: saved?.documentId,
    name: 'Δήμος Αθηναίων',
    iban: 'GR1601101250000000012300695',
    bic: 'ETHNGRAA',
    payUrl: 'https://example.com/athens',
    codeScheme: 'rf',
    codeScope: 'instalment',
    singleUseCodes: true,
    convention: 'preceding',
    bankDays: 2,
    ladder: [-5, 0],
    epcQr: true,
    epcRemittance: 'text',
  });

  // Saturday: the day before, by its convention; pay by two working days earlier.
  const payment = await owe('Municipal fee', '2027-07-31', {
    institution: saved?.documentId,
    paymentCode: { value: 'RF18539007547034', scheme: 'rf' },
  });
  await portal.open();
  await portal.signIn(office.eleni.email);
  await portal.open(`obligations/${payment.documentId}`);
  await expect(portal.instalment(1)).toContainText('30 Jul 2027');
  await expect(page.getByRole('link', { name: /Pay at/ }).first()).toHaveAttribute(
    'href',
    'https://example.com/athens',
  );
  const qr = await office.eleni.http.get<string>(
    `/api/payments/instalments/${payment.instalments[0]?.documentId}/qr.svg`,
  );
  expect(qr.status).toBe(200);

  await institutions.open();
  await institutions.edit('Δήμος Αθηναίων');
  await institutions.choose('Reminders', /^The office’s/);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  const after = await dataOf<InstitutionValue>(office.admin.get(`/payments/institutions/${saved?.documentId}`));
  expect(after).toEqual({ ...saved, ladder: null });
});
