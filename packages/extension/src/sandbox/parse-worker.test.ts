import { openDraft, parseSnapshot, readPage } from '@cyber-prevent/core';
import { testHost } from '@cyber-prevent/core/testing';
import { expect, it } from 'vitest';
import { toMessages } from './parse-request.js';
import { parseSettings } from './parse-settings.js';
import { answer } from './parse-worker.js';

const settings = parseSettings(testHost(), []);

function answered(source: Parameters<typeof toMessages>[1]) {
  const [begin, ...rest] = toMessages(1, source);
  if (begin?.type !== 'begin') throw new Error('No head');
  const pieces = [
    ...begin.pieces,
    ...rest.flatMap((each) => (each.type === 'piece' ? each.text : [])),
  ];
  return [...answer(1, begin.head, pieces, settings)];
}

it('hands back what a saved page came to, before its draft, so that a copy of it can be kept', () => {
  const html = '<dl><dt>Full name<dd>Marlo Quill</dl>';
  const [page, draft] = answered({ kind: 'html', html, url: 'https://a.example.org/1', settings });
  if (page?.type !== 'page') throw new Error(`First came ${page?.type}`);
  expect(draft?.type).toBe('draft');
  const snapshot = parseSnapshot(page.json);
  if (!snapshot.ok) throw new Error('Not a snapshot');
  const again = openDraft({
    reading: readPage(snapshot.value),
    adapters: [],
    way: 'saved-page',
    host: testHost(),
  });
  expect(again.rows.map(({ value }) => value)).toEqual(['Marlo Quill']);
});

it('hands nothing back of what the panel has already, or of a page too large or too deep to keep', () => {
  const html = `<p>${'x'.repeat(8_000_001)}</p>`;
  const types = (source: Parameters<typeof toMessages>[1]) =>
    answered(source).map(({ type }) => type);
  expect(types({ kind: 'html', html, url: 'https://a.example.org/1', settings })).not.toContain(
    'page',
  );
  const text = 'Full name: Marlo Quill';
  expect(types({ kind: 'text', text, title: 'Call', settings })).toEqual(['draft']);
});
