// Five handles, some of them alike, two on one platform.
import type { PracticeRecord } from '../record.ts';

export const fiveHandles: PracticeRecord = {
  id: '5',
  reference: 'NCCU/2026/0438',
  otherReferences: ['44260101206', 'SOC-2026-77', 'EDU/9021'],
  receivedOn: '2026-03-12',
  subject: {
    familyName: 'Quillfeather',
    givenNames: 'Jasper Emeka',
    aliases: ['Jaz'],
    bornOn: '2010-06-21',
    address: ['Dreamt Cottage', 'Figment Lane', 'Mythering-on-Sea'],
    postcode: 'ZZ99 1WF',
    school: 'Mythering Community School (invented)',
    phones: ['07700900808'],
    emails: ['jasper.q@example.org'],
    onlineIdentifiers: [
      { platform: 'Discord', asSeen: 'quillz#0421', firstSeenOn: '2025-11-30' },
      { platform: 'Discord', asSeen: 'quillz.exe', firstSeenOn: '2026-01-09' },
      { platform: 'Steam', asSeen: 'Qu1llZ', firstSeenOn: '2026-01-09' },
      { platform: 'GitHub', asSeen: 'quillfeather-j', firstSeenOn: '2026-02-14' },
      { platform: 'YouTube', asSeen: '@QuillzCodes', firstSeenOn: '2026-03-01' },
    ],
    sexRecorded: 'Male',
    communicationNeeds: 'None known',
  },
  suspectedOffences: [
    'Unauthorised acts with intent to impair operation of a computer',
    'Making, supplying or obtaining articles for use in an offence',
  ],
  lawMentioned: ['CMA 1990 s.3', 'CMA 1990 s.3A'],
  incidentDates: ['2026-03-06'],
  narrative: [
    'Jasper published a program that floods a game server and showed how to use it in a video on 6 March 2026. It was taken down by the platform after two days and 212 views.',
    'He says that it was written to test his own server. The read-me file names three others. A player known as Mosswright says that his server was off for an evening.',
  ].join('\n\n'),
  statedRisk: 'Medium',
  referrer: {
    name: 'Cressida Vane-Oakley',
    organisation: 'Mythering Gaming Trust & Safety',
    role: 'Trust and safety analyst',
    phone: '020 7946 0955',
    email: 'c.vane-oakley@example.net',
  },
  parent: {
    name: 'Chidi Quillfeather',
    relationship: 'Father',
    phone: '(01632) 960 809',
    email: 'chidi.q@example.com',
  },
};
