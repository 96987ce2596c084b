/** Boxes that can only be pointed at: without a label, or filled by the page only after it was read. */
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

  it('are found by their label once they hold something, where they have one', () => {
    const page = labelled('');
    const { adapter, taught } = teach(page, 'subject.aliases[]');
    expect(adapter.screens[0]?.fields['subject.aliases[]']?.[0]).toEqual({ label: 'School' });
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
