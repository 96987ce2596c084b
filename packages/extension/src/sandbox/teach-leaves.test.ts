import { snapshotOfHtml } from '@cyber-prevent/core/page/html';
import { expect, it } from 'vitest';
import { leavesOf } from './teach-leaves.js';

it('shows every word that an attribute of a recorded page may have', () => {
  const snapshot = snapshotOfHtml(
    `<title>one</title><table summary="two"><tr><th abbr="three">four</th></tr></table><img alt="five">
    <select><optgroup label="six"><option value="seven">eight</option></optgroup></select><p title="nine" aria-label="ten">`,
    { url: 'https://example.org/' },
  );
  const lines = new Set(leavesOf(snapshot));
  for (const word of 'one two three four five six seven eight nine ten'.split(' '))
    expect(lines).toContain(word);
});
