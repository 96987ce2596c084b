import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPage } from '../../page/read-page.js';
import { snapshotOfHtml } from '../../page/saved-page.js';
import type { PageSnapshot } from '../../page/snapshot/snapshot.js';
import { fixturePages } from '../../testing/fixture-page.js';
import { testHost } from '../../testing/host.js';
import { HIDDEN_POISON, poisonHidden } from '../../testing/store/poison.js';
import { findPlace } from '../adapter/find-place.js';
import { openDraft } from '../draft/open-draft.js';
import type { DraftRow } from '../draft.js';
import { redactSnapshot, type TakenPlace } from './redact-snapshot.js';

const url = 'https://rms.example.org/records/17?name=Marrowgate';

const draftOf = (snapshot: PageSnapshot) =>
  openDraft({
    reading: readPage(snapshot),
    snapshot,
    adapters: [],
    way: 'saved-page',
    host: testHost(),
  });
const placeOf = ({ place, raw, label }: DraftRow): TakenPlace => ({ ...place, text: raw, label });
const textsOf = (html: string, ...taken: Partial<TakenPlace>[]): string => {
  const snapshot = snapshotOfHtml(html, { url });
  const places = taken.map((one) => ({ frame: [], selector: '#a', text: '', label: '', ...one }));
  return JSON.stringify(redactSnapshot(snapshot, places, []).frames[0]?.tree.children);
};

describe('redactSnapshot', () => {
  it('leaves the structure, what was taken and its label, and of the rest nothing', () => {
    const said = textsOf(
      `<h1>Marrowgate</h1><table class="Marrowgate" data-x="Marrowgate"><tr title="Marrowgate">
       <th>Full name:</th><td id="a" onclick="Marrowgate">Taz VAEL <b>(was Marrowgate)</b></td></tr>
       <tr><th>Marrowgate</th><td>Marrowgate</td></tr></table><!-- Marrowgate -->
       <input value="Marrowgate" placeholder="Marrowgate"><a href="/Marrowgate">Marrowgate</a>
       <img alt="Marrowgate"><textarea>Marrowgate</textarea><option selected>Marrowgate</option>`,
      { text: 'Taz VAEL', label: 'Full name' },
    );
    expect(said).not.toContain('Marrowgate');
    expect(said).not.toContain('selected');
    for (const kept of ['"Full name:"', 'Taz VAEL', '"id":"a"', 'table', '"tr"', 'textarea'])
      expect(said).toContain(kept);
  });

  it('says neither how long a text was nor which box was ticked', () => {
    const one = textsOf(
      '<p id="a">x</p><p>Yes</p><input type="checkbox" checked><input value="1">',
    );
    const other = textsOf(
      '<p id="a">Something longer</p><p>No, not at all</p><input type="checkbox"><input value="223">',
    );
    expect(one).toBe(other);
  });

  it('keeps a number in a sentence without the sentence, and the whole word before part of another', () => {
    const said = textsOf('<p id="a">Tomlinson, also Tom, 07700 900415 (mum: 07700 900416)</p>', {
      text: '07700 900415',
    });
    expect(said).toContain('… 07700 900415 …');
    expect(said).not.toContain('900416');
    expect(textsOf('<p id="a">Tomlinson, also Tom</p>', { text: 'Tom' })).not.toContain('linson');
  });

  it('keeps what was typed and ticked where it was taken, and the words of the box', () => {
    const said = textsOf(
      `<input id="a" value="14/03/2009"><input id="b" value="Marrowgate">
       <input type="radio" id="c" checked><label for="c">Male</label>
       <input type="radio" id="d"><label for="d">Female</label>`,
      { text: '14/03/2009' },
      { selector: '#c', text: 'Male' },
    );
    expect(said).toContain('"value":"14/03/2009"');
    expect(said).toContain('"checked":true');
    expect(said).toContain('"Male"');
    expect(said).not.toMatch(/Marrowgate|Female/);
  });

  it('finds a value that was put together from lines in cells one below the other, and says it nowhere twice', () => {
    const html = `<table><tr><th>Address<td id="a">14 Lanternwick Rise<tr><th><td>Brackenfield</table><p>Rest</p>`;
    const place = {
      frame: [],
      selector: '#a',
      text: '14 Lanternwick Rise\nBrackenfield',
      label: 'Address',
    };
    const copy = redactSnapshot(snapshotOfHtml(html, { url }), [place], []);
    expect(findPlace(copy, place)?.ranges).toHaveLength(2);
    expect(JSON.stringify(copy).match(/Lanternwick/g)).toHaveLength(1);
    expect(JSON.stringify(copy)).not.toContain('Rest');
  });

  it('changes nothing of the page that it is given', () => {
    const snapshot = snapshotOfHtml('<p id="a">Taz</p><p>Rest</p>', { url });
    const before = structuredClone(snapshot);
    const copy = redactSnapshot(
      snapshot,
      [{ frame: [], selector: '#a', text: 'Taz', label: '' }],
      [],
    );
    expect(snapshot).toEqual(before);
    expect(JSON.stringify(copy)).not.toContain('Rest');
  });

  it.each(fixturePages.map((page) => [page.id, page] as const))(
    'keeps every place and text of what is taken, and no text of what is left: %s',
    (_, page) => {
      const snapshot = snapshotOfHtml(poisonHidden(page.html), { url: page.url });
      const draft = draftOf(snapshot);
      fc.assert(
        fc.property(fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }), (choices) => {
          const taken = draft.rows.filter((row, at) => choices[at % 60] || row.raw === '');
          const copy = redactSnapshot(snapshot, taken.map(placeOf), []);
          for (const row of taken)
            expect(findPlace(copy, placeOf(row))?.isThere, `${row.label}: ${row.raw}`).toBe(true);
          const kept = taken.flatMap(({ raw, label }) => [raw, label]).join('\n');
          const said = JSON.stringify(copy);
          for (const { raw, id } of draft.rows)
            if (raw.length > 6 && !kept.includes(raw) && !taken.some((one) => one.id === id))
              expect(said).not.toContain(JSON.stringify(raw).slice(1, -1));
          expect(said).not.toContain(HIDDEN_POISON);
        }),
        { numRuns: 20 },
      );
    },
  );

  it('finds a place by its frame, through shadow roots, and by the selector of an adapter', () => {
    const snapshot = snapshotOfHtml(
      `<x-card id="card"><template shadowrootmode="open"><dl><dt>Name<dd>Taz</dl></template></x-card>
       <iframe name="main" src="main.html"></iframe>`,
      { url, frames: { 'main.html': '<p class="dob deep">14/03/2009</p>' } },
    );
    const places: TakenPlace[] = [
      {
        frame: [],
        selector: '#card >>> dl:nth-of-type(1) > dd:nth-of-type(1)',
        text: 'Taz',
        label: 'Name',
      },
      { frame: [0], selector: 'iframe[name="main"] >>> .dob', text: '14/03/2009', label: '' },
    ];
    const copy = redactSnapshot(snapshot, places, []);
    for (const place of places) expect(findPlace(copy, place)?.isThere).toBe(true);
    expect(JSON.stringify(copy)).not.toContain('deep');
  });

  it('goes through a page that is nested deep', () => {
    const deep = `${'<div>'.repeat(400)}<p id="a">Taz</p>`;
    expect(textsOf(deep, { text: 'Taz' })).toContain('Taz');
  });
});
