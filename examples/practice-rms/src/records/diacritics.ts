// Diacritics, which some systems lose and a capture must not.
import type { PracticeRecord } from '../record.ts';

export const diacritics: PracticeRecord = {
  id: '2',
  reference: 'NCCU/2026/0422',
  otherReferences: ['MASH-88140'],
  receivedOn: '2026-02-16',
  subject: {
    familyName: 'Jørundsdóttir-Añil',
    givenNames: 'Zoë Šárka',
    aliases: ['Zo', 'zoë2k'],
    bornOn: '2011-09-02',
    address: ['Flat 3, Pâquerette House', '27 Make-Believe Street', 'Little Wending'],
    postcode: 'ZZ99 7ZA',
    school: 'Little Wending Invented Academy',
    phones: ['07700 900 533'],
    emails: ['zoe.anil@example.net'],
    onlineIdentifiers: [{ platform: 'TikTok', asSeen: '@zoë.añil', firstSeenOn: '2026-02-01' }],
    sexRecorded: 'Female',
    communicationNeeds: 'Interpreter for a parent (Icelandic).',
  },
  suspectedOffences: ['Unauthorised acts with intent to impair operation of a computer'],
  lawMentioned: ['s3 CMA 1990'],
  incidentDates: ['2026-02-05'],
  narrative: [
    'A free trial of a booter service was pointed at the homework site on 5 February 2026. The site was slow for eleven minutes. A screenshot was posted from @zoë.añil the same evening.',
    'Zoë told her form tutor the next day. She had seen a video about it and did not think that it would work.',
  ].join('\n\n'),
  statedRisk: 'Medium',
  referrer: {
    name: 'PC Bartholomew Inkpen',
    organisation: 'Nowhereshire Constabulary',
    role: 'Safer schools officer',
    phone: '01632 960204 ext. 12',
    email: 'bartholomew.inkpen@example.org',
  },
  parent: {
    name: 'Jørundur Añil',
    relationship: 'Father',
    phone: '+44 7700 900534',
    email: 'j.anil@example.com',
  },
};
