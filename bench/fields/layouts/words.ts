/** Words for fictional people and places. No name is of a real child, officer, school or town. */

export const FORENAMES = [
  'Tamsin',
  'Rowan',
  'Gwenllian',
  'Llŷr',
  'Siôn',
  'Angharad',
  'Yusuf',
  'Noor',
  'Khadija',
  'Ciarán',
  'Zofia',
  'Łukasz',
  'Priya',
  'Mei-Lin',
  'Oluwaseun',
  'Ana-Maria',
  'Jude',
  'Max',
  'Ffion',
  'Deiniol',
  'Abdul-Rahman',
  'Bo',
  'Keziah',
  'Eirlys',
  'Tomos Rhys',
  'Saoirse',
  'Zayn',
  'Imogen Beth',
  'Kofi',
  'Renée',
  'Björn',
  'Amber-Leigh',
  'Dakota',
  'Harper',
  'Chidi',
  'Summer',
  'Will',
  'Grace',
] as const;

export const SURNAMES = [
  'Vael',
  'Fictor',
  'ap Rhydderch',
  'Llywelyn-Pugh',
  'al-Harbi',
  'bin Yusuf',
  'Okonkwo-Faux',
  'O’Sample',
  'McMock',
  'van der Pretend',
  'Nowakowska',
  'Ó Fictean',
  'Standin',
  'Placeholder',
  'Mockford',
  'Inventio',
  'Smith-Imagin',
  'El-Amin',
  'Singh Sample',
  'Li',
  'Ng',
  'de la Feint',
  'Feigned',
  'Notareal',
  'Exemplar',
  'Pritchard-Sham',
  'Adeyemi',
  'Żuk',
  'Young',
  'March',
  'Banks',
  'Street',
] as const;

export const STAFF = [
  'Robin Keane',
  'Dilys Pomfret',
  'Petra Hobbs',
  'Gil Redfern',
  'Ines Calloway',
  'Wendy Thrupp',
  'Osman Tarrow',
  'Hattie Womble',
  'Bryn Cadwgan',
  'Lakshmi Venn',
  'Colm Featherby',
  'Marta Quill',
] as const;

export const REFERRERS = [
  ['DC 4471', 'Amrit Bains', 'Detective Constable', 'Northmoor Police'],
  ['PC 2210', 'Mared Elis', 'Schools Officer', 'Loomsby Constabulary'],
  ['Insp.', 'L. Grewal', 'Inspector, Cyber Crime Unit', 'Eastshire Police'],
  ['Mrs', 'Ingrid Blott', 'Deputy Head', 'Gables Park School'],
  ['', 'Eluned Prosser', 'Head of Computing', 'Ysgol Glan-y-Ffug'],
  ['Dr', 'Amir Proxy', 'Consultant Paediatrician', 'Wardton Hospital NHS Trust'],
  ['', 'Idris Kettle', 'Social Worker', 'Tale End Multi-Agency Safeguarding Hub'],
  ['Ms', 'Folasade Quist', 'Designated Safeguarding Lead', 'Brackenfield Vale Academy'],
  ['', 'Sorcha Meehan', 'Youth Justice Worker', 'Mockshire Youth Justice Service'],
  ['Mr', 'Teo Lanyon', 'IT Technician', 'Loomsby Sixth Form College'],
] as const;

export const SCHOOLS = [
  'Brackenfield Vale Academy',
  'Ysgol Gyfun Glan-y-Ffug',
  'St Elidyr’s R.C. High School',
  'Mocktown Sixth Form College',
  'Loomsby Pupil Referral Unit',
  'Carding High School',
  'Gables Park School',
  'Quarryton College',
  'The Wharf Free School',
  'Porthmock Grammar School',
] as const;

export const STREETS = [
  'Sample Street',
  'Pretend Avenue',
  'Storybook Close',
  'Weft Street',
  'Slate Row',
  'Halyard Mews',
  'Heol y Ffug',
  'Quarry Bank',
  'Lime Kiln Lane',
  'Church Road',
  'Ffordd Ddychmygol',
  'Old Mill Court',
] as const;

export const HOUSES = [
  'Flat 3',
  'Flat 11, Spindle Court',
  'Tŷ Gwyn',
  'The Old Bakery',
  'Room 4B',
] as const;

export const TOWNS = [
  'Testham',
  'Mocktown',
  'Tale End',
  'Loomsby',
  'Quarryton',
  'Port Pretend',
  'Llanffug',
  'East Mockland',
] as const;

export const COUNTIES = ['Mockshire', 'Eastshire', 'Sir Ddychmygol'] as const;

export const PLATFORMS = [
  'Discord',
  'Telegram',
  'Steam',
  'Roblox',
  'GitHub',
  'Reddit',
  'TikTok',
  'Instagram',
  'Snapchat',
  'YouTube',
] as const;

export const ALIASES = [
  'Lex',
  'Immy',
  'Caz',
  'Nox',
  'Tam',
  'Zed',
  'J-Dog',
  'Ghost',
  'Wren',
] as const;

export const OFFENCES = [
  'Unauthorised access to computer material',
  'Unauthorised access with intent to impair',
  'Computer Misuse Act 1990 s.1',
  'Making or supplying articles (s.3A CMA 1990)',
  'Denial of service attack',
] as const;

export const RISKS = ['Low', 'Medium', 'High'] as const;

export const STATUSES = ['Open', 'Awaiting allocation', 'Under assessment', 'Closed'] as const;

/** Sentences with the forename, the day of what happened, and its number for a made-up detail. */
export const STORIES = [
  '{name} used a teacher’s password, seen on a sticky note, to change marks for six pupils on {day}. The school has reset the accounts.',
  'On {day} {name} ran a “booter” against the college’s booking site, which was down for two hours. {name} says a friend in a chat dared them to.',
  '{name} wrote a script that copies the sign-in page of the school’s learning platform. Eleven pupils typed their passwords into it on {day}. They were not used.',
  'Staff found a list of e-mail addresses on a USB stick. {name} copied it on {day} to show that it could be done, and told the network manager the same afternoon.',
  '{name} sells game accounts online and may not know that they are stolen. Nobody has spoken to the family yet.',
] as const;

export const ENDINGS = [
  '',
  ' Very able; would like an apprenticeship.',
  ' No previous contact with the police.',
  ' The family have agreed to a visit.',
  ' Attendance has fallen since the autumn term.',
] as const;

export const RELATIONS = ['mother', 'father', 'grandmother', 'foster carer'] as const;

export const DOMAINS = [
  'mailhaven.example',
  'icloudy.example',
  'webpost.example',
  'inboxy.example',
] as const;
