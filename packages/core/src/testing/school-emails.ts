/** Referrals that staff of schools wrote as prose, with all that each of them says; everyone is fictional. */
import type { FieldPath } from '../capture/field/field-path.js';

export interface PersonTold {
  readonly relationship: string;
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
}

export interface SchoolEmail {
  readonly about: string;
  readonly text: string;
  /** Every fact but the account and the people around the subject: a fact that is missing here is a wrong one. */
  readonly says: Partial<Record<FieldPath, readonly string[]>>;
  readonly people?: readonly PersonTold[];
  /** Dates that can be two days, of which the officer says which. */
  readonly asked?: readonly string[];
}

const HELEN = 'Helen Marchbank <h.marchbank@thornfieldacademy.example>';
const HEADER = `From: ${HELEN}\nTo: Cyber Choices\nSent: 23 November 2026 15:42\nSubject: Referral`;
const SENT = {
  'referrer.name': ['Helen Marchbank'],
  'referrer.email': ['h.marchbank@thornfieldacademy.example'],
  'referral.receivedOn': ['2026-11-23'],
} as const;
const OWEN = {
  'referrer.name': ['Owen Pritchard'],
  'referrer.role': ['Assistant Head'],
  'referrer.organisation': ['Brackwater School'],
} as const;

export const SIGNED_EMAILS: readonly SchoolEmail[] = [
  {
    about: 'a telephone below the writer’s name, with a header and no closing words',
    text: `${HEADER}\n\nDear colleague,\n\nI would like to refer Jayden Oakes (dob 14/03/2012, Year 10). He guessed a password of a teacher and opened the attendance system. He changed nothing.\n\nHelen Marchbank\nDSL, Thornfield Academy\nTel: 01632 960284`,
    says: {
      ...SENT,
      'subject.name': ['Jayden Oakes'],
      'subject.bornOn': ['2012-03-14'],
      'referrer.role': ['DSL'],
      'referrer.organisation': ['Thornfield Academy'],
      'referrer.phone': ['+441632960284'],
      'subject.school': ['Thornfield Academy'],
    },
  },
  {
    about: 'the same without the header',
    text: 'Dear colleague,\n\nI would like to refer Marcus Dent (born 14/03/2012). He used a password of the school office to read the marks of his class, and told his tutor of it.\n\nPriya Sandhu\nHead of Year, Larkhill High School\nTel: 01632 960118\nEmail: p.sandhu@larkhillhigh.example',
    says: {
      'subject.name': ['Marcus Dent'],
      'subject.bornOn': ['2012-03-14'],
      'referrer.name': ['Priya Sandhu'],
      'referrer.role': ['Head of Year'],
      'referrer.organisation': ['Larkhill High School'],
      'referrer.phone': ['+441632960118'],
      'referrer.email': ['p.sandhu@larkhillhigh.example'],
    },
  },
  {
    about: 'closing words and letters for labels',
    text: 'Hi,\n\nOur pupil Aisha Brandon has run a booter against the website of the school. She says that she is sorry.\n\nKind regards,\n\nOwen Pritchard\nAssistant Head\nBrackwater School\nT: 01632 960118\nM: 07700 900118\nE: o.pritchard@brackwater.example',
    says: {
      ...OWEN,
      'subject.name': ['Aisha Brandon'],
      'subject.school': ['Brackwater School'],
      'referrer.phone': ['+441632960118', '+447700900118'],
      'referrer.email': ['o.pritchard@brackwater.example'],
    },
  },
  {
    about: 'a first name above the telephone',
    text: 'Hello\n\nI am worried about Leon Farrow, aged 14, who sells cheats and a stresser to other children.\n\nThanks so much for your help,\nHelen\nTel: 01632 960284',
    says: { 'subject.name': ['Leon Farrow'] },
  },
  {
    about: 'a name with letters after it',
    text: 'Hello\n\nI am worried about Leon Farrow, aged 14, who sells cheats and a stresser to other children.\n\nHelen Marchbank BSc (Hons)\nDesignated Safeguarding Lead\nMobile: 07700 900284\nEmail: h.marchbank@thornfieldacademy.example',
    says: {
      'subject.name': ['Leon Farrow'],
      'referrer.name': ['Helen Marchbank'],
      'referrer.role': ['Designated Safeguarding Lead'],
      'referrer.phone': ['+447700900284'],
      'referrer.email': ['h.marchbank@thornfieldacademy.example'],
    },
  },
  {
    about: 'a name in brackets and a pronoun',
    text: 'Hello\n\nI am worried about Leon Farrow, aged 14, who sells cheats and a stresser to other children.\n\nMs Helen Marchbank (she/her)\nDesignated Safeguarding Lead\nDirect line: 01632 960284',
    says: {
      'subject.name': ['Leon Farrow'],
      'referrer.name': ['Ms Helen Marchbank'],
      'referrer.role': ['Designated Safeguarding Lead'],
      'referrer.phone': ['+441632960284'],
    },
  },
  {
    about: 'a signature with the address and the switchboard of the school',
    text: `${HEADER}\n\nWe are concerned about Jayden Oakes, who wrote a keylogger and put it on two computers in the library.\n\nMany thanks\nHelen Marchbank\nDeputy Head\nThornfield Academy\nAddress: 1 Mill Road, Larkhill, ZZ99 3WZ\nSwitchboard: 01632 960200\nDirect: 01632 960284\nThis email is confidential. If you have received it in error, call 01632 960200.`,
    says: {
      ...SENT,
      'subject.name': ['Jayden Oakes'],
      'referrer.role': ['Deputy Head'],
      'referrer.organisation': ['Thornfield Academy'],
      'referrer.phone': ['+441632960284'],
    },
  },
  {
    about: 'a telephone without a name below the text',
    text: 'Dear team\n\nMarcus Dent is a pupil here and has been selling logins to other children for months.\n\nTel: 01632 960118',
    says: { 'subject.name': ['Marcus Dent'] },
  },
  {
    about: 'a line of everything',
    text: `${HEADER}\n\nOne of our Year 10 students, Jayden Oakes, has been testing the passwords of staff.\n\nHelen Marchbank | Designated Safeguarding Lead | Thornfield Academy\nT: 01632 960284 | E: h.marchbank@thornfieldacademy.example`,
    says: {
      ...SENT,
      'subject.name': ['Jayden Oakes'],
      'referrer.role': ['Designated Safeguarding Lead'],
      'referrer.organisation': ['Thornfield Academy'],
      'referrer.phone': ['+441632960284'],
      'subject.school': ['Thornfield Academy'],
    },
  },
];

