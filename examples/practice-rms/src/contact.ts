// An entry of a record's contact log: the fields of its form, and the reading of typed input.
import { formatDate, readDate } from './dates.ts';
import type { FormErrors } from './form.ts';

export interface PracticeContact {
  /** One of {@link CONTACT_KINDS}, by its code in this system. */
  readonly kind: string;
  /** ISO day. */
  readonly heldOn: string;
  readonly mode: string;
  readonly minutes: number;
  readonly place: string;
  readonly present: string;
  readonly outcome: string;
  readonly log: string;
}

/** This system's own codes and words: other systems are no better at agreeing. */
export const CONTACT_KINDS: readonly (readonly [code: string, words: string])[] = [
  ['CND', 'Cease & desist - visit'],
  ['CNL', 'Cease & desist - letter'],
  ['HV', 'Visit to home address'],
  ['121', 'One to one (CMA session)'],
  ['WS', 'Workshop'],
  ['MEN', 'Mentor session'],
  ['PAR', 'Parent / carer session'],
  ['OTH', 'Other'],
];
export const CONTACT_MODES = sameWords('In person', 'Video call', 'Telephone', 'Letter', 'E-mail');
export const CONTACT_OUTCOMES = sameWords(
  'Engaged',
  'Partly engaged',
  'Did not engage',
  'Not present',
);

/** Most characters of the log in the frameset look, as in systems of that age. */
export const LEGACY_LOG = 240;
const LONGEST_LOG = 4_000;
const LONGEST_LINE = 200;

export type ContactResult =
  | { readonly ok: true; readonly contact: PracticeContact }
  | { readonly ok: false; readonly errors: FormErrors };

export function readContact(typed: URLSearchParams): ContactResult {
  const errors = new Map<string, string>();
  const line = (name: string): string => {
    const text = typed.get(name)?.trim() ?? '';
    if (text.length > LONGEST_LINE) errors.set(name, `Use ${LONGEST_LINE} characters or fewer`);
    return text;
  };
  const kind = line('kind');
  if (!CONTACT_KINDS.some(([code]) => code === kind)) errors.set('kind', 'Select the type');
  const boxes = ['day', 'month', 'year'].map((part) => typed.get(`heldOn-${part}`)?.trim() ?? '');
  const heldOn = readDate(typed.get('heldOn')?.trim() ?? boxes.join('/'));
  if (!heldOn) errors.set('heldOn', 'Enter a real date, such as 27 3 2026');
  const minutes = Number(line('minutes'));
  if (!Number.isInteger(minutes) || minutes < 1) errors.set('minutes', 'Enter whole minutes');
  const log = typed.get('log')?.replaceAll('\r\n', '\n').trim() ?? '';
  if (log.length > LONGEST_LOG) errors.set('log', `Use ${LONGEST_LOG} characters or fewer`);
  const contact: PracticeContact = {
    kind,
    heldOn: heldOn ?? '',
    mode: line('mode'),
    minutes,
    place: line('place'),
    present: line('present'),
    outcome: line('outcome'),
    log,
  };
  return errors.size > 0 ? { ok: false, errors } : { ok: true, contact };
}

/** The parts of a kept entry as labels and texts, in the order of the log page. */
export function contactRows(
  reference: string,
  contact: PracticeContact,
): readonly (readonly [label: string, text: string])[] {
  const kind = CONTACT_KINDS.find(([code]) => code === contact.kind)?.[1] ?? contact.kind;
  return [
    ['Entry number', reference],
    ['Type', kind],
    ['Date', formatDate(contact.heldOn, 'slashed')],
    ['How', contact.mode],
    ['Minutes', String(contact.minutes)],
    ['Where', contact.place],
    ['Also there', contact.present],
    ['Outcome', contact.outcome],
    ['Log', contact.log],
  ];
}

/** Choices whose stored values are their own words. */
function sameWords(
  ...words: readonly string[]
): readonly (readonly [value: string, words: string])[] {
  return words.map((word) => [word, word] as const);
}
