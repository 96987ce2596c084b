/** Forty fictional people, as a search meets them: alike in name, school and trouble, and told apart by what is on record. */
import type { RecordId } from '../shared/index.js';
import { createMemoryStore, type RecordStore } from '../store/index.js';
import {
  buildId,
  buildIntervention,
  buildOnlineIdentifier,
  buildReferral,
  buildReferrer,
  buildRelatedPerson,
  buildSubject,
  newRecord,
} from './fiction/builder.js';
import { testHost, testSigner } from './host.js';

interface Row {
  readonly name: string;
  readonly also: string;
  readonly born: string;
  readonly phone: string;
  readonly postcode: string;
  readonly school: string;
  readonly platform: string;
  readonly asSeen: string;
  readonly reference: string;
  readonly related: string;
  readonly told: string;
  readonly met: string;
}

const COLUMNS = [
  ...['name', 'also', 'born', 'phone', 'postcode', 'school', 'platform', 'asSeen', 'reference'],
  ...['related', 'told', 'met'],
];

/** A person a line: the columns above, and `-` for no other name. */
const TABLE = `
Tamsin Okafor | Tam | 2010-03-14 | 07700 900101 | ZZ99 1AA | Harlow Bridge Academy | discord | tam_sinister | CC/2026/101 | Adaeze Okafor | Took down the booking page of the school with a stresser during a maths lesson. | Talked about coding clubs and the bug bounty of a games firm.
Noor Siddiqui | - | 2011-09-02 | 07700 900102 | ZZ99 1AB | Harlow Bridge Academy | telegram | @noor_byte | CC/2026/102 | Farah Siddiqui | Sold logins of a streaming service to pupils in the year above. | Keen on cricket; wants to learn Python properly.
Callum Reid | - | 2009-01-07 | 07700 900103 | ZZ99 1AC | St Wilfrid’s Catholic High School | steam | xX_ReidR_Xx | NCCU-26-0103 | Isla Reid | Ran a phishing page that copied the library catalogue. | Wants an apprenticeship with the council.
Callum Reed | - | 2010-11-21 | 07700 900104 | ZZ99 1AD | Testford Academy | xbox | callumreedfc | NCCU-26-0104 | Donna Reed | Guessed the password of a teacher and changed marks. | Came with his youth worker and said very little.
Zephyr Blackwood | - | 2008-06-30 | +44 7700 900105 | ZZ99 2AA | Marlwick Sixth Form College | discord | zephyr_99#4471 | CC/2026/105 | Rowena Blackwood | Wrote a keylogger and left it on the computers of the college library. | Has been offered a place on a degree in forensics.
Imogen Fairhurst | - | 2012-02-19 | 07700 900106 | ZZ99 2AB | Harlow Bridge Academy | roblox | ImmyFairy12 | CC/2026/106 | Clive Fairhurst | Used a free trial of a botnet against a rival Roblox server. | Loves horses. Her grandfather brought her.
Mohammed Al-Rashid | Mo | 2009-08-08 | 07700 900107 | ZZ99 2AC | St Wilfrid’s Catholic High School | telegram | mo_rashid_dev | NCCU-26-0107 | Layla Al-Rashid | Offered ransomware kits in a Telegram channel and said it was a joke. | Plays chess for the county.
Muhammad Rashid | - | 2010-12-01 | 07700 900108 | ZZ99 2AD | Testford Academy | snapchat | m.rashid10 | NCCU-26-0108 | Saima Rashid | Shared the home address of a streamer after an argument. | Sorry for it, and wrote a letter.
Siobhan Gallagher | - | 2011-04-25 | 01632 960109 | ZZ99 3AA | St Wilfrid’s Catholic High School | instagram | shiv.gallagher | CC/2026/109 | Maeve Gallagher | Bought a remote access tool and tried it on her brother’s laptop. | Wants to work with animals.
Kayleigh Thompson | - | 2010-07-17 | 07700 900110 | ZZ99 3AB | Testford Academy | tiktok | kayleighxo_t | CC/2026/110 | Sharon Thompson | Took over the netball team’s account and posted from it. | Gave the account back the same evening.
Oleksandr Kovalenko | Олександр Коваленко | 2009-10-10 | 07700 900111 | ZZ99 3AC | Marlwick Sixth Form College | telegram | sasha_kov | CC/2026/111 | Iryna Kovalenko | Scanned the ports of a hospital trust for what he called a project. | Speaks English well; the mother needs an interpreter.
Yusuf Demir | - | 2008-05-05 | 07700 900112 | ZZ99 3AD | Marlwick Sixth Form College | discord | demirci | NCCU-26-0112 | Ayşe Demir | Cracked the key of a video editor and gave it to classmates. | Has his own YouTube channel about synthesisers.
Aurelia van der Meer | - | 2011-01-31 | 07700 900113 | ZZ99 4AA | Harlow Bridge Academy | minecraft | AurumVDM | CC/2026/113 | Pieter van der Meer | Crashed a Minecraft network with a booter she paid for in gift cards. | Enjoys building more than breaking.
Josiah Adeyemi | Jojo | 2010-09-09 | 07700 900114 | ZZ99 4AB | Testford Academy | epic | jojo_ade | CC/2026/114 | Folake Adeyemi | Used a classmate’s card details in a games store. | Church youth group meets on Fridays.
Freya Lindqvist | - | 2009-03-03 | 07700 900115 | ZZ99 4AC | Marlwick Sixth Form College | github | fr3ya-l | CC/2026/115 | Astrid Lindqvist | Published a script that bypasses the filter of the school network. | Has applied to a summer school at the university.
Dylan Price | - | 2012-06-12 | 07700 900116 | ZZ99 4AD | Cwm Afon Comprehensive | xbox | DragonDyl | CC/2026/116 | Gwen Price | Swatting call about another player after a lost match. | Lives with foster carers.
Dylan Pryce-Jones | - | 2011-12-24 | 07700 900117 | ZZ99 5AA | Cwm Afon Comprehensive | twitch | prycewar | CC/2026/117 | Bronwen Pryce-Jones | Joined a raid on a channel and flooded it with spam. | Rides motocross at weekends.
Leo Fitzgerald | - | 2010-02-28 | 07700 900118 | ZZ99 5AB | St Wilfrid’s Catholic High School | discord | leofitz.exe | NCCU-26-0118 | Orla Fitzgerald | Kept a list of passwords found on a forum, in a spreadsheet. | Autism assessment is under way; likes routine.
Ghost Marriott | - | 2009-11-11 | 07700 900119 | ZZ99 5AC | Testford Academy | telegram | spectre_ops | CC/2026/119 | Helen Marriott | Rented out a server that others used for credential stuffing. | Chose the first name at thirteen.
Priya Raghunathan | - | 2011-07-07 | 07700 900120 | ZZ99 5AD | Harlow Bridge Academy | instagram | priya.raghu | CC/2026/120 | Suresh Raghunathan | Read the messages of a friend after finding a phone unlocked. | Piano grade six in June.
Ewan MacAllister | - | 2008-12-12 | 07700 900121 | ZZ99 6AA | Marlwick Sixth Form College | steam | highlandpwn | CC/2026/121 | Morag MacAllister | Modified a game client to see through walls and sold the cheat. | Earned four hundred pounds; has paid it back.
Ewan McAlister | - | 2010-04-04 | 07700 900122 | ZZ99 6AB | Testford Academy | steam | em_alister | CC/2026/122 | Janet McAlister | Was given a stolen token by an older boy. | Did not know what the token was for.
Beatrix Holloway | Trixie | 2012-10-10 | 07700 900123 | ZZ99 6AC | Harlow Bridge Academy | roblox | beabeebot | CC/2026/123 | Nigel Holloway | Made a fake login for a game currency site. | Youngest of four; shares a tablet.
Tobias Wren | - | 2013-03-14 | 07700 900124 | ZZ99 6AD | Testford Academy | minecraft | wrenegade | CC/2026/124 | Laura Wren | Shut down a classmate’s Minecraft realm with a script. | A first warning was enough, his mother says.
Tobias Wren | - | 2011-09-12 | 07700 900125 | ZZ99 7AA | St Wilfrid’s Catholic High School | discord | tobi_w2011 | CC/2026/125 | Martin Wren | Threatened to leak the diary of a teacher’s account. | Swims for the city.
Hamza Yilmaz | - | 2009-06-06 | 07700 900126 | ZZ99 7AB | Marlwick Sixth Form College | telegram | hmz_404 | NCCU-26-0126 | Elif Yilmaz | Traded SIM swaps with somebody abroad. | A cousin works in network security.
Anastasia Petrova | Анастасия Петрова | 2010-10-30 | 07700 900127 | ZZ99 7AC | Harlow Bridge Academy | vk | stasya_p | CC/2026/127 | Olga Petrova | Defaced the page of a rival dance school. | Trains five evenings a week.
Omar Haddad | عمر حداد | 2011-02-14 | 07700 900128 | ZZ99 7AD | St Wilfrid’s Catholic High School | telegram | omar7addad | CC/2026/128 | Rania Haddad | Downloaded a vulnerability scanner and ran it on a bakery’s website. | Bakes with his aunt; found the scanner there.
Charlotte Ashdown | Lottie | 2009-09-19 | 01632 960129 | ZZ99 8AA | Marlwick Sixth Form College | reddit | u/lottie_ash | CC/2026/129 | Graham Ashdown | Found a flaw in the ticket machine of the railway and posted it. | Would report it properly next time.
Riley O’Connell | - | 2010-08-20 | 07700 900130 | ZZ99 8AB | St Wilfrid’s Catholic High School | discord | rileyoc! | CC/2026/130 | Sinead O’Connell | Crypto mining on eleven computers of the art block. | Uses the pronouns they and them.
Samir Bhattacharya | - | 2008-08-18 | 07700 900131 | ZZ99 8AC | Marlwick Sixth Form College | github | samirb-sec | NCCU-26-0131 | Rekha Bhattacharya | Reverse engineered a parking app to park for nothing. | Intends to study electronics.
Willow Penrose | - | 2012-05-15 | 07700 900132 | ZZ99 8AD | Trevanion Community School | roblox | willowisp77 | CC/2026/132 | Jago Penrose | Stole limited items from younger players by pretending to be a moderator. | Surfing club on Sundays.
Jaden Kowalczyk | - | 2010-01-20 | 07700 900133 | ZZ99 9AA | Testford Academy | xbox | JKowalski88 | CC/2026/133 | Beata Kowalczyk | Knocked opponents offline with an IP puller. | Stepfather took the console away.
Esme Featherstone | - | 2011-11-02 | 07700 900134 | ZZ99 9AB | Trevanion Community School | tiktok | esmefeather | CC/2026/134 | Ruth Featherstone | Bought followers with a stolen voucher code. | School nurse is a good contact.
Idris Mensah | - | 2009-05-29 | 07700 900135 | ZZ99 9AC | Harlow Bridge Academy | discord | idr1s_m | CC/2026/135 | Abena Mensah | Administered a server where booters were advertised. | Runs the lighting for school plays.
Louis Delacroix | - | 2010-06-01 | 07700 900136 | ZZ99 9AD | St Wilfrid’s Catholic High School | twitch | louisdlx | CC/2026/136 | Amélie Delacroix | Bypassed the exam software with a virtual machine. | Bilingual; father lives in Lyon.
Chloe Hargreaves | - | 2012-01-09 | 07700 900137 | ZZ98 1AA | Testford Academy | snapchat | chlohargs | CC/2026/137 | Wayne Hargreaves | Asked a chat program to write malware, and was proud of it. | Dance and gymnastics.
Gethin Rhys | - | 2008-02-02 | 07700 900138 | ZZ98 1AB | Cwm Afon Comprehensive | irc | geth\`rhys | CC/2026/138 | Carys Rhys | Impersonated the headteacher in an email about a snow day. | The whole town thought it was funny, he says.
Nia Blackwood | - | 2011-06-30 | 07700 900139 | ZZ98 1AC | Harlow Bridge Academy | discord | niablack | CC/2026/139 | Rowena Blackwood | Unlocked tablets of the school so that games could be put on them. | Sister of somebody we already work with.
Kian Doherty | - | 2010-05-16 | 07700 900140 | ZZ98 1AD | St Wilfrid’s Catholic High School | epic | kian_do | NCCU-26-0140 | Bernadette Doherty | Sent a phishing text that pretended to be a parcel firm. | Goes to boxing on Tuesdays.
`;

