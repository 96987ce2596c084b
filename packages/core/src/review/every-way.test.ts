/** A selection, a paste and a telephone call about one child: one draft, one review, each with its origin. */
import { expect, it } from 'vitest';
import { mergeDraft } from '../capture/draft/merge-draft.js';
import { openDraft } from '../capture/draft/open-draft.js';
import type { Draft } from '../capture/draft.js';
import { draftValues } from '../capture/draft.js';
import { readingOfText } from '../capture/text/text-selection.js';
import type { Instant } from '../shared/index.js';
import { testHost } from '../testing/host.js';
import { draftOfFields } from './draft-of-fields.js';
import { defaultGates } from './gates.js';
import { review } from './review.js';

const host = testHost();
const read = (way: 'selection' | 'paste', text: string, title: string, url?: string): Draft =>
  openDraft({
    reading: readingOfText(text, { title, ...(url === undefined ? {} : { url }) }),
    adapters: [],
    way,
    host,
  });

const CLIP = read(
  'selection',
  'Full name: Rowan Vael\nDate of birth: 14/03/2010',
  'Ticket 4417',
  'https://tickets.example.org/ticket/4417',
);
const PASTE = read(
  'paste',
  'Full name: Rowan Vael\nTelephone: 07700 900123',
  'Windows client, second screen',
);
const CALL = draftOfFields(
  { 'subject.name': ['Rowan Vael'], 'subject.school': ['Testford Academy'] },
  {
    way: 'typed',
    system: 'Telephone call',
    title: 'Telephone call',
    told: { by: 'Ottilie Brandt', at: '2026-11-24T08:15:00.000Z' as Instant },
  },
  host,
);

it('becomes one subject with three sources', () => {
  const draft = [PASTE, CALL].reduce(mergeDraft, CLIP);
  expect(draftValues(draft, 'subject.name')).toEqual(['Rowan Vael']);
  const gates = defaultGates('force', 'part3');
  if (!gates.ok) throw new Error('no gates');
  const reviewed = review(draft, {
    gates: gates.value,
    officer: { regime: 'part3', practice: true },
    host,
  });
  if (!reviewed.ok) throw new Error(JSON.stringify(reviewed.issues));
  const { changes } = reviewed.value;
  const captures = changes.filter(({ kind }) => kind === 'sourceCapture');
  expect(captures.map(({ set }) => set)).toMatchObject([
    { way: 'selection', system: 'tickets.example.org' },
    { way: 'paste', title: 'Windows client, second screen' },
    { way: 'typed', toldBy: 'Ottilie Brandt', toldAt: '2026-11-24T08:15:00.000Z' },
  ]);
  const subjects = changes.filter(({ kind }) => kind === 'subject');
  expect(subjects).toMatchObject([
    {
      set: {
        name: 'Rowan Vael',
        bornOn: '2010-03-14',
        phones: ['+447700900123'],
        schools: [{ name: 'Testford Academy' }],
      },
    },
  ]);
  const [subject] = subjects;
  expect(new Set(subject?.sources?.name?.map(({ capture }) => capture))).toEqual(
    new Set(captures.map(({ record }) => record)),
  );
});