export const CONTACT_EMAILS: readonly SchoolEmail[] = [
  {
    about: '“please ring me on”, above a signature without a telephone',
    text: `${HEADER}\n\nI would like to refer Jayden Oakes, aged 14. He opened the attendance system with the password of a teacher.\n\nPlease ring me on 01632 960284.\n\nHelen Marchbank\nDSL, Thornfield Academy`,
    says: {
      ...SENT,
      'subject.name': ['Jayden Oakes'],
      'referrer.role': ['DSL'],
      'referrer.organisation': ['Thornfield Academy'],
      'referrer.phone': ['+441632960284'],
    },
  },
  {
    about: '“my direct line is”, with the same telephone in the signature',
    text: 'Dear Cyber Choices,\n\nReferral for Leon Farrow, born 22/09/2011. He read emails of staff. My direct line is 01632 960118.\n\nOwen Pritchard\nAssistant Head, Brackwater School\nTel: 01632 960118',
    says: {
      ...OWEN,
      'subject.name': ['Leon Farrow'],
      'subject.bornOn': ['2011-09-22'],
      'referrer.phone': ['+441632960118'],
    },
  },
  {
    about: '“my number is”, “my email is”',
    text: 'Dear Cyber Choices,\n\nReferral for Leon Farrow, born 22/09/2011. He read emails of staff. My number is 01632 960118 and my email is o.pritchard@brackwater.example.\n\nOwen Pritchard\nAssistant Head, Brackwater School',
    says: {
      ...OWEN,
      'subject.name': ['Leon Farrow'],
      'subject.bornOn': ['2011-09-22'],
      'referrer.phone': ['+441632960118'],
      'referrer.email': ['o.pritchard@brackwater.example'],
    },
  },
  {
    about: 'the pupil’s own mobile and the mother’s number',
    text: 'Dear team,\n\nI am referring Tobias Wren, aged 13. His mobile is 07700 900111. Mum’s number is 07700 900123. He has a booter.\n\nRegards\nOwen Pritchard\nAssistant Head\nBrackwater School',
    says: { ...OWEN, 'subject.name': ['Tobias Wren'], 'subject.phones[]': ['+447700900111'] },
    people: [{ relationship: 'Mum', phone: '+447700900123' }],
  },
  {
    about: 'a pupil who can be reached',
    text: 'Dear team,\n\nI am referring Tobias Wren, aged 13. Tobias can be reached on 07700 900111 or at tobias.w@mail.example after school.\n\nRegards\nOwen Pritchard\nAssistant Head\nBrackwater School',
    says: {
      ...OWEN,
      'subject.name': ['Tobias Wren'],
      'subject.phones[]': ['+447700900111'],
      'subject.emails[]': ['tobias.w@mail.example'],
    },
  },
  {
    about: 'a mother in brackets with her number',
    text: 'Dear team,\n\nI am referring Jayden Oakes, aged 14, for a keylogger. Mum (Carla Oakes) 07700 900123 knows and agrees.\n\nRegards\nOwen Pritchard\nAssistant Head\nBrackwater School',
    says: { ...OWEN, 'subject.name': ['Jayden Oakes'] },
    people: [{ relationship: 'Mum', name: 'Carla Oakes', phone: '+447700900123' }],
  },
  {
    about: 'the number of a colleague, and one that is nobody’s',
    text: 'Dear team,\n\nI am referring Jayden Oakes, aged 14, for a keylogger. Our network manager, Mr Dev Rattan, has the logs and is on 01632 960285. The helpline is 01632 960299.\n\nRegards\nOwen Pritchard\nAssistant Head\nBrackwater School',
    says: { ...OWEN, 'subject.name': ['Jayden Oakes'] },
  },
  {
    about: 'the forwarder’s telephone, above the referral',
    text: `From: Amrit Bains <a.bains@yarnshire.police.example>\nSent: 23 November 2026 16:02\nTo: cyberchoices@yarnshire.police.example\nSubject: FW: Referral\n\nOne for you. I have told her that we will be in touch. Please ring me on 07700 900555 if you need anything at all.\n\nAmrit\n\n${HEADER}\n\nI would like to refer Jayden Oakes, aged 14. He opened the attendance system.\n\nHelen Marchbank\nDSL, Thornfield Academy`,
    says: {
      ...SENT,
      'subject.name': ['Jayden Oakes'],
      'referrer.role': ['DSL'],
      'referrer.organisation': ['Thornfield Academy'],
    },
  },
  {
    about: 'a mother who writes herself',
    text: 'Hello,\n\nI am writing about my son Jayden Oakes, aged 14. He has been buying attacks on servers. My number is 07700 900417.\n\nThank you\nCarla Oakes',
    says: {
      'subject.name': ['Jayden Oakes'],
      'referrer.name': ['Carla Oakes'],
      'referrer.phone': ['+447700900417'],
    },
  },
  {
    about: 'an aunt who gives a telephone and an address',
    text: 'Hello, I am worried about my nephew Tobias Wren (13), who has been hacking. You can reach me on 07700 900765 or aunt.wren@mail.example.\n\nThank you\nSue Wren',
    says: {
      'subject.name': ['Tobias Wren'],
      'referrer.name': ['Sue Wren'],
      'referrer.phone': ['+447700900765'],
      'referrer.email': ['aunt.wren@mail.example'],
    },
  },
  {
    about: 'the words of a pupil in quotation marks',
    text: 'Hello, our pupil Ravi Menon said “ring me on 07700 900444” to a class of children in the hall.',
    says: { 'subject.name': ['Ravi Menon'] },
  },
  {
    about: 'the writer’s own contact details under a line that says so',
    text: 'I refer our student Jayden Oakes, 14. He put a keylogger on two computers in the library. He has told all of his friends how it is done, and says he is sorry.\n\nMy contact details:\nTel: 01632 960284\nEmail: h.marchbank@thornfield.example',
    says: { 'subject.name': ['Jayden Oakes'] },
  },
];
