import { createHmac } from 'node:crypto';
import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { findPlace } from '../capture/adapter/find-place.js';
import { openDraft } from '../capture/draft/open-draft.js';
import type { Decision, Draft } from '../capture/draft.js';
import { readPage } from '../page/read-page.js';
import { snapshotOfHtml } from '../page/saved-page.js';
import { parseSnapshot } from '../page/snapshot/parse-snapshot.js';
import type { PageSnapshot } from '../page/snapshot/snapshot.js';
import { isNamedBlob } from '../record/named-blob.js';
import type { SourceRef } from '../record/provenance.js';
import { BlobName } from '../shared/primitives.js';
import { memoryBlobs } from '../store/memory-blobs.js';
import { testHost } from '../testing/host.js';
import { defaultGates } from './gates.js';
import { keepPage, pageToKeep } from './kept-page.js';
import { review } from './review.js';

const host = testHost();
const html = `<title>Referral: Marlo Quill</title><h1>Referral</h1><h2>Subject</h2><dl>
<dt>Full name</dt><dd>Marlo Quill</dd><dt>Date of birth</dt><dd>14 March 2010</dd>
<dt>Telephone</dt><dd>07700 900415</dd><dt>Email address</dt><dd>marlo.quill@example.org</dd></dl>
<h2>Neighbour</h2><p>Mrs Pettifer at 9 Sample Row rang about 07700 900415.</p>`;
const whole = { keep: 'whole', reason: 'The layout of the form matters' } as const;

describe('the copy of a page', () => {
  let snapshot: PageSnapshot;
  let draft: Draft;
  beforeEach(() => {
    snapshot = snapshotOfHtml(html, { url: 'https://rms.example.org/referral/1' });
    draft = openDraft({
      reading: readPage(snapshot),
      snapshot,
      adapters: [],
      way: 'page',
      host,
    });
  });
  const origin = () => draft.origins[0]?.id ?? host.random.id();
  const decideOn = (label: string, decision: Decision): void => {
    draft = {
      ...draft,
      rows: draft.rows.map((row) => (row.label === label ? { ...row, decision } : row)),
    };
  };
  const kept = (choice: Parameters<typeof pageToKeep>[3] = { keep: 'taken' }, special = true) =>
    pageToKeep(draft, origin(), snapshot, choice, special);
  const textOf = (...args: Parameters<typeof kept>): string => {
    const page = kept(...args);
    if (!page.ok) throw new Error(JSON.stringify(page.issues));
    return page.value.text;
  };

  it('holds what was taken and its labels, and nothing of what was left or masked but the label', () => {
    decideOn('Email address', { kind: 'leave' });
    decideOn('Telephone', { kind: 'mask' });
    const text = textOf();
    for (const said of ['Marlo Quill', '14 March 2010', 'Date of birth', 'Telephone', 'Subject'])
      expect(text).toContain(said);
    for (const gone of ['marlo.quill@', 'Email address', '900415', 'Pettifer', 'rms.example.org'])
      expect(text).not.toContain(gone);
  });

  it('holds everything when the officer says why, but for what was masked, wherever it stands', () => {
    decideOn('Telephone', { kind: 'mask' });
    const text = textOf(whole);
    expect(text).toContain('Pettifer');
    expect(text).toContain('marlo.quill@example.org');
    expect(text).not.toContain('900415');
    expect(kept(whole)).toMatchObject({ value: { redacted: false, reason: whole.reason } });
  });

  it('is not kept whole without a reason, nor with special data where that may not be taken', () => {
    const codes = (page: ReturnType<typeof kept>) => page.issues.map(({ code }) => code);
    expect(codes(kept({ keep: 'whole', reason: ' ' }))).toEqual(['whole-page-reason-missing']);
    draft = {
      ...draft,
      rows: draft.rows.map((row) => ({ ...row, sensitivity: 'special' as const })),
    };
    expect(codes(kept(whole, false))).toEqual(['policy-document-missing']);
    expect(kept(whole).ok).toBe(true);
    expect(kept({ keep: 'taken' }, false).ok).toBe(true);
  });

  it('is named by the record of the capture, found again by the source of every value, and proved by its digest', async () => {
    const page = kept();
    if (!page.ok) throw new Error('not kept');
    const blobs = memoryBlobs(async (bytes) =>
      v.parse(BlobName, createHmac('sha256', 'key').update(bytes).digest('base64url')),
    );
    const stored = await keepPage(page.value, { blobs, host });
    const text = new TextDecoder().decode(await blobs.get(stored.blob));
    expect(await isNamedBlob(stored, text, host.digest)).toBe(true);
    expect(await isNamedBlob(stored, text.replace('Marlo', 'Carlo'), host.digest)).toBe(false);

    const gates = defaultGates('force', 'part3');
    if (!gates.ok) throw new Error('no gates');
    const result = review(draft, {
      gates: gates.value,
      officer: { regime: 'part3', practice: true },
      host,
      snapshots: new Map([[origin(), stored]]),
    });
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    const { changes } = result.value;
    const capture = changes.find(({ kind }) => kind === 'sourceCapture');
    expect(capture?.set).toMatchObject({ snapshots: [{ redacted: true, blob: stored.blob }] });
    const copy = parseSnapshot(text);
    if (!copy.ok) throw new Error('not a snapshot');
    const sources: SourceRef[] = changes.flatMap((change) =>
      Object.values(change.sources ?? {}).flat(),
    );
    expect(sources.length).toBeGreaterThan(3);
    for (const { frame, selector, verbatim } of sources)
      expect(findPlace(copy.value, { frame, selector, text: verbatim })?.isThere).toBe(true);
  });

  it('is added to the capture when a second save from the same look takes more', async () => {
    const gates = defaultGates('force', 'part3');
    if (!gates.ok) throw new Error('no gates');
    const snapshotNamed = (letter: string) => ({
      blob: v.parse(BlobName, letter.repeat(43)),
      salt: '0'.repeat(32),
      digest: '0'.repeat(64),
      redacted: true,
    });
    const context = {
      gates: gates.value,
      officer: { regime: 'part3', practice: true },
      host,
    } as const;
    const first = review(draft, {
      ...context,
      snapshots: new Map([[origin(), snapshotNamed('A')]]),
    });
    if (!first.ok) throw new Error('refused');
    const made = first.value.changes.find(({ kind }) => kind === 'sourceCapture');
    const held = {
      kind: 'sourceCapture',
      id: origin(),
      value: made?.set,
      heads: [host.random.id()],
      sources: {},
    } as never;
    const again = (letter: string) => {
      const result = review(draft, {
        ...context,
        held: { captures: [held] },
        snapshots: new Map([[origin(), snapshotNamed(letter)]]),
      });
      if (!result.ok) throw new Error('refused');
      return result.value.changes.filter(({ kind }) => kind === 'sourceCapture');
    };
    expect(again('A')).toEqual([]);
    expect(again('B')).toMatchObject([
      { set: { snapshots: [snapshotNamed('A'), snapshotNamed('B')] } },
    ]);
  });
});
