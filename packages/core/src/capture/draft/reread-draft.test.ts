/** Tests of an open draft after its page was taught: the adapter acts there first, and the officer's work is kept. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPage } from '../../page/read-page.js';
import { snapshotOfHtml } from '../../page/saved-page.js';
import { testHost } from '../../testing/host.js';
import type { Adapter } from '../adapter/adapter.js';
import type { Decision, Draft } from '../draft.js';
import type { FieldPath } from '../field/field-path.js';
import { assignPath } from './assign-path.js';
import { decide } from './decide.js';
import { mergeDraft } from './merge-draft.js';
import { openDraft } from './open-draft.js';
import { rereadDraft } from './reread-draft.js';

const host = testHost();
const FIELDS = [
  ['Known as', 'Kit Wraxhollow'],
  ['Date of birth', '14/03/2009'],
  ['Telephone', '07700 900321'],
  ['Handled by', 'Desk 4'],
] as const;

function pageOf(fields: readonly (readonly [string, string])[] = FIELDS, path = '/people/7') {
  const snapshot = snapshotOfHtml(
    `<h1>Person record</h1><h2>Subject</h2><dl>${fields.map(([label, value]) => `<dt>${label}</dt><dd>${value}</dd>`).join('')}</dl>`,
    { url: `https://register.example.org${path}` },
  );
  return { snapshot, reading: readPage(snapshot) };
}

const read = (page = pageOf(), ...adapters: readonly Adapter[]): Draft =>
  openDraft({ ...page, adapters, way: 'page', host });

const TAUGHT: Adapter = {
  id: 'register/person',
  title: 'Register',
  version: '1.0.0',
  owner: 'Test desk',
  engine: '>=0.0.1',
  match: { anchors: [{ heading: 'Person record' }] },
  screens: [
    {
      fields: { 'subject.name': [{ label: 'Known as' }] },
      suppress: [{ label: 'Handled by' }, { label: 'Telephone' }],
    },
  ],
  fixtures: [],
};

const idOf = ({ rows }: Draft, raw: string): string =>
  rows.find((row) => row.raw === raw)?.id ?? 'none';
const rowOf = ({ rows }: Draft, raw: string) => rows.find((row) => row.raw === raw);
const captureOf = ({ origins: [origin] }: Draft) => {
  if (!origin) throw new Error('A draft without a page.');
  return origin.id;
};
const again = (draft: Draft, adapter = TAUGHT): Draft =>
  rereadDraft(draft, captureOf(draft), read(pageOf(), adapter));

describe('a page that is read again once it was taught', () => {
  it('is named by the adapter, and offers nothing that is never to be offered', () => {
    const open = read();
    expect(rowOf(open, 'Kit Wraxhollow')).not.toMatchObject({ path: 'subject.name' });
    const draft = again(open);
    expect(rowOf(draft, 'Kit Wraxhollow')).toMatchObject({
      path: 'subject.name',
      namedBy: 'adapter',
      decision: { kind: 'take' },
    });
    expect(draft.rows.map(({ raw }) => raw)).toEqual(['Kit Wraxhollow', '14/03/2009']);
  });

  it('stays the capture that it was, and says by which adapter it is read now', () => {
    const open = read();
    const draft = again(open);
    expect(draft.origins).toEqual([
      {
        ...open.origins[0],
        system: 'Register',
        adapter: { id: 'register/person', version: '1.0.0' },
        anchors: { found: 1, of: 1 },
      },
    ]);
    expect(draft.rows.every(({ origin }) => origin === captureOf(open))).toBe(true);
    expect(new Set(draft.rows.map(({ id }) => id)).size).toBe(draft.rows.length);
  });

  it('keeps what was left, masked, corrected and named by the officer', () => {
    let open = read();
    open = decide(open, idOf(open, '14/03/2009'), { kind: 'leave' });
    open = decide(open, idOf(open, '07700 900321'), {
      kind: 'take-corrected',
      value: '07700 900322',
    });
    open = assignPath(open, idOf(open, 'Desk 4'), 'referrer.organisation');
    open = decide(open, idOf(open, 'Kit Wraxhollow'), { kind: 'mask' });
    const draft = again(open);
    expect(rowOf(draft, '14/03/2009')?.decision).toEqual({ kind: 'leave' });
    expect(rowOf(draft, '07700 900321')?.decision).toMatchObject({ value: '07700 900322' });
    expect(rowOf(draft, 'Desk 4')).toMatchObject({ path: 'referrer.organisation' });
    expect(draft.rows.filter(({ raw }) => raw === 'Kit Wraxhollow')).toMatchObject([
      { decision: { kind: 'mask' } },
    ]);
  });

  it('leaves alone what another page says', () => {
    const open = mergeDraft(read(), read(pageOf([['Telephone', '07700 900321']], '/contacts/7')));
    const draft = again(open);
    expect(draft.origins).toHaveLength(2);
    expect(rowOf(draft, '07700 900321')).toMatchObject({ path: 'subject.phones[]' });
    expect(rowOf(draft, 'Desk 4')).toBeUndefined();
  });

  it('changes nothing of a draft that was not read from it', () => {
    const open = read();
    const other = read();
    expect(rereadDraft(open, captureOf(other), other)).toBe(open);
  });

  it('loses and changes nothing when nothing was taught, whatever was decided', () => {
    const decision = fc.constantFrom<Decision>(
      { kind: 'take' },
      { kind: 'leave' },
      { kind: 'mask' },
      { kind: 'take-corrected', value: 'Corrected' },
    );
    const path = fc.constantFrom<FieldPath>('subject.aliases[]', 'subject.school');
    fc.assert(
      fc.property(
        fc.array(decision, { minLength: 4, maxLength: 4 }),
        fc.option(path),
        fc.nat(3),
        (decisions, named, at) => {
          const page = pageOf();
          let open = read(page);
          const ids = open.rows.map(({ id }) => id);
          if (named !== null) open = assignPath(open, ids[at % ids.length] ?? '', named);
          for (const [nth, id] of ids.entries())
            open = decide(open, id, decisions[nth] ?? { kind: 'leave' });
          const draft = rereadDraft(open, captureOf(open), read(page));
          const said = ({ rows }: Draft) =>
            rows
              .map(({ path, raw, value, decision, namedBy }) =>
                JSON.stringify([path, raw, value, decision, namedBy]),
              )
              .sort();
          expect(said(draft)).toEqual(said(open));
        },
      ),
    );
  });
});
