import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { snapshotOfHtml } from '../page/saved-page.js';
import { fixturePages } from './fixture-page.js';
import { METAMORPHS } from './metamorph.js';
import { shownPairs, testMetamorphs } from './metamorph-suite.js';

const form = readFileSync(new URL('./metamorph-form.html', import.meta.url), 'utf8');
const pages = [
  ...fixturePages,
  { id: 'labels and boxes', html: form, url: 'https://rms.example.org/form', title: 'Referral' },
].map(({ id, html, ...saved }) => ({ id, html, saved, page: snapshotOfHtml(html, saved) }));

for (const { id, html, saved } of pages) testMetamorphs(id, html, saved);

describe('the changes themselves', () => {
  it.each(METAMORPHS)('change a page: $id', ({ change }) => {
    expect(pages.some(({ page }) => JSON.stringify(change(page)) !== JSON.stringify(page))).toBe(
      true,
    );
  });

  it('are held against pages that say something', () => {
    const silent = pages.filter(({ page }) => shownPairs(page).length === 0).map(({ id }) => id);
    expect(silent).toEqual(['message', 'empty']);
  });
});
