/**
 * What is handed to the computer’s telephone or mail program: the number or the address alone. Whatever else is in the
 * text of a record, a subject line or a second recipient, does not get into it.
 */

const NUMBER = /^\+?\d{3,15}$/;
const ADDRESS = /^[a-z0-9.!'*+=_~$-]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/i;

/** `tel:` and the digits of a number as it is written in the United Kingdom; undefined for any other text. */
export function telephoneAddress(text: string): string | undefined {
  const digits = text.replace(/\(0\)/g, '').replace(/[\s().-]/g, '');
  return NUMBER.test(digits) ? `tel:${digits}` : undefined;
}

/** `mailto:` and one address, encoded; undefined for any other text. */
export function mailAddress(text: string): string | undefined {
  const address = text.trim();
  if (!ADDRESS.test(address)) return undefined;
  const [local = '', host = ''] = address.split('@');
  return `mailto:${encodeURIComponent(local)}@${host}`;
}
