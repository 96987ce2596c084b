// No date of birth, no email: most of the boxes are empty, as in a first report.
import type { PracticeRecord } from '../record.ts';

export const dateOfBirthNotKnown: PracticeRecord = {
  id: '3',
  reference: 'NCCU/2026/0425',
  otherReferences: [],
  receivedOn: '2026-02-19',
  subject: {
    familyName: 'Wraxhollow',
    givenNames: 'Kit',
    aliases: [],
    bornOn: null,
    address: ['The Old Fictionary'],
    postcode: '',
    school: 'Thistlemoor Pretend College',
    phones: [],
    emails: [],
    onlineIdentifiers: [{ platform: 'Roblox', asSeen: 'K1tWrax', firstSeenOn: null }],
    sexRecorded: 'Not recorded',
    communicationNeeds: '',
  },
  suspectedOffences: ['Making, supplying or obtaining articles for use in an offence'],
  lawMentioned: ['Computer Misuse Act 1990, section 3A'],
  incidentDates: [],
  narrative: [
    'A pupil of Thistlemoor Pretend College, thought to be 13 or 14, is said to be selling a tool that takes over accounts in a game. The caller did not know when it began.',
    'No device has been seen. The caller gave the account name from memory and was not sure of the spelling.',
  ].join('\n\n'),
  statedRisk: 'Not stated',
  referrer: {
    name: 'Marguerite Stowe-Hallam',
    organisation: 'Thistlemoor Pretend College',
    role: 'Pastoral manager',
    phone: '01632 960377',
    email: '',
  },
  parent: null,
};