export const CASELOAD: readonly Row[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const cells = line.split(' | ');
    return Object.fromEntries(COLUMNS.map((name, nth) => [name, cells[nth]])) as object as Row;
  });

export interface HeldCaseload {
  readonly store: RecordStore;
  /** Ids of the people, in the order of {@link CASELOAD}. */
  readonly ids: readonly RecordId[];
}

/** A store with everybody of {@link CASELOAD} in it. */
export async function caseloadUnderTest(): Promise<HeldCaseload> {
  const store = await createMemoryStore({ host: testHost(), signer: testSigner() });
  const ids: RecordId[] = [];
  for (const each of CASELOAD) {
    const id = buildId();
    ids.push(id);
    const referrer = buildReferrer({
      name: `Lead of ${each.school.split(' ')[0]}`,
      organisation: each.school,
      phone: '01632 960000',
      email: 'lead@example.org',
    });
    const subject = {
      id,
      name: each.name,
      aliases: each.also === '-' ? [] : [each.also],
      bornOn: each.born,
      addresses: [{ lines: '1 Sample Row', postcode: each.postcode, notedOn: '2026-11-01' }],
      schools: [{ name: each.school, notedOn: '2026-11-01' }],
      phones: [each.phone],
      emails: [],
    };
    const referral = {
      subjectId: id,
      referrerId: referrer.id,
      reference: each.reference,
      narrative: each.told,
    };
    await store.commit({
      changes: [
        newRecord('subject', buildSubject(subject)),
        newRecord('referrer', referrer),
        newRecord('referral', buildReferral(referral)),
        newRecord(
          'onlineIdentifier',
          buildOnlineIdentifier({ subjectId: id, platform: each.platform, asSeen: each.asSeen }),
        ),
        newRecord(
          'relatedPerson',
          buildRelatedPerson({ subjectId: id, name: each.related, phones: [] }),
        ),
        newRecord('intervention', buildIntervention({ subjectId: id, note: each.met })),
      ],
      reason: 'case-work',
    });
  }
  return { store, ids };
}
