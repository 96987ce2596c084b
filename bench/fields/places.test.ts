import { describe, expect, it } from 'vitest';
import { readPage, select } from '../../packages/core/src/index.ts';
import { snapshotOfHtml } from '../../packages/core/src/page/saved-page.ts';
import { isThereAgain } from './places.ts';

const snapshot = snapshotOfHtml(
  '<dl><dt>Address<dd>6 Storybook Close<br>Tale End</dl><iframe src="inner.html"></iframe>',
  { url: 'http://rms.example/', frames: { 'inner.html': '<dl><dt>Name<dd>Harper Invented</dl>' } },
);

describe('a place', () => {
  it('is there again for every value of a reading, in the page and in its frames', () => {
    const { values } = readPage(snapshot);
    expect(values.map(({ label }) => label)).toEqual(['Address', 'Name']);
    for (const { place } of values) expect(isThereAgain(snapshot, place, select)).toBe(true);
  });

  it('is lost when its frame, its element or its words are gone', () => {
    const [first] = readPage(snapshot).values;
    if (!first) throw new Error('nothing was read');
    const { place } = first;
    for (const lost of [
      { ...place, frame: [4] },
      { ...place, selector: '#gone' },
      { ...place, verbatim: '7 Storybook Close' },
    ])
      expect(isThereAgain(snapshot, lost, select)).toBe(false);
  });
});
