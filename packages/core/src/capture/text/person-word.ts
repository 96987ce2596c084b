/** Words for people in running text: those that a referral is about, and those around them. */
import dictionary from '../field/label-dictionary.json' with { type: 'json' };

/** Somebody that a referral may be about. */
export const PUPIL = `(?:pupil|student|learner|child|young (?:person|man|woman|lad|adult)|youngster|teenager|boy|girl|lad|(?:grand)?son|(?:grand)?daughter|tutee|apprentice|nominal|suspect|service user)s?`;

const NOT_SUBJECTS = [
  'colleague',
  'classmate',
  'victim',
  'complainant',
  'witness',
  'aggrieved',
  'injured party',
  'target',
  'staff member',
  'member of staff',
  'tenant',
  'landlord',
  'account holder',
  'caller',
  'informant',
  'accomplice',
  'co-accused',
  'co-defendant',
  'neighbour',
  'cousin',
  'boyfriend',
  'girlfriend',
  'wife',
  'husband',
  'mam',
  'governor',
  'senco',
  'doctor',
  'solicitor',
  'employer',
  'boss',
];

/** Somebody else: a relative, a member of staff, a victim. */
export const OTHER = `(?:${[
  ...dictionary.composite.relations,
  ...dictionary.composite.role,
  ...NOT_SUBJECTS,
]
  .sort((a, b) => b.length - a.length)
  .join('|')})s?`;
