import { expect, it } from 'vitest';
import type { AuthorityAnswer, Draft } from '../capture/draft.js';
import { testHost } from '../testing/host.js';
import { draftOfFields } from './draft-of-fields.js';
import { defaultGates } from './gates.js';
import { review } from './review.js';

const host = testHost();
const gates = defaultGates('open-source', 'part3');
if (!gates.ok) throw new Error('no gates');
const context = {
  gates: gates.value,
  officer: { regime: 'part3', practice: true },
  host,
} as const;
const draftOf = (hostClass: 'open-source' | 'partner'): Draft =>
  draftOfFields(
    { 'subject.name': ['Rowan Vael'] },
    { way: 'page', system: 'forum.example', title: 'Profile', hostClass },
    host,
  );
const asked = (draft: Draft, authority?: AuthorityAnswer) =>
  review({ ...draft, ...(authority ? { authority } : {}) }, context)
    .issues.filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);

it('asks by what authority open source was looked at, or why none is needed', () => {
  const draft = draftOf('open-source');
  expect(asked(draft)).toEqual(['authority-missing']);
  expect(asked(draft, { authority: '', detail: 'x' })).toEqual(['authority-missing']);
  expect(asked(draft, { authority: 'none-needed', detail: ' ' })).toEqual([
    'authority-why-missing',
  ]);
  expect(asked(draft, { authority: 'internal', detail: '' })).toEqual([
    'authority-reference-missing',
  ]);
  expect(asked(draft, { authority: 'internal', detail: 'OS/26/14' })).toEqual([]);
});

it('asks no such thing of any other host', () => {
  expect(asked(draftOf('partner'))).toEqual([]);
});

it('keeps the answer with what came from open source, and with nothing else', () => {
  const open = draftOf('open-source');
  const partner = draftOf('partner');
  const both: Draft = {
    ...open,
    authority: { authority: 'internal', detail: 'OS/26/14' },
    origins: [...open.origins, ...partner.origins],
    rows: [...open.rows, ...partner.rows],
  };
  const reviewed = review(both, context);
  if (!reviewed.ok) throw new Error(JSON.stringify(reviewed.issues));
  const sets = reviewed.value.changes
    .filter(({ kind }) => kind === 'sourceCapture')
    .map(({ set }) => set);
  expect(sets).toMatchObject([{ authority: 'internal', authorityDetail: 'OS/26/14' }, {}]);
  expect(sets[1]).not.toHaveProperty('authority');
});
