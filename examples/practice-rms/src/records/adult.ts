// An adult, with an employer where others have a school.
import type { PracticeRecord } from '../record.ts';

export const adult: PracticeRecord = {
  id: '7',
  reference: 'NCCU/2026/0446',
  otherReferences: ['44260118850'],
  receivedOn: '2026-03-20',
  subject: {
    familyName: 'Harrowfable',
    givenNames: 'Desmond',
    aliases: ['Dez', 'desfab'],
    bornOn: '1998-02-27',
    address: ['Unit 5', 'Phantom Wharf', 'Southmarch'],
    postcode: 'ZZ99 8FB',
    school: 'Phantom Logistics (invented employer)',
    phones: ['07700 900 222'],
    emails: ['dez.harrowfable@example.org'],
    onlineIdentifiers: [
      { platform: 'LinkedIn', asSeen: 'desmond-harrowfable', firstSeenOn: '2026-03-18' },
    ],
    sexRecorded: 'Male',
    communicationNeeds: '',
  },
  suspectedOffences: ['Unauthorised access to computer material', 'Fraud by false representation'],
  lawMentioned: ['Computer Misuse Act 1990 s1', 'Fraud Act 2006 s2'],
  incidentDates: ['2026-03-17', '2026-03-18'],
  narrative: [
    'After leaving his post Desmond is said to have used a colleague’s account on 17 and 18 March 2026 to read the rota and to claim two shifts.',
    'The firm has taken the account away and does not support a prosecution. It would like him to be spoken to.',
  ].join('\n\n'),
  statedRisk: 'Medium',
  referrer: {
    name: 'Leopold Asterby',
    organisation: 'Phantom Logistics',
    role: 'Head of information security',
    phone: '01632 960730',
    email: 'l.asterby@example.com',
  },
  parent: null,
};
