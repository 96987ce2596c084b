/** The final state of the day with three young people, written by hand from the officer's actions. */

const PEOPLE = ['Barnaby Quillon', 'Cordelia Ashgrove', 'Perrin Oakhollow'];

/** Sorted by their first words. */
export const RECORDS = [
  ...PEOPLE.map(
    (person) =>
      `agencyContact ${person} | about The talk. | agency education | gateway crime-disorder-115 | contactOn 2026-11-24`,
  ),
  'ceaseAndDesist Barnaby Quillon | grounds none | servedOn 2026-11-24',
  'intervention Barnaby Quillon | outcome engaged | heldOn 2026-11-24',
  'intervention Cordelia Ashgrove | outcome engaged | heldOn 2026-11-24',
  'intervention Cordelia Ashgrove | outcome engaged | heldOn 2026-11-24',
  'intervention Perrin Oakhollow | outcome engaged | heldOn 2026-11-24',
  'noticeBreach Barnaby Quillon | noticeId ceaseAndDesist Barnaby Quillon | notedOn 2026-11-24 | toldOn 2026-11-24',
  'objective Cordelia Ashgrove | targetOn 2027-01-29 | closedOn 2026-11-24',
  'plan Cordelia Ashgrove | madeOn 2026-11-24 | reviewDueOn 2027-02-17 | agreedOn 2026-11-24',
  ...PEOPLE.map((person) => `referral ${person} | status received | receivedOn 2026-11-20`),
  'session Cordelia Ashgrove | attendance attended | arrangedFor 2026-11-24',
  ...PEOPLE.map((person) => `sourceCapture ${person}`),
  'stopCard Barnaby Quillon | noticeId ceaseAndDesist Barnaby Quillon | crimeRecorded no-crime | toldOn 2026-11-24',
  ...PEOPLE.map((person) => `subject ${person}`),
];

/** The remaining entries: three referrals to decide on, and the plan to review. Sorted. */
export const DIARY = [
  ...PEOPLE.map(
    (person) =>
      `2026-11-27 | coming | Decide on a referral | referral ${person} | A referral was received on 20 November 2026. A decision is due within five working days of a referral.`,
  ),
  '2027-02-17 | coming | Review a plan | plan Cordelia Ashgrove | A plan was made on 24 November 2026, and its review is set for 17 February 2027.',
];

const did = (action: string, reason: string, record: string): string =>
  `2026-11-24 | DC Rowan Thackeray | ${action} | ${reason} | ${record}`;
const made = (record: string): string => did('collection', 'case-work', record);
const changed = (record: string): string => did('alteration', 'case-work', record);

/** The visit: a contact for each in the order of choice, her session, and the contact with the school. */
const VISIT = [
  'intervention Barnaby Quillon',
  'intervention Cordelia Ashgrove',
  'session Cordelia Ashgrove',
  'intervention Perrin Oakhollow',
  'agencyContact Barnaby Quillon',
  'agencyContact Cordelia Ashgrove',
  'agencyContact Perrin Oakhollow',
];

export const DONE = [
  ...['Cordelia Ashgrove', 'Barnaby Quillon', 'Perrin Oakhollow'].flatMap((person) =>
    [`sourceCapture ${person}`, person, `referral ${person}`].map((record) =>
      did('collection', 'referral', record),
    ),
  ),
  made('plan Cordelia Ashgrove'),
  made('objective Cordelia Ashgrove'),
  made('session Cordelia Ashgrove'),
  // Made, undone, done again: the session existed before, and is only changed.
  ...VISIT.map((record) => (record.startsWith('session') ? changed(record) : made(record))),
  ...VISIT.map((record) => did('alteration', 'undo', record)),
  ...VISIT.map((record) => did('alteration', 'undo', record)),
  changed('objective Cordelia Ashgrove'),
  made('stopCard Barnaby Quillon'),
  made('ceaseAndDesist Barnaby Quillon'),
  changed('stopCard Barnaby Quillon'),
  made('noticeBreach Barnaby Quillon'),
  changed('noticeBreach Barnaby Quillon'),
  changed('stopCard Barnaby Quillon'),
  made('intervention Cordelia Ashgrove'),
];

const looked = (reason: string, person: string, times: number): string =>
  `2026-11-24 | DC Rowan Thackeray | ${reason} | ${person} | ${times}`;

/** Opening a form or a page is a look; the records on it are looked at with it. */
export const LOOKED = [
  looked('case-work', 'Cordelia Ashgrove', 13),
  looked('case-work', 'Barnaby Quillon', 17),
  looked('case-work', 'Perrin Oakhollow', 3),
  looked('report', 'Barnaby Quillon', 1),
  looked('search', 'Cordelia Ashgrove', 1),
];
