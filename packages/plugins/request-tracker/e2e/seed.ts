/** The contents of the tracker. Everyone is fictional: a child, a school's safeguarding lead, an officer. */

/** The account that the suite signs in with; it has an officer's rights on the queue, and no others. */
export const OFFICER = {
  name: 'r.thackeray',
  password: 'orchard-lamp-practice',
  realName: 'DC Rowan Thackeray',
  email: 'r.thackeray@example.org',
} as const;

/** The referrer: the requestor of every ticket. */
export const LEAD = {
  email: 'h.dewhurst@example.org',
  realName: 'Halima Dewhurst',
  organisation: 'Larkrise Vale School (invented)',
  phone: '01632 960318',
} as const;

const QUEUE = 'Cyber Choices';

/** Fields for an officer to fill in after an intervention; empty on every ticket. */
export const INTERVENTION_FIELDS = {
  kind: 'Intervention kind',
  heldOn: 'Intervention date',
  minutes: 'Contact minutes',
  note: 'Intervention note',
} as const;

export const INTERVENTION_KINDS = [
  'Cease and desist visit',
  'Home visit or initial meeting',
  'One-to-one session on the Computer Misuse Act',
  'Mentoring',
] as const;

interface CustomField {
  readonly name: string;
  /** Request Tracker's own name for the type. */
  readonly type: 'Freeform' | 'Text' | 'Select' | 'Date';
  readonly choices?: readonly string[];
}

const text = (name: string): CustomField => ({ name, type: 'Freeform' });

const CUSTOM_FIELDS: readonly CustomField[] = [
  text('Referral reference'),
  text('Force reference'),
  text('Date of referral'),
  text('Nominal full name'),
  text('Also known as'),
  text('Date of birth'),
  { name: 'Home address', type: 'Text' },
  text('Contact number'),
  text('Online handles'),
  text('School or college'),
  text('Referrer telephone'),
  {
    name: 'Offence considered',
    type: 'Select',
    choices: ['CMA 1990 s.1', 'CMA 1990 s.3', 'None'],
  },
  { name: INTERVENTION_FIELDS.kind, type: 'Select', choices: INTERVENTION_KINDS },
  { name: INTERVENTION_FIELDS.heldOn, type: 'Date' },
  text(INTERVENTION_FIELDS.minutes),
  { name: INTERVENTION_FIELDS.note, type: 'Text' },
];

interface Message {
  readonly by: 'requestor' | 'officer';
  /** A comment, which only officers see. */
  readonly kind: 'reply' | 'comment';
  readonly text: string;
}

export interface SeedTicket {
  readonly subject: string;
  /** The requestor's first message. */
  readonly text: string;
  /** Custom fields as filled in by the officer. */
  readonly fields: Readonly<Record<string, string>>;
  readonly thread: readonly Message[];
  /** The case as shown on the page, by field path. */
  readonly shown: Readonly<Record<string, readonly string[]>>;
}

/** All data is in custom fields, as a desk keeps it. */
const REFERRAL: SeedTicket = {
  subject: 'Referral: pupil and a game server',
  text: `Dear team,

I refer a Year 11 pupil. On 9 February 2026 our network logs showed a program
that floods a game server. The pupil says that it was written to learn how it works.

Kind regards
Halima Dewhurst
Designated safeguarding lead, Larkrise Vale School (invented)
`,
  fields: {
    'Referral reference': 'CC/2026/0731',
    'Force reference': 'MRW/2026/0186',
    'Date of referral': '12/02/2026',
    'Nominal full name': 'Wren Calloway-Pike',
    'Also known as': 'Pikelet',
    'Date of birth': '17/05/2010',
    'Home address': '4 Lanternwick Row\nMarrowby\nZZ99 7TK',
    'Contact number': '07700 900318',
    'Online handles': 'Discord: pikelet_w; GitHub: wren-pike',
    'School or college': 'Larkrise Vale School (invented)',
    'Referrer telephone': '01632 960318',
    'Offence considered': 'CMA 1990 s.3',
  },
  thread: [
    {
      by: 'officer',
      kind: 'reply',
      text: 'Dear Halima,\n\nThank you. Does the family know of the referral?\n\nDC Rowan Thackeray\n',
    },
    { by: 'requestor', kind: 'reply', text: 'Yes, they know, and would like to talk.\n\nHalima\n' },
    { by: 'officer', kind: 'comment', text: 'Ring the school before the first visit.' },
  ],
  shown: {
    'referral.reference': ['CC/2026/0731'],
    'referral.otherReferences[]': ['MRW/2026/0186'],
    'referral.receivedOn': ['12/02/2026'],
    'referral.suspectedOffences[]': ['CMA 1990 s.3'],
    'subject.name': ['Wren Calloway-Pike'],
    'subject.aliases[]': ['Pikelet'],
    'subject.bornOn': ['17/05/2010'],
    'subject.address': ['4 Lanternwick Row\nMarrowby\nZZ99 7TK'],
    'subject.postcode': ['ZZ99 7TK'],
    'subject.phones[]': ['07700 900318'],
    'subject.onlineIdentifiers[].asSeen': ['pikelet_w', 'wren-pike'],
    'subject.school': ['Larkrise Vale School (invented)'],
    'referrer.name': ['Halima Dewhurst'],
    'referrer.email': ['h.dewhurst@example.org'],
    'referrer.phone': ['01632 960318'],
  },
};

/** No field is filled in: all data is in the requestor's words. */
const BY_MAIL: SeedTicket = {
  subject: 'A pupil and a password list',
  text: `Dear team,

Name: Ottoline Marchbanks
D.O.B: 2 November 2009
Address: 14 Quillon Close, Marrowby, ZZ99 3QT
Mobile: 07700 900352

On 20 January 2026 she showed her class a list of passwords that she had found.

Kind regards
Halima Dewhurst
`,
  fields: {},
  thread: [],
  shown: {
    'subject.name': ['Ottoline Marchbanks'],
    'subject.bornOn': ['2009-11-02'],
    'subject.address': ['14 Quillon Close, Marrowby, ZZ99 3QT'],
    'subject.phones[]': ['07700 900352'],
    'referrer.name': ['Halima Dewhurst'],
    'referrer.email': ['h.dewhurst@example.org'],
  },
};

export const TICKETS = { referral: REFERRAL, byMail: BY_MAIL } as const;

/** The input of `seed.pl`. */
export const SEED = {
  queue: QUEUE,
  customFields: CUSTOM_FIELDS,
  officer: OFFICER,
  lead: LEAD,
  tickets: Object.entries(TICKETS).map(([key, ticket]) => ({ key, ...ticket })),
};
