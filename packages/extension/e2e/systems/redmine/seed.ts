/** The contents of the tracker, which puts the month first. Everyone is fictional. */

/** The account that the suite signs in with. */
export const OFFICER = {
  name: 'r.thackeray',
  password: 'orchard-lamp-practice',
  first: 'Rowan',
  last: 'Thackeray',
  email: 'r.thackeray@example.org',
} as const;

/** Redmine's own name for the kind of a field. */
type FieldFormat = 'string' | 'date' | 'text' | 'int';

/** Fields in the order of the form. */
const FIELDS: readonly (readonly [name: string, format: FieldFormat])[] = [
  ['Surname', 'string'],
  ['Forenames', 'string'],
  ['Date of birth', 'date'],
  ['Home phone', 'string'],
  ['Work mobile', 'string'],
  ['Email address', 'string'],
  ['Our reference', 'string'],
  ['Date received', 'date'],
  ['Contact date', 'date'],
  ['Follow-up due', 'string'],
  ['Contact minutes', 'int'],
];

interface SeedIssue {
  readonly subject: string;
  readonly description: string;
  readonly fields: Readonly<Record<string, string>>;
  /** ISO 8601; shown on the page like every other date. */
  readonly madeAt: string;
}

/** An issue without an unambiguous date on its page. */
const DOUBTFUL: SeedIssue = {
  subject: 'Pupil and a password list',
  description: 'A list of passwords was shown to a class.',
  fields: {
    Surname: 'Marchbanks',
    Forenames: 'Ottoline',
    'Date of birth': '2008-05-09',
    'Home phone': '01632 960318',
    'Email address': 'o.marchbanks@example.org',
    'Our reference': 'CC/2026/0801',
    'Date received': '2026-02-03',
  },
  madeAt: '2026-02-03T09:30:00Z',
};

/** An issue with several unambiguous dates, which reveal the system's date order. */
const PLAIN: SeedIssue = {
  subject: 'Pupil and a game server',
  description: 'A program that floods a game server was shown to a friend.',
  fields: {
    Surname: 'Calloway-Pike',
    Forenames: 'Wren',
    'Date of birth': '2009-02-05',
    'Home phone': '01632 960733',
    'Work mobile': '07700 900318',
    'Email address': 'w.pike@example.org',
    'Our reference': 'CC/2026/0802',
    'Date received': '2026-02-17',
  },
  madeAt: '2026-02-17T09:30:00Z',
};

export const ISSUES = { doubtful: DOUBTFUL, plain: PLAIN } as const;

/** The input of the seeding script. */
export const SEED = {
  officer: OFFICER,
  project: { name: 'Cyber Choices', identifier: 'cyber-choices' },
  tracker: 'Prevent referral',
  fields: FIELDS.map(([name, format]) => ({ name, format })),
  issues: Object.entries(ISSUES).map(([key, issue]) => ({ key, ...issue })),
};
