import { describe, expect, it } from 'vitest';
import { randomOf } from './random.ts';
import { asServed, SPACES } from './served.ts';

const PAGE =
  '<table><tr><th>Date of birth:</th><td>14 March 2009</td></tr></table><ul><li><b>Name</b> Tamsin Vael</li></ul>' +
  '<pre>\nName  Tamsin\n  Vael\n</pre><p><label>Notes<textarea> a\n  b </textarea></label></p>' +
  '<div style="white-space: pre-wrap">a\n  b</div><x-a><template shadowrootmode="open"><slot></slot></template>c</x-a>';

const bare = (html: string): string => html.replace(/<!--[\s\S]*?-->|&nbsp;|\s+/g, '');

describe('the white space of a server', () => {
  it.each(SPACES)('changes neither elements nor texts: %s', (space) => {
    for (let seed = 0; seed < 20; seed += 1) {
      const served = asServed(PAGE, space, randomOf(seed));
      expect(bare(served)).toBe(bare(PAGE));
      expect(served).toContain('<pre>\nName  Tamsin\n  Vael\n</pre>');
      expect(served).toContain('<textarea> a\n  b </textarea>');
      expect(served).toContain('pre-wrap">a\n  b</div>');
    }
  });

  it('parts the rows of a table unless it is tight', () => {
    const spread = SPACES.filter((space) =>
      /<table>\s+<tr>/.test(asServed(PAGE, space, randomOf(3))),
    );
    expect(spread).toEqual(SPACES.filter((space) => space !== 'tight'));
  });

  it('puts a template’s texts on lines of their own', () => {
    expect(asServed('<td>Name</td>', 'templated', randomOf(2))).toMatch(/<td>\s+Name\s+<\/td>/);
    expect(asServed('<td>Name</td>', 'indented', randomOf(2))).toContain('<td>Name</td>');
  });

  it('parts a label from its colon by a comment where a framework would', () => {
    expect(asServed('<b>Name:</b>', 'commented', randomOf(2))).toContain('Name<!-- -->:');
  });
});
