// Numbers that pass every check and belong to nobody: their digits are zeros where a real one names a bank, a person or a debt.

const digitsOf = (text) => [...text].map((char) => String(parseInt(char, 36))).join('');
const mod97 = (text) => Number(BigInt(digitsOf(text)) % 97n);
const checkDigits = (body, prefix) => String(98 - mod97(`${body}${prefix}00`)).padStart(2, '0');

/** A Greek tax number whose first digits are zeros. Check digit: Σ dᵢ·2^(9−i), mod 11, mod 10. */
export const exampleTaxNumber = (serial) => {
  const body = String(serial).padStart(8, '0');
  const sum = [...body].reduce((total, digit, index) => total + Number(digit) * 2 ** (8 - index), 0);
  return `${body}${(sum % 11) % 10}`;
};

/** A Greek tax debt ID: the payer's tax number, then 21 digits that are a serial number alone. */
export const exampleTaxDebt = (taxNumber, serial) => `${taxNumber}${String(serial).padStart(21, '0')}`;

/** A creditor reference (ISO 11649) that says what it is. */
export const exampleReference = (serial) => {
  const body = `EXAMPLE${String(serial).padStart(4, '0')}`;
  return `RF${checkDigits(body, 'RF')}${body}`;
};

/** A Greek RF code of 25 characters; its 21 digits are a serial number alone. */
export const exampleGreekReference = (serial) => {
  const body = String(serial).padStart(21, '0');
  return `RF${checkDigits(body, 'RF')}${body}`;
};

/** A Greek IBAN of bank 000, which does not exist. */
export const exampleIban = (serial) => {
  const body = String(serial).padStart(23, '0');
  return `GR${checkDigits(body, 'GR')}${body}`;
};
