import { describe, expect, it } from 'vitest';
import type { Decision } from '../capture/draft.js';
import { testHost } from '../testing/host.js';
import { clip } from './clip.js';
import { draftOfFields } from './draft-of-fields.js';
import { defaultGates } from './gates.js';

const gates = defaultGates('force', 'part3');
if (!gates.ok) throw new Error('no gates');
const context = {
  gates: gates.value,
  officer: { regime: 'part3', practice: false },
  host: testHost(),
} as const;
const draft = draftOfFields(
  {
    'subject.name': ['Rowan Vael'],
    'subject.communicationNeeds': ['Large print'],
    'referral.narrative': [' Seen on a forum.\n'],
  },
  { way: 'page', system: 'Practice', title: 'Rowan Vael: notes' },
  testHost(),
);
const rowOf = (path: string) => draft.rows.find((row) => row.path === path)?.id ?? '';
const narrative = rowOf('referral.narrative');

describe('clip', () => {
  it('keeps the words letter for letter, and their page without the draft’s other values', () => {
    const clipped = clip(draft, [narrative], context);
    if (!clipped.ok) throw new Error(JSON.stringify(clipped.issues));
    expect(clipped.value.text).toBe(' Seen on a forum.\n');
    expect(clipped.value.sources).toMatchObject([
      { verbatim: ' Seen on a forum.\n', decision: 'take' },
    ]);
    expect(clipped.value.captures).toMatchObject([{ set: { title: '…: notes', masked: [] } }]);
    expect(JSON.stringify(clipped)).not.toContain('Rowan');
  });

  it('keeps the officer’s correction beside what stood there', () => {
    const decision: Decision = { kind: 'take-corrected', value: 'Seen on two forums.' };
    const rows = draft.rows.map((row) => (row.id === narrative ? { ...row, decision } : row));
    expect(clip({ ...draft, rows }, [narrative], context)).toMatchObject({
      value: { text: 'Seen on two forums.', sources: [{ decision: 'take-corrected' }] },
    });
  });

  it('refuses a masked row, special data without a policy document, and nothing at all', () => {
    const rows = draft.rows.map((row) => ({ ...row, decision: { kind: 'mask' } as const }));
    const codes = (result: ReturnType<typeof clip>) => result.issues.map(({ code }) => code);
    expect(codes(clip({ ...draft, rows }, [narrative], context))).toEqual(['masked']);
    const special = rowOf('subject.communicationNeeds');
    expect(codes(clip(draft, [special], context))).toEqual(['policy-document-missing']);
    expect(codes(clip(draft, [], context))).toEqual(['nothing-taken']);
  });

  it('takes nothing from a host that policy keeps out of reach', () => {
    const origins = draft.origins.map((origin) => ({ ...origin, hostClass: 'never' as const }));
    expect(clip({ ...draft, origins }, [narrative], context)).toMatchObject({
      ok: false,
      issues: [{ code: 'host-never' }],
    });
  });
});
