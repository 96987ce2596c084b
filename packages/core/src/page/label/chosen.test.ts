import { expect, test } from 'vitest';
import { snapshotOfHtml } from '../saved-page.js';
import { indexFrame } from '../tree/page-index.js';
import { isChosen } from './chosen.js';

/** True if the second `div` with words, as the value, is refused the first as its label. */
function refuses(html: string): boolean {
  const [frame] = snapshotOfHtml(html, { url: 'https://rms.example.org/1' }).frames;
  if (!frame) throw new Error('no frame');
  const index = indexFrame(frame);
  const [labelAt = -1, target = -1] = [...index.tags.keys()].filter(
    (at) => index.tags[at] === 'div' && index.tags[at + 1] === '#text',
  );
  return isChosen(index, { labelAt, target, label: 'Username', method: 'label-left', score: 0.8 });
}
const list = (words: string) => `<p><button><div><div>${words}</div></div></button></p>`;

test('what is chosen in a list that is drawn as a button names nothing of the next', () => {
  expect(refuses(list('Username') + list('matches'))).toBe(true);
});

test('a label beside a list that is drawn as a button names what is chosen in it', () => {
  expect(refuses(`<div>School</div>${list('Wending Vale')}`)).toBe(false);
});

test('a button holds a label with its value', () => {
  expect(refuses('<button><div>School</div><div>Wending Vale</div></button>')).toBe(false);
});
