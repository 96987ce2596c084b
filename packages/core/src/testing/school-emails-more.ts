/** More referrals as prose: where a pupil lives and goes to school, the people around, and days. */
import type { SchoolEmail } from './school-emails.js';

const OWEN = {
  'referrer.name': ['Owen Pritchard'],
  'referrer.role': ['Assistant Head'],
  'referrer.organisation': ['Brackwater School'],
} as const;
const CLOSE = '\n\nKind regards\nOwen Pritchard\nAssistant Head\nBrackwater School';
const JAYDEN = { ...OWEN, 'subject.name': ['Jayden Oakes'] } as const;
const about = (told: string): string =>
  `Dear team,\n\nI would like to refer Jayden Oakes, aged 14, who put a keylogger on two computers. ${told}${CLOSE}`;

export const PLACE_EMAILS: readonly SchoolEmail[] = [
  {
    about: 'an address without a postcode',
    text: about('He lives at 4 Quarry Lane, Brackwater. He is sorry.'),
    says: { ...JAYDEN, 'subject.address': ['4 Quarry Lane, Brackwater'] },
  },
  {
    about: 'an address before the people with whom he lives',
    text: about(
      'He lives at 27 Mossgate Road, Larkhill with his mother, Carla Oakes, 07700 900417.',
    ),
    says: { ...JAYDEN, 'subject.address': ['27 Mossgate Road, Larkhill'] },
    people: [{ relationship: 'mother', name: 'Carla Oakes', phone: '+447700900417' }],
  },
  {
    about: 'a home address after a colon',
    text: about(
      'Home address: Flat 2, 4 Quarry Lane, Brackwater. He lives with his nan, Sheila Farrow (01632 960377).',
    ),
    says: { ...JAYDEN, 'subject.address': ['Flat 2, 4 Quarry Lane, Brackwater'] },
    people: [{ relationship: 'nan', name: 'Sheila Farrow', phone: '+441632960377' }],
  },
  {
    about: 'an address with a postcode',
    text: about('His home address is 9 Tarn View, Larkhill, ZZ99 3WZ and he walks to school.'),
    says: {
      ...JAYDEN,
      'subject.address': ['9 Tarn View, Larkhill, ZZ99 3WZ'],
      'subject.postcode': ['ZZ99 3WZ'],
    },
  },
  {
    about: 'the address of somebody else',
    text: about(
      'The victim lives at 9 Hill Road, Larkhill. His father lives at 3 Fen Row, Northmoor.',
    ),
    says: JAYDEN,
  },
  {
    about: 'where somebody lives that is no address',
    text: about(
      'He lives at home with 2 brothers. His gran lives in Larkhill. He lives in Brackwater, and has lived there for 6 years.',
    ),
    says: JAYDEN,
  },
  {
    about: 'two pupils, each with an address',
    text: `Dear team,\n\nTwo of our pupils, Tobias Wren (DOB 14/03/2013) and Kit Marlow (DOB 22/02/2012), took the booking system down. Tobias lives at 4 Fen Row, Northmoor. They live at 9 Hill Road, Larkhill.${CLOSE}`,
    says: {
      ...OWEN,
      'subject.name': ['Tobias Wren', 'Kit Marlow'],
      'subject.bornOn': ['2013-03-14', '2012-02-22'],
      'subject.address': ['4 Fen Row, Northmoor'],
      'subject.school': ['Brackwater School'],
    },
  },
  {
    about: 'a pupil here',
    text: about('He is a pupil here.'),
    says: { ...JAYDEN, 'subject.school': ['Brackwater School'] },
  },
  {
    about: 'a pupil at this school',
    text: about('He has been a student at this school since Year 7.'),
    says: { ...JAYDEN, 'subject.school': ['Brackwater School'] },
  },
  {
    about: 'one of our students',
    text: about('He is one of our Year 10 students.'),
    says: { ...JAYDEN, 'subject.school': ['Brackwater School'] },
  },
  {
    about: 'a pupil who has left, and an old address',
    text: about(
      'He is no longer a pupil here. He used to live at 5 Mill Street, Northmoor. Our address is 1 School Lane, Larkhill.',
    ),
    says: JAYDEN,
  },
  {
    about: 'a pupil of another school',
    text: about('He is in Year 10 at Fernbrook, and one of our pupils saw it.'),
    says: JAYDEN,
  },
  {
    about: 'a school that is named',
    text: about('He attends Larkhill High School and is in Year 10.'),
    says: { ...JAYDEN, 'subject.school': ['Larkhill High School'] },
  },
];

export const PEOPLE_EMAILS: readonly SchoolEmail[] = [
  {
    about: 'his mother and his stepfather',
    text: about('His mother, Carla Oakes, agrees. His stepfather is Alan Dent.'),
    says: JAYDEN,
    people: [
      { relationship: 'mother', name: 'Carla Oakes' },
      { relationship: 'stepfather', name: 'Alan Dent' },
    ],
  },
  {
    about: 'a mother in brackets after her name',
    text: about('I have spoken to Carla Oakes (mum), who agrees.'),
    says: JAYDEN,
    people: [{ relationship: 'mum', name: 'Carla Oakes' }],
  },
  {
    about: 'a mother by two words for one person',
    text: about('His mother, Carla Oakes, agrees. Mum’s number is 07700 900417.'),
    says: JAYDEN,
    people: [{ relationship: 'mother', name: 'Carla Oakes', phone: '+447700900417' }],
  },
  {
    about: 'two mothers',
    text: about(
      'His mother, Carla Oakes, agrees. The victim’s mother, Dawn Brandon, does not. Mum’s number is 07700 900417.',
    ),
    says: JAYDEN,
    people: [{ relationship: 'mother', name: 'Carla Oakes' }],
  },
  {
    about: 'parents without names',
    text: about(
      'His parents know. Dad can be reached on 07700 900532, and his mother’s email is carla@mail.example.',
    ),
    says: JAYDEN,
    people: [
      { relationship: 'Dad', phone: '+447700900532' },
      { relationship: 'mother', email: 'carla@mail.example' },
    ],
  },
  {
    about: 'a mother with a label of her own in the text',
    text: about('Mum: Dawn Oakes 07700 900641. He is sorry.'),
    says: JAYDEN,
    people: [{ relationship: 'Mum', name: 'Dawn Oakes', phone: '+447700900641' }],
  },
];

export const DAY_EMAILS: readonly SchoolEmail[] = [
  {
    about: 'a day that would be still to come with its month first',
    text: about('On 12/11/2026 he knocked the website of the school offline.'),
    says: { ...JAYDEN, 'referral.incidentDates[]': ['2026-11-12'] },
  },
  {
    about: 'a day that is still to come as it is written here',
    text: about('On 03/12/2026 he knocked the website of the school offline.'),
    says: JAYDEN,
  },
  {
    about: 'a day in words that is still to come',
    text: about('On 3 December 2026 he took the website of the school offline.'),
    says: JAYDEN,
  },
  {
    about: 'a day that can be two days',
    text: about('On 03/02/2026 he knocked the website of the school offline.'),
    says: { ...JAYDEN, 'referral.incidentDates[]': ['2026-02-03'] },
    asked: ['referral.incidentDates[]'],
  },
  {
    about: 'a birth that can be two days',
    text: 'Dear team,\n\nReferral for Leon Farrow, born 02/09/2011. He read emails of staff.\n\nKind regards\nOwen Pritchard\nAssistant Head\nBrackwater School',
    says: { ...OWEN, 'subject.name': ['Leon Farrow'], 'subject.bornOn': ['2011-09-02'] },
    asked: ['subject.bornOn'],
  },
];
