// Nine years old, and referred by a private person: the referrer and the parent are the same woman.
import type { PracticeRecord } from '../record.ts';

export const referredByMother: PracticeRecord = {
  id: '6',
  reference: 'NCCU/2026/0440',
  otherReferences: ['101-55170'],
  receivedOn: '2026-03-15',
  subject: {
    familyName: 'Toadflax',
    givenNames: 'Minnie',
    aliases: [],
    bornOn: '2016-08-11',
    address: ['9 Once-Upon Crescent', 'Brackenfield'],
    postcode: 'ZZ99 2MT',
    school: 'Brackenfield Make-Believe Primary School',
    phones: [],
    emails: ['minnie@example.net'],
    onlineIdentifiers: [{ platform: 'Minecraft', asSeen: 'MinnieT0ad', firstSeenOn: '2026-03-10' }],
    sexRecorded: 'Female',
    communicationNeeds: 'Young child: speak with a parent present.',
  },
  suspectedOffences: ['Unauthorised access to computer material'],
  lawMentioned: [],
  incidentDates: ['2026-03-08'],
  narrative: [
    'Minnie guessed her cousin’s password on 8 March 2026 and gave away things in a game. She is under the age of criminal responsibility.',
    'Her mother rang to ask for advice. She does not want anybody to be in trouble and would like to know about clubs.',
  ].join('\n\n'),
  statedRisk: 'Low',
  referrer: {
    name: 'Hester Toadflax',
    organisation: '',
    role: 'Mother',
    phone: '07700 900640',
    email: 'hester.t@example.com',
  },
  parent: {
    name: 'Hester Toadflax',
    relationship: 'Mother',
    phone: '07700 900640',
    email: 'hester.t@example.com',
  },
};
