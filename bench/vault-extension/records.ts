/**
 * Fictional cases of ten records each, made by the builders of the core and the same each time. Officers write notes,
 * so the narratives are as long as such notes: half of all records have 1.2 kB or more.
 */
import type { Change, RecordKind } from '../../packages/core/src/index.ts';
import {
  buildRecord,
  newRecord,
  type Overrides,
} from '../../packages/core/src/testing/fiction/builder.ts';

export const RECORDS_IN_CASE = 10;

const SENTENCES = [
  'The school’s network lead showed the log of the lesson and the message that was left on the booking page.',
  'He said that he had seen it done in a video and had not thought of it as a crime until the letter came.',
  'His mother was there throughout, asked what the law says, and wants to know what he may do with his skills.',
  'Nobody lost any data; the page was down for forty minutes on a Tuesday, and the booking office took calls.',
  'She is ahead of her class in computing, bored by it, and spends the evenings in a gaming club’s server.',
  'We talked through the Computer Misuse Act and where the line stands between looking and getting in.',
  'Two others of the year are said to have the same tool; neither has been spoken to, and no name was given.',
  'The tutor offers a place in the code club on Thursdays, and a visit to the university’s security team.',
] as const;

/** Characters of successive narratives; the median fills a screen of an edit form. */
const LENGTHS = [980, 1240, 1410, 1150, 1720, 1330, 1060] as const;

/** Typed text has the keyboard's apostrophe; text from a page or a letter has the printed one. */
const typed = (number: number): string => narrative(number).replaceAll('’', "'");

function narrative(number: number): string {
  const length = LENGTHS[number % LENGTHS.length] ?? 0;
  const parts: string[] = [];
  for (let from = number, written = 0; written < length; from += 1) {
    const sentence = `${from}: ${SENTENCES[from % SENTENCES.length]}`;
    parts.push(sentence);
    written += sentence.length + 1;
  }
  return parts.join(' ');
}

const FORENAMES = ['Rowan', 'Marisol', 'Ottilie', 'Idris', 'Tamsin', 'Corin', 'Nerys'] as const;
const SURNAMES = ['Vael', 'Ashdown', 'Brandt', 'Thackeray', 'Okonjo', 'Lisle'] as const;

/** One case in eight is open, as on an officer's desk. */
const isOpen = (number: number): boolean => number % 8 === 0;

/** The changes that file case `number`, its subject first. */
export function caseChanges(number: number): Change[] {
  const name = `${FORENAMES[number % FORENAMES.length]} ${SURNAMES[number % SURNAMES.length]} ${number}`;
  const subject = buildRecord('subject', {
    name,
    aliases: [`handle_${number}`],
    emails: [`subject.${number}@example.org`],
  });
  const subjectId = subject.id;
  const at = number * RECORDS_IN_CASE;
  const added = <K extends RecordKind>(kind: K, overrides: Overrides<K>): Change =>
    newRecord(kind, buildRecord(kind, overrides)) as Change;
  return [
    newRecord('subject', subject) as Change,
    added('referral', {
      subjectId,
      reference: `NCCU-TEST-${number}`,
      status: isOpen(number) ? 'accepted' : 'closed',
      narrative: narrative(at),
    }),
    added('relatedPerson', { subjectId, name: `Parent of ${name}` }),
    added('onlineIdentifier', { subjectId, asSeen: `handle_${number}` }),
    added('intervention', { subjectId, note: typed(at + 1) }),
    added('intervention', { subjectId, note: typed(at + 2) }),
    added('intervention', { subjectId, note: typed(at + 3) }),
    added('decision', { subjectId, reason: typed(at + 4) }),
    added('intelligenceNote', { subjectId, text: narrative(at + 5) }),
    added('safeguardingConcern', { subjectId, what: typed(at + 6) }),
  ];
}
