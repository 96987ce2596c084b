// Two telephones and two email addresses.
import type { PracticeRecord } from '../record.ts';

export const twoTelephones: PracticeRecord = {
  id: '4',
  reference: 'NCCU/2026/0431',
  otherReferences: ['AF-2026-004417'],
  receivedOn: '2026-03-03',
  subject: {
    familyName: 'Pettifer-Nought',
    givenNames: 'Rowan',
    aliases: ['Ro', 'Ghostwick'],
    bornOn: '2008-12-30',
    address: ['2a Storybook Mews', 'Upper Fable', 'Southmarch'],
    postcode: 'ZZ99 4QQ',
    school: 'Southmarch Storybook Sixth Form',
    phones: ['07700 900761', '020 7946 0761'],
    emails: ['rowan.pn@example.com', 'ghostwick@example.net'],
    onlineIdentifiers: [
      { platform: 'Telegram', asSeen: '@ghostwick', firstSeenOn: '2026-02-20' },
      { platform: 'Breach forum', asSeen: 'ghostwick', firstSeenOn: '2026-02-22' },
    ],
    sexRecorded: 'Male',
    communicationNeeds: 'Autistic: send the questions beforehand, quiet room.',
  },
  suspectedOffences: [
    'Unauthorised access to computer material',
    'Unauthorised access with intent to commit further offences',
  ],
  lawMentioned: ['Computer Misuse Act 1990, sections 1 and 2', 'Fraud Act 2006, section 2'],
  incidentDates: ['2026-02-21', '2026-02-22', '2026-02-27'],
  narrative: [
    'On 21 February 2026 a list of passwords was tried against the accounts of an invented online shop. Eleven opened. One order was changed and put back.',
    'The shop traced the visits to a home connection in Southmarch. The account holder is Rowan’s aunt, who was abroad.',
    'Rowan has a place on a network engineering course in September and has asked twice whether this will stop it.',
  ].join('\n\n'),
  statedRisk: 'High',
  referrer: {
    name: 'DC Philippa Thornquill',
    organisation: 'Southmarch Regional Cyber Crime Unit',
    role: 'Investigating officer',
    phone: '020 7946 0112',
    email: 'p.thornquill@example.org',
  },
  parent: {
    name: 'Ursula Nought',
    relationship: 'Aunt and guardian',
    phone: '07700 900762',
    email: 'ursula.nought@example.com',
  },
};
