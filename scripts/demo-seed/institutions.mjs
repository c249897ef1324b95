import { exampleIban } from './examples.mjs';

/** Greek practice: who issues which codes, when its dates move, how many working days a transfer needs. */
export const institutions = {
  tax: {
    name: 'ΑΑΔΕ – Tax office (example)',
    codeScheme: 'gr-tax',
    convention: 'following',
    iban: exampleIban(1),
    payUrl: 'https://example.com/tax',
    bankDays: 1,
  },
  insurance: {
    name: 'e-ΕΦΚΑ – Social insurance (example)',
    codeScheme: 'gr-rf',
    convention: 'following',
    iban: exampleIban(2),
    payUrl: 'https://example.com/insurance',
    bankDays: 1,
  },
  city: {
    name: 'Δήμος – Municipality (example)',
    codeScheme: 'rf',
    iban: exampleIban(3),
    payUrl: 'https://example.com/city',
    bankDays: 2,
    epcQr: true,
    epcRemittance: 'reference',
  },
  bank: {
    name: 'Τράπεζα – Bank (example)',
    codeScheme: 'gr-rf',
    codeScope: 'instalment',
    singleUseCodes: true,
    convention: 'modified-following',
    iban: exampleIban(4),
    payUrl: 'https://example.com/bank',
    bankDays: 0,
    epcQr: true,
    epcRemittance: 'reference',
  },
};
