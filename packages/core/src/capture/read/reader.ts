/** Named readers: they turn a text from a page into the value that it means, or say why they cannot. */
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { ReaderName } from '../field/field-path.js';
import { isDirectoryName } from './directory-name.js';
import { saysNotKnown } from './not-known.js';
import { readAddress } from './read-address.js';
import { readEmail } from './read-email.js';
import { readHandle } from './read-handle.js';
import { readName } from './read-name.js';
import { readPhone } from './read-phone.js';
import { readPostcode } from './read-postcode.js';
import { readReference } from './read-reference.js';
import { readProse, readText } from './read-text.js';
import { readUkDate } from './read-uk-date.js';
import type { ReadContext, Reader, ReadValue } from './reader-type.js';

export type { ReadContext, ReadValue };

const READ: Readonly<Record<ReaderName, Reader>> = {
  text: readText,
  prose: readProse,
  name: readName,
  ukDate: readUkDate,
  phone: readPhone,
  email: readEmail,
  postcode: readPostcode,
  address: readAddress,
  handle: readHandle,
  reference: readReference,
};

const NOT_KNOWN: Issue = {
  code: 'value-not-known',
  message: 'Not known on the page. Leave it, or enter it if you know it.',
  severity: 'warning',
};

const IN_DIRECTORY: Issue = {
  code: 'directory-entry',
  message:
    'This is an entry in a directory of accounts, which gives no such fact. Enter the value if you know it, or leave it.',
  severity: 'warning',
};

/** Longest text tried: a longer one is not a name, date or number, and is refused. */
const MAX_LENGTH = 2_000;

/**
 * Reads one text.
 *
 * @returns the value, or the issue that stopped the reading: the caller then keeps the text as it was
 */
export function readValue(
  reader: ReaderName,
  text: string,
  context: ReadContext = {},
): Result<ReadValue> {
  if (reader === 'prose') return READ.prose(text, context);
  if (saysNotKnown(text, context.path)) return failed(NOT_KNOWN);
  if (reader !== 'text' && text.length > MAX_LENGTH)
    return failed({
      code: 'value-too-long',
      message: 'This is too long to be read as a single value. Enter the part that you need.',
      severity: 'warning',
    });
  if (reader !== 'name' && text.length <= MAX_LENGTH && isDirectoryName(text))
    return failed(IN_DIRECTORY);
  return READ[reader](text, context);
}
