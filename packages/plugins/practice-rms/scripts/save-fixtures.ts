/**
 * Saves pages of the practice record system as fixtures, with the correct reading of each. The expectations come from
 * the system's own records, never from our reading of its pages: otherwise a wrong reading would prove itself.
 *
 * Run with `pnpm --filter @cyber-prevent/plugin-practice-rms fixtures`, then `pnpm fix`, when the system's pages have
 * changed.
 */
import { writeFileSync } from 'node:fs';
import { type LookId, type PracticeRecord, startPracticeRms } from '@cyber-prevent/practice-rms';

/** Address of the pages in the fixtures; the system itself takes any free port. */
const SHOWN_AT = 'http://127.0.0.1:4300';
const LOOKS: readonly LookId[] = ['legacy', 'lists', 'summary'];
/** A date of birth not known, two of everything, five handles, a mother as the referrer. */
const RECORDS = ['3', '4', '5', '6'];

/** The values of the suite's intervention on each form, in that form's own style. */
const SAME = {
  'intervention.mode': 'In person',
  'intervention.minutes': '45',
  'intervention.place': 'At home',
  'intervention.present': 'Mother',
  'intervention.outcome': 'Engaged',
  'intervention.note': 'Talked about port scanning and where the line is.',
};
const KIND = 'Visit to home address';
const TYPED: Readonly<Record<LookId, Readonly<Record<string, string>>>> = {
  legacy: { ...SAME, 'intervention.kind': KIND, 'intervention.heldOn': '20/11/2026' },
  lists: { ...SAME, 'intervention.kind': KIND, 'intervention.heldOn': '2026-11-20' },
  summary: { ...SAME, 'intervention.kind': KIND, 'intervention.heldOn': '20 11 2026' },
};
const LEFT: Readonly<Record<LookId, Readonly<Record<string, string>>>> = {
  legacy: { 'subject.name': 'box-not-found' },
  lists: { 'subject.name': 'box-not-found' },
  summary: { 'subject.name': 'box-not-found' },
};

const folder = new URL('../fixtures/', import.meta.url);
const rms = await startPracticeRms();
const page = async (path: string) => (await fetch(`${rms.url}${path}`)).text();
const save = (name: string, text: string) => writeFileSync(new URL(name, folder), text);

for (const look of LOOKS) {
  for (const id of RECORDS) {
    const path = `/${look}/records/${id}`;
    const html = await page(path);
    const frames: Record<string, string> = {};
    for (const [, src = ''] of html.matchAll(/<frame [^>]*src="([^"]+)"/g)) {
      // The header and the menu are the same for every record.
      const name = src.includes('content')
        ? `legacy-${id}.content.html`
        : `legacy.${src.split('/').at(-1)}.html`;
      frames[src] = name;
      save(name, await page(src));
    }
    save(`${look}-${id}.html`, html);
    const fields = expected(rms.record(id), look);
    save(
      `${look}-${id}.json`,
      `${JSON.stringify({ url: `${SHOWN_AT}${path}`, ...(look === 'legacy' && { frames }), fields }, null, 2)}\n`,
    );
  }
}

for (const look of LOOKS) await saveContact(look);
await rms.stop();

/** The form of the contact log, and the page that shows the number of a new entry. */
async function saveContact(look: LookId): Promise<void> {
  const path = `/${look}/records/3/contact`;
  const form = new URLSearchParams({
    kind: 'HV',
    heldOn: '20/11/2026',
    minutes: '45',
    log: 'Seen',
  });
  const inside = look === 'legacy' ? path.replace('/legacy/', '/legacy/content/') : path;
  const kept = await fetch(`${rms.url}${inside}`, { method: 'POST', body: form });
  const pages = { form: await page(inside), kept: await kept.text() };
  for (const [name, html] of Object.entries(pages)) {
    const file = `contact/${look}-${name}`;
    const frames = look === 'legacy' ? { [inside]: `${look}-${name}.content.html` } : {};
    if (look === 'legacy') {
      save(`${file}.content.html`, html);
      save(
        `${file}.html`,
        (await page(path)).replace(/<frame name="(?:header|menu)"[^>]*>\n?/g, ''),
      );
    } else save(`${file}.html`, html);
    const said =
      name === 'form'
        ? { typed: TYPED[look], left: LEFT[look] }
        : { reference: rms.contacts('3').at(-1)?.reference };
    const json = { url: `${SHOWN_AT}${path}`, frames, of: 'intervention', ...said };
    save(`${file}.json`, `${JSON.stringify(json, null, 2)}\n`);
  }
}

/** The correct reading of the record on this look. */
function expected(record: PracticeRecord, look: LookId): Record<string, readonly string[]> {
  const { subject, referrer, parent } = record;
  const { givenNames, familyName } = subject;
  const lines = look === 'summary' ? [...subject.address, subject.postcode] : subject.address;
  const fields = {
    'subject.name': [`${givenNames} ${look === 'legacy' ? familyName.toUpperCase() : familyName}`],
    // Only the lists look has a label for each part of a name.
    'subject.givenNames': look === 'lists' ? [givenNames] : [],
    'subject.familyName': look === 'lists' ? [familyName] : [],
    'subject.aliases[]': subject.aliases,
    // Words on the page stay words, with an issue: unknown is a value, and is not made into a date.
    'subject.bornOn': [subject.bornOn ?? 'Not known'],
    'subject.sexRecorded': [subject.sexRecorded],
    'subject.address': [lines.filter((line) => line !== '').join('\n')],
    'subject.postcode': [subject.postcode],
    'subject.school': [subject.school],
    'subject.phones[]': subject.phones.map(international),
    'subject.emails[]': subject.emails,
    'subject.onlineIdentifiers[].asSeen': subject.onlineIdentifiers.map(({ asSeen }) => asSeen),
    'subject.communicationNeeds': [subject.communicationNeeds],
    'referral.reference': [record.reference],
    'referral.otherReferences[]': record.otherReferences,
    'referral.receivedOn': [record.receivedOn],
    'referral.suspectedOffences[]': record.suspectedOffences,
    'referral.lawMentioned[]': record.lawMentioned,
    'referral.incidentDates[]': record.incidentDates,
    'referral.statedRisk': [record.statedRisk],
    // A reading gives one line for each paragraph.
    'referral.narrative': [record.narrative.replace(/\n\s*\n/g, '\n')],
    'referrer.name': [referrer.name],
    'referrer.organisation': [referrer.organisation],
    'referrer.role': [referrer.role],
    'referrer.phone': [international(referrer.phone)],
    'referrer.email': [referrer.email],
    'relatedPersons[].name': [parent?.name ?? ''],
    'relatedPersons[].relationship': [parent?.relationship ?? ''],
    'relatedPersons[].phones[]': [international(parent?.phone ?? '')],
    'relatedPersons[].emails[]': [parent?.email ?? ''],
  };
  return Object.fromEntries(
    Object.entries(fields)
      .map(([path, texts]) => [path, texts.filter((text) => text !== '')] as const)
      .filter(([, texts]) => texts.length > 0),
  );
}

/** The stored form of a telephone number: `07700 900761` is `+447700900761`. */
function international(phone: string): string {
  return phone.replace(/[\s()]/g, '').replace(/^0/, '+44');
}
