/**
 * Doubts about values of a file. A person reads past a damaged letter or *as above* in a spreadsheet; a record must not
 * hold it as a fact, so that such a value starts as left.
 */
import type { Issue } from '../../shared/issue.js';
import { type FieldPath, fieldOf } from '../field/field-path.js';
import { labelWords } from '../field/fold-label.js';

/** One value of a file that starts as left, with the reason. */
export interface FileDoubt {
  readonly path: FieldPath;
  /** Index of the value among those of its path. */
  readonly index: number;
  readonly issue: Issue;
}

const OWN_NAMES: ReadonlySet<FieldPath> = new Set([
  'subject.name',
  'subject.givenNames',
  'subject.familyName',
]);
/** Readers of a person's own words and of handles, in which any sign may be meant. */
const FREE = new Set(['prose', 'handle']);

/** Control characters other than white space, the mark for a lost letter, and marks that turn text round. */
const DAMAGED = /[^\P{Cc}\s]|[\uFFFD\u202A-\u202E\u2066-\u2069]/u;
/** UTF-8 that was once read as another encoding: `Ã«` for ë. */
const MISREAD = /[ÃÂ][\u0080-\u00BF]|â€|Ã(?:[^\p{L}\s'’.-]|[ŸŠŽŒšžœƒ])/u;
/** Signs of a web page, or a question mark in place of a letter. */
const ESCAPED = /&(?:#\d+|#x[\da-f]+|[a-z]+\d*);|<\/?[a-z][^>]*>/i;
const LOST_LETTER = /\p{L}\?|\?\p{L}/u;
const FORMULA = /^[=＝]/;
const ERROR = /^#(?:n\/a|name\?|ref!|value!|div\/0!|null!|num!|spill!|calc!|##+)$/i;
/** `4.47701E+11`: a spreadsheet has rounded the number. */
const ROUNDED = /^\d+(?:[.,]\d+)?e[+-]?\d+$/i;
const POINTS_AWAY =
  /^(?:(?:as (?:above|before)|see above|same(?: as above)?|ditto|idem)\.?|do\.|["″〃]|''|,,)$/i;
const SEVERAL = /\s(?:&|\+|and)\s|(?<!\d)\/|[;|\n\r]/i;
const NO_NAME =
  /\d|^(?:grand |sub-?)?totals?\b|\bwithheld\b|\banonymous\b|^test\b|^(?:full |sur|fore)?name$/i;
/** Words of the heading of an email address that may be that of a parent, a carer or a teacher, in any order. */
const CONTACT = /\bcontacts?\b/;
const MAIL = /\b(?:e ?)?mail\b/;
const LONGEST_NAME = 200;
/** Characters of a text that are looked at. */
const LOOKED_AT = 2_000;

/** A time with a zone after a day: midnight in summer here is 23:00 of the day before in UTC. */
const INSTANT = /[t ](\d\d):\d\d(?::\d\d(?:\.\d+)?)?\s*(?:z|utc|gmt|([+-]\d\d):?\d\d)$/i;
/** Days that programs write for no day. */
const PLACEHOLDER =
  /^(?:19[07]0-01-01|0?1[/.-]0?1[/.-]19[07]0|1899-12-3[01]|3[01][/.-]12[/.-]1899)(?!\d)/;

const DOUBTS = {
  damaged: {
    code: 'file-damaged',
    message: 'Letters of this look lost or changed. Enter it as it should be, or leave it.',
    severity: 'warning',
  },
  error: {
    code: 'file-error',
    message:
      'This is a formula or an error of a spreadsheet, or a number that it rounded. Enter the value, or leave it.',
    severity: 'warning',
  },
  elsewhere: {
    code: 'file-elsewhere',
    message: 'This points to another row. Enter the words of that row, or leave it.',
    severity: 'warning',
  },
  several: {
    code: 'file-several',
    message:
      'The name looks like more than one person. Take only what is about this person, and leave the rest.',
    severity: 'warning',
  },
  noName: {
    code: 'file-no-name',
    message: 'This does not look like the name of one person. Enter the name, or leave it.',
    severity: 'warning',
  },
  clock: {
    code: 'file-clock',
    message: 'This day has a time of another clock, so it may be one day out. Check the day.',
    severity: 'warning',
  },
  placeholder: {
    code: 'file-placeholder',
    message: 'Programs write this date where none is known. Check it, or leave it.',
    severity: 'warning',
  },
  contact: {
    code: 'file-contact',
    message:
      'The file does not say whose this is: it may be a parent’s or a teacher’s. Take it only if it is the person’s own.',
    severity: 'warning',
  },
  unsure: {
    code: 'file-unsure',
    message:
      'This may be under the wrong heading, or about somebody else. Check it against the file.',
    severity: 'warning',
  },
} as const satisfies Readonly<Record<string, Issue>>;
type Doubt = keyof typeof DOUBTS;
const CODES: ReadonlySet<string> = new Set(Object.values(DOUBTS).map(({ code }) => code));

/** The heading of the values of each path: one for all of them, or one for each in their order. */
type Headings = Readonly<Partial<Record<FieldPath, string | readonly string[]>>>;

/** Doubts about the values of one referral. A name of two people puts all that is the person's own in doubt. */
export function fileDoubts(
  values: Readonly<Partial<Record<FieldPath, readonly string[]>>>,
  unsure: readonly FieldPath[] = [],
  headings: Headings = {},
): readonly FileDoubt[] {
  const texts = Object.entries(values).flatMap(([key, list]) =>
    list.map((text, index) => ({
      path: key as FieldPath,
      text: text.slice(0, LOOKED_AT).trim(),
      index,
    })),
  );
  const isSeveral = texts.some(({ path, text }) => OWN_NAMES.has(path) && SEVERAL.test(text));
  return texts.flatMap(({ path, text, index }) => {
    if (text === '') return [];
    const doubt =
      doubtOf(path, text) ??
      (isSeveral && path.startsWith('subject.') ? 'several' : undefined) ??
      (unsure.includes(path) ? 'unsure' : undefined) ??
      (isOfContact(path, index, headings) ? 'contact' : undefined);
    return doubt === undefined ? [] : [{ path, index, issue: DOUBTS[doubt] }];
  });
}

/** True if one of the issues is such a doubt: the row starts as left. */
export function isFileDoubt(issues: readonly Issue[]): boolean {
  return issues.some(({ code }) => CODES.has(code));
}

function isOfContact(path: FieldPath, index: number, headings: Headings): boolean {
  const given = headings[path];
  const heading = typeof given === 'string' ? given : given?.[index];
  if (path !== 'subject.emails[]' || heading === undefined) return false;
  const words = labelWords(heading.slice(0, LOOKED_AT));
  return CONTACT.test(words) && MAIL.test(words);
}

function doubtOf(path: FieldPath, text: string): Doubt | undefined {
  const { read } = fieldOf(path);
  if (ERROR.test(text)) return 'error';
  if (read === 'prose') return undefined;
  if (DAMAGED.test(text)) return 'damaged';
  if (FREE.has(read)) return undefined;
  if (POINTS_AWAY.test(text)) return 'elsewhere';
  if (FORMULA.test(text) || (read === 'reference' && ROUNDED.test(text))) return 'error';
  if (MISREAD.test(text) || ESCAPED.test(text)) return 'damaged';
  if (read === 'ukDate') return doubtOfDate(path, text);
  if (read !== 'name' && !OWN_NAMES.has(path)) return undefined;
  if (LOST_LETTER.test(text)) return 'damaged';
  if (text.length > LONGEST_NAME) return 'noName';
  if (!OWN_NAMES.has(path)) return undefined;
  if (SEVERAL.test(text)) return 'several';
  return NO_NAME.test(text) ? 'noName' : undefined;
}

/** Nobody writes an hour of birth: a time other than midnight is the day of another clock. */
function doubtOfDate(path: FieldPath, text: string): Doubt | undefined {
  const [found, hour, zone] = INSTANT.exec(text) ?? [];
  const isNear = found !== undefined && Number(hour) >= 23 && Number(zone ?? 0) === 0;
  if (path !== 'subject.bornOn') return isNear ? 'clock' : undefined;
  if (PLACEHOLDER.test(text)) return 'placeholder';
  return found !== undefined && (hour !== '00' || Number(zone ?? 0) !== 0) ? 'clock' : undefined;
}
