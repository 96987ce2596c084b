/** Tests of boxes that can only be pointed at: without a label, or filled by the page only after it was read. */
import { describe, expect, it } from 'vitest';
import { readPage } from '../../page/read-page.js';
import { snapshotOfHtml } from '../../page/saved-page.js';
import { testHost } from '../../testing/host.js';
import type { Adapter } from '../adapter/adapter.js';
import { openDraft } from '../draft/open-draft.js';
import type { FieldPath } from '../field/field-path.js';
import { proveAdapter } from '../proof/proof-adapter.js';
import { teachAdapter } from './teach-adapter.js';
import { unreadBoxes } from './teach-box.js';

const ABOUT = { id: 'register/form', title: 'Register', owner: 'Test desk', version: '1.0.0' };

function pageOf(html: string) {
  const snapshot = snapshotOfHtml(`<h1>Person record</h1><main>${html}</main>`, {
    url: 'https://register.example.org/people/7',
  });
  return { snapshot, reading: readPage(snapshot) };
}

type Page = ReturnType<typeof pageOf>;

function teach(page: Page, path: FieldPath, nth = 0) {
  const box = unreadBoxes(page)[nth];
  if (!box) throw new Error('No such box.');
  const taught = [{ path, place: box.place }];
  const result = teachAdapter({ ...page, taught, about: ABOUT });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return { adapter: result.value, taught };
}

const rowsOf = (adapter: Adapter, page: Page, path: FieldPath) =>
  openDraft({ ...page, adapters: [adapter], way: 'page', host: testHost() })
    .rows.filter((row) => row.path === path)
    .map(({ raw, namedBy, decision }) => [raw, namedBy, decision.kind]);

const FAR = '<p>Everything about this record stands below, in the order in which it came in.</p>';
const bare = (value: string, before = 'Home area') =>
  pageOf(`<section><h2>${before}</h2>${FAR}<div><div><br><br><br>
    <input class="wide" value="${value}"></div></div></section>`);
const labelled = (value: string) =>
  pageOf(`<label for="school">School</label> <input id="school" value="${value}">
    <label for="other">Office</label> <input id="other" value="North">`);

describe('boxes that the reading has no value for', () => {
  it('are listed by place: those without a label, and those that are empty', () => {
    const page = pageOf(`${FAR}<div><br><br><br><input name="x7" value="Hill End"></div>${FAR}
      <label for="school">School</label> <input id="school">
      <label for="office">Office</label> <input id="office" value="North">
      <input type="password" value="secret"> <input type="hidden" value="a"> <input type="checkbox">
      <form role="search"><input type="search" name="q"></form>`);
    const listed = unreadBoxes(page).map(({ label, text }) => [label, text]);
    expect(listed).toContainEqual(['School', '']);
    expect(JSON.stringify(listed)).not.toMatch(/North|secret/);
    for (const { place } of unreadBoxes(page)) expect(place.selector).not.toBe('');
  });

  it('are on show, hold a text, and are kept: no other box is listed', () => {
    const page = pageOf(`<label for="school">School</label> <input id="school">
      <div style="display:none"><label for="ghost">Town</label> <input id="ghost"></div>
      <label for="seen">Seen</label> <input id="seen" type="checkbox">
      <label for="yes">Yes</label> <input id="yes" type="radio" name="answer">
      <form action="/search"><label for="find">Reference</label> <input id="find"></form>`);
    expect(unreadBoxes(page).map(({ label }) => label)).toEqual(['School']);
  });

  it('are boxes: what else is empty cannot be taught', () => {
    const page = pageOf(`<label for="seen">Seen</label> <input id="seen" type="checkbox">
      <table><tr><td id="cell"></td></tr></table>`);
    for (const selector of ['#seen', '#cell']) {
      const place = { frame: [], selector };
      const taught = [{ path: 'subject.aliases[]' as const, place }];
      expect(teachAdapter({ ...page, taught, about: ABOUT })).toMatchObject({
        ok: false,
        issues: [{ code: 'teach-not-found' }],
      });
    }
  });

  it.each([
    ['another box has too', '<label for="two">Office</label> <input id="two">'],
    ['another value has already', '<dl><dt>Office</dt><dd>Hill End</dd></dl>'],
  ])('are not found by a label that %s, but by it under their own heading', (_, other) => {
    const page = pageOf(`<section><h2>Referrer</h2>${other}</section>
      <section><h2>Subject</h2><label for="one">Office</label> <input id="one"></section>`);
    const nth = unreadBoxes(page).length - 1;
    const { adapter } = teach(page, 'subject.aliases[]', nth);
    expect(adapter.screens[0]?.fields['subject.aliases[]']?.[0]).toEqual({
      label: 'Office',
      owner: 'Subject',
    });
  });

  it('of a label that others have too are read for nobody else while they are empty', () => {
    const subject =
      '<section><h2>Subject</h2><label for="n">Telephone</label> <input id="n"></section>';
    const referrer = `<section><h2>Referrer</h2><label for="two">Telephone</label>
      <input id="two" value="07700 900123"></section>`;
    const { adapter } = teach(pageOf(subject), 'subject.phones[]');
    expect(rowsOf(adapter, pageOf(subject + referrer), 'subject.phones[]')).toEqual([]);
  });

  it('are not found by a label that is a word of this record', () => {
    const page = pageOf(`<dl><dt>Name</dt><dd>Kit Wraxhollow</dd></dl>
      <label for="x">Wraxhollow</label> <input id="x" name="alias">`);
    const { adapter } = teach(page, 'subject.aliases[]');
    expect(JSON.stringify(adapter)).not.toContain('Wraxhollow');
  });

  it('are found by their label once they hold something, where they have one', () => {
    const page = labelled('');
    const { adapter, taught } = teach(page, 'subject.aliases[]');
    expect(adapter.screens[0]?.fields['subject.aliases[]']?.[0]).toEqual({
      label: 'School',
      owner: 'Person record',
    });
    expect(proveAdapter(adapter, page, taught).fields).toMatchObject([
      { pointedAt: [''], reads: [], isEqual: true, missed: [] },
    ]);
    expect(rowsOf(adapter, labelled('Kit Wraxhollow'), 'subject.aliases[]')).toEqual([
      ['Kit Wraxhollow', 'adapter', 'take'],
    ]);
  });

  it('are found by a name that lasts where they have no label', () => {
    const box = (value: string) =>
      pageOf(`<table><tr><td><input name="alias" value="${value}"></td></tr></table>`);
    const page = box('');
    const { adapter } = teach(page, 'subject.aliases[]');
    expect(adapter.screens[0]?.fields['subject.aliases[]']).toEqual([
      { selector: 'input[name="alias"]' },
    ]);
    expect(rowsOf(adapter, box('Kit Wraxhollow'), 'subject.aliases[]')).toEqual([
      ['Kit Wraxhollow', 'adapter', 'take'],
    ]);
  });

  it('are only offered where nothing but their position tells them', () => {
    const page = pageOf('<div><input></div><div><input></div>');
    const { adapter } = teach(page, 'subject.aliases[]', 1);
    const filled = pageOf(
      '<div><input value="Prefect"></div><div><input value="Kit Wraxhollow"></div>',
    );
    expect(rowsOf(adapter, filled, 'subject.aliases[]')).toEqual([
      ['Kit Wraxhollow', 'adapter', 'leave'],
    ]);
  });

  it('say which words are right before them', () => {
    const before = unreadBoxes(bare('')).map((box) => box.before ?? box.label);
    expect(before.join()).toMatch(/Everything about this record|Home area/);
  });
});
