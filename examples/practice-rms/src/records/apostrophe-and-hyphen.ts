// A name with a typographic apostrophe and a hyphen.
import type { PracticeRecord } from '../record.ts';

export const apostropheAndHyphen: PracticeRecord = {
  id: '1',
  reference: 'NCCU/2026/0417',
  otherReferences: ['44260091873', 'BVS-SG-118'],
  receivedOn: '2026-02-11',
  subject: {
    familyName: 'O’Connell-Vael',
    givenNames: 'Tamsin Aoife',
    aliases: ['Taz'],
    bornOn: '2009-03-14',
    address: ['14 Lanternwick Rise', 'Brackenfield', 'Nowhereshire'],
    postcode: 'ZZ99 3VZ',
    school: 'Brackenfield Vale School',
    phones: ['07700 900417'],
    emails: ['taz.vael@example.org'],
    onlineIdentifiers: [
      { platform: 'Discord', asSeen: 'tazvael_0417', firstSeenOn: '2026-01-28' },
      { platform: 'GitHub', asSeen: 'taz-vael', firstSeenOn: '2026-02-02' },
    ],
    sexRecorded: 'Female',
    communicationNeeds: 'Dyslexic: short written questions, plenty of time.',
  },
  suspectedOffences: ['Unauthorised access to computer material'],
  lawMentioned: ['Computer Misuse Act 1990, section 1'],
  incidentDates: ['2026-01-26', '2026-01-27'],
  narrative: [
    'Between 26 and 27 January 2026 Tamsin is reported to have signed in to the staff area of the school network with a password she had seen typed. She looked at the timetable for the next term and told a friend about it.',
    'The network manager reset the password and found no change to any file. Tamsin said that she wanted to show that the screen could be seen from the corridor.',
    'The school is content for advice to be given and asks that nothing is said in front of the class.',
  ].join('\n\n'),
  statedRisk: 'Low',
  referrer: {
    name: 'Odette Fairbarrow',
    organisation: 'Brackenfield Vale School',
    role: 'Designated safeguarding lead',
    phone: '01632 960118',
    email: 'o.fairbarrow@example.org',
  },
  parent: {
    name: 'Niamh O’Connell',
    relationship: 'Mother',
    phone: '07700 900418',
    email: 'niamh.oconnell@example.com',
  },
};
