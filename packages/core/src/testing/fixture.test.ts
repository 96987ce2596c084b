import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { loadFixtures } from './fixture.js';

const folder = mkdtempSync(join(tmpdir(), 'cp-fixture-'));
const from = pathToFileURL(join(folder, 'any.test.ts')).href;
const save = (name: string, content: unknown) =>
  writeFileSync(
    join(folder, name),
    typeof content === 'string' ? content : JSON.stringify(content),
  );
afterAll(() => rmSync(folder, { recursive: true }));

save('record-1.html', '<p>one</p>');
save('record-1.json', {
  url: 'https://a.example.org/1',
  frames: { '/inner': 'record-1.inner.html' },
  fields: { 'subject.name': ['Taz Vael'] },
});
save('record-1.inner.html', '<p>inner</p>');
save('wrong.html', '');
save('wrong.json', { url: 'nowhere', fields: {} });

it('loads each page with its frames and what it holds', () => {
  expect(loadFixtures(from, './record-*.html')).toEqual([
    {
      name: 'record-1',
      html: '<p>one</p>',
      page: { url: 'https://a.example.org/1', frames: { '/inner': '<p>inner</p>' } },
      fields: { 'subject.name': ['Taz Vael'] },
    },
  ]);
});

it('refuses a pattern that matches nothing: a suite without fixtures would prove nothing', () => {
  expect(() => loadFixtures(from, './absent-*.html')).toThrow('No fixture matches');
});

it('refuses expectations that are not of the form', () => {
  expect(() => loadFixtures(from, './wrong*.html')).toThrow('Invalid URL');
});
