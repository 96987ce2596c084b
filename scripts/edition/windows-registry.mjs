/** Policies as a file that Windows imports into its registry. */

/**
 * @param key - of the registry, which is for this policy alone: what is under it is deleted first, so that a setting that
 *   was taken out of the policy does not stay
 * @returns the file, as Registry Editor writes one: UTF-16 with its mark, and CRLF
 */
export function registryFile(key, policy) {
  const values = Object.entries(policy).map(([name, value]) => `${quoted(name)}=${data(value)}`);
  const lines = [
    'Windows Registry Editor Version 5.00',
    '',
    `[-${key}]`,
    '',
    `[${key}]`,
    ...values,
  ];
  return Buffer.from(`\ufeff${[...lines, ''].join('\r\n')}`, 'utf16le');
}

/** Whole numbers and truth as a double word, text as it is, lists and objects as text of JSON: Chromium reads both. */
function data(value) {
  if (typeof value === 'boolean') return data(Number(value));
  if (typeof value === 'number') return `dword:${(value >>> 0).toString(16).padStart(8, '0')}`;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return /[\r\n]/.test(text) ? asBytes(text) : quoted(text);
}

function quoted(text) {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

/** Text with line breaks has no form in quotes: its bytes, with the null that ends it. */
function asBytes(text) {
  const bytes = [...Buffer.from(`${text}\0`, 'utf16le')];
  return `hex(1):${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(',')}`;
}
