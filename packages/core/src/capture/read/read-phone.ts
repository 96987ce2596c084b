/**
 * Telephone numbers, returned in E.164. A possible number is enough: those reserved for drama and examples are not
 * *valid*.
 */
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { failed, type Issue, passed } from '../../shared/issue.js';
import { tidyLine } from './read-text.js';
import type { Reader } from './reader-type.js';

/** Words of systems next to a number, which give its kind and nothing about its owner. */
const KIND =
  '(?:tel|telephone|phone|mobile|mob|home|work|day|evening|landline|main|own|private|whatsapp|preferred|[thmw])';
const BEFORE = new RegExp(`^\\(?${KIND}\\b\\.?\\)?\\s*[:.-]?\\s*`, 'i');
const AFTER = new RegExp(`\\s*[-,]?\\s*\\(?${KIND}\\)?$`, 'i');

/**
 * A whole number of this country and nothing else. Every such number is possible, and the library's answer is known.
 */
const WHOLE = /^(?:0|\+44 ?)([1-9](?: ?\d){9})$/;

export const readPhone: Reader = (text) => {
  const bare = tidyLine(text).replace(BEFORE, '').replace(AFTER, '');
  const [, whole] = WHOLE.exec(bare) ?? [];
  if (whole !== undefined) return passed({ value: `+44${whole.replace(/ /g, '')}` });
  // A number without its leading 0 or + may be anything: a reference, a collar number, a date.
  const number = /^(\+|0|\(0)/.test(bare)
    ? parsePhoneNumberFromString(bare, { defaultCountry: 'GB', extract: false })
    : undefined;
  if (!number?.isPossible())
    return failed({
      code: 'phone-unreadable',
      message: 'This does not read as a telephone number. Check it, or take it as it is.',
      severity: 'warning',
    });
  const issues: Issue[] = [];
  if (/^\+447/.test(number.number) && !/^\+447\d{9}$/.test(number.number))
    issues.push({
      code: 'phone-unusual',
      message: 'This mobile number is one digit short. Check it before you take it.',
      severity: 'warning',
    });
  if (number.ext !== undefined)
    issues.push({
      code: 'phone-extension',
      message: `The extension ${number.ext} is not part of the number that is kept. Write it in a note.`,
      severity: 'warning',
    });
  return passed({ value: number.number }, issues);
};
