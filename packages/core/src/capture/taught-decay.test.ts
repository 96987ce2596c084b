/** Tests of a taught adapter as its system changes: fields that come, go and move, hidden forms, other screens. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPage } from '../page/read-page.js';
import { snapshotOfHtml } from '../page/saved-page.js';
import { testHost } from '../testing/host.js';
import type { Adapter } from './adapter/adapter.js';
import { anchorFound, chooseAdapter } from './adapter/choose-adapter.js';
import { openDraft } from './draft/open-draft.js';
import type { FieldPath } from './field/field-path.js';
import type { TaughtValue } from './teach/taught.js';
import { teachAdapter } from './teach/teach-adapter.js';

const URL_OF = 'https://register.example.org/people/7';
const ABOUT = { id: 'register/person', title: 'Register', owner: 'Test desk', version: '1.0.0' };

function pageOf(html: string) {
  const snapshot = snapshotOfHtml(html, { url: URL_OF });
  return { snapshot, reading: readPage(snapshot) };
}

type Page = ReturnType<typeof pageOf>;

/** An adapter taught by pointing at the texts shown there. */
function taughtOn(page: Page, said: readonly (readonly [FieldPath, string])[]): Adapter {
  const taught = said.map(([path, text]): TaughtValue => {
    const value = page.reading.values.find((each) => each.visible && each.value === text);
    if (!value) throw new Error(`No value “${text}” is shown on the page.`);
    return { path, valueId: value.id };
  });
  const result = teachAdapter({ ...page, taught, about: ABOUT });
  if (!result.ok) throw new Error(result.issues.map(({ message }) => message).join(' '));
  return result.value;
}

function draftBy(adapter: Adapter, page: Page) {
  return openDraft({ ...page, adapters: [adapter], way: 'page', host: testHost() });
}

function rowsOf(adapter: Adapter, page: Page, path: FieldPath) {
  return draftBy(adapter, page).rows.filter((row) => row.path === path);
}

function adapterAt(selector: string, beside?: string): Adapter {
  return {
    ...ABOUT,
    engine: '>=0.0.1',
    match: { anchors: [{ heading: 'Person record' }] },
    screens: [
      {
        fields: {
          'subject.aliases[]': [{ selector, ...(beside === undefined ? {} : { beside }) }],
        },
      },
    ],
    fixtures: [],
  };
}

type Field = readonly [label: string, value: string];

/** A record as a list of fields, with a hidden form for a new one that has the same labels. */
const record = (fields: readonly Field[], hidden: readonly Field[] = []) =>
  pageOf(`<title>Register</title><h1>Person record</h1>
    <div hidden><dl>${hidden.map(([label, value]) => `<dt>${label}</dt><dd>${value}</dd>`).join('')}</dl></div>
    <main><dl>${fields.map(([label, value]) => `<dt>${label}</dt><dd>${value}</dd>`).join('')}</dl></main>`);

const FIELDS: readonly Field[] = [
  ['Display name', 'Kit Wraxhollow'],
  ['Category', 'North desk'],
  ['Received', '19/02/2026'],
];
const TEMPLATE: readonly Field[] = FIELDS.map(([label]) => [label, 'New entry']);

it('is not held to the number of the record that it was taught on', () => {
  const numbered = (number: number, name: string) =>
    pageOf(`<title>Register</title><h1>Person record</h1><h2>Referral #${number}</h2>
      <main><dl><dt>Surname</dt><dd>${name}</dd><dt>Category</dt><dd>North desk</dd></dl></main>`);
  const adapter = taughtOn(numbered(7, 'Wraxhollow'), [['subject.familyName', 'Wraxhollow']]);
  expect(JSON.stringify(adapter)).not.toContain('#7');
  const [row] = rowsOf(adapter, numbered(8, 'Thornquill'), 'subject.familyName');
  expect(row).toMatchObject({ value: 'Thornquill', namedBy: 'adapter' });
});

describe('a label that a hidden form repeats', () => {
  const adapter = taughtOn(record(FIELDS, TEMPLATE), [['subject.aliases[]', 'Kit Wraxhollow']]);

  it('is the label that the value is found by, and not its place', () => {
    expect(JSON.stringify(adapter.screens)).toContain('"label":"Display name"');
    expect(JSON.stringify(adapter.screens)).not.toContain('selector');
  });

  it('means what is shown after the system has got one more field', () => {
    const changed = record([['Position', 'Prefect'], ...FIELDS], TEMPLATE);
    expect(rowsOf(adapter, changed, 'subject.aliases[]')).toMatchObject([
      { value: 'Kit Wraxhollow', visible: true },
    ]);
  });

  it('keeps what is never to be offered away from the hidden form as well', () => {
    const page = record(FIELDS, TEMPLATE);
    const desk = page.reading.values.find(({ value }) => value === 'North desk')?.id ?? '';
    const named = page.reading.values.find(({ value }) => value === 'Kit Wraxhollow')?.id ?? '';
    const result = teachAdapter({
      ...page,
      taught: [{ path: 'subject.aliases[]', valueId: named }],
      suppressed: [desk],
      about: ABOUT,
    });
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    const { rows } = draftBy(result.value, page);
    expect(rows.filter(({ label }) => label === 'Category')).toEqual([]);
  });
});

describe('a locator by position', () => {
  /** Two people under one label, and nothing from the system says which is which. */
  const two = record([FIELDS[0] ?? ['', ''], ['Display name', 'Dawn Wraxhollow']]);

  it('carries the label that it had', () => {
    const adapter = taughtOn(two, [['subject.aliases[]', 'Kit Wraxhollow']]);
    expect(adapter.screens[0]?.fields['subject.aliases[]']).toEqual([
      { selector: expect.stringContaining('nth-of-type'), beside: 'Display name' },
    ]);
  });

  it('carries the words before it where the page gives it no label', () => {
    const bare = pageOf(
      '<h1>Person record</h1><main><div>Display name</div><div><em>Kit Wraxhollow</em></div></main>',
    );
    const place = { frame: [], selector: 'em' };
    const result = teachAdapter({
      ...bare,
      reading: { ...bare.reading, values: [] },
      taught: [{ path: 'subject.aliases[]', place }],
      about: ABOUT,
    });
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    expect(result.value.screens[0]?.fields['subject.aliases[]']).toEqual([
      { selector: 'em:nth-of-type(1)', beside: 'Display name' },
    ]);
  });

  it('is dropped, and says so, when another label is beside it now', () => {
    const adapter = adapterAt('main dd:nth-of-type(1)', 'Display name');
    expect(rowsOf(adapter, record(FIELDS), 'subject.aliases[]')).toMatchObject([
      { value: 'Kit Wraxhollow', namedBy: 'adapter', decision: { kind: 'take' } },
    ]);
    const changed = draftBy(adapter, record([['Position', 'Prefect'], ...FIELDS]));
    expect(changed.rows.filter(({ value }) => value === 'Prefect')).toMatchObject([
      { namedBy: 'generic', decision: { kind: 'leave' } },
    ]);
    expect(changed.issues).toContainEqual({
      code: 'adapter-place-moved',
      message: expect.stringMatching(/“Display name”.*“Position”/),
      at: 'subject.aliases[]',
      severity: 'warning',
    });
  });

  it('is only offered where nothing says what it is, or the words beside it stand there twice', () => {
    const offered = [
      [adapterAt('main dd:nth-of-type(1)'), record(FIELDS)],
      [adapterAt('main dd:nth-of-type(1)', 'Display name'), two],
    ] as const;
    for (const [adapter, page] of offered)
      expect(rowsOf(adapter, page, 'subject.aliases[]')[0]).toMatchObject({
        value: 'Kit Wraxhollow',
        decision: { kind: 'leave' },
        issues: [{ code: 'found-by-place' }],
      });
  });

  it('counts as one where a name of the markup only counts its boxes', () => {
    const boxes = (first: string) =>
      pageOf(`<h1>Person record</h1><main>${first}<div>Display name</div>
        <div><input name="attr[0]" value="Kit Wraxhollow"></div></main>`);
    const adapter = adapterAt('input[name="attr[0]"]', 'Display name');
    expect(rowsOf(adapter, boxes(''), 'subject.aliases[]')).toHaveLength(1);
    const changed = pageOf(`<h1>Person record</h1><main><div>Position</div>
      <div><input name="attr[0]" value="Prefect"></div></main>`);
    expect(rowsOf(adapter, changed, 'subject.aliases[]')).toEqual([]);
    expect(
      rowsOf(adapterAt('input[name="attr[0]"]'), boxes(''), 'subject.aliases[]'),
    ).toMatchObject([{ decision: { kind: 'leave' } }]);
  });
});

const LABELS = ['Display name', 'Position', 'Unit', 'Room', 'Grade', 'Team', 'Category', 'Status'];
const label = fc.constantFrom(...LABELS);
const labels = fc.uniqueArray(label, { minLength: 2, maxLength: LABELS.length });
/** Layouts that a system may give its fields. */
const layout = fc.constantFrom<(fields: readonly Field[]) => string>(
  (fields) =>
    `<dl>${fields.map(([name, text]) => `<dt>${name}</dt><dd>${text}</dd>`).join('')}</dl>`,
  (fields) =>
    `<table>${fields.map(([name, text]) => `<tr><th>${name}</th><td>${text}</td></tr>`).join('')}</table>`,
  (fields) => fields.map(([name, text]) => `<p><b>${name}</b> <i>${text}</i></p>`).join(''),
  (fields) => fields.map(([name, text]) => `<p><strong>${name}</strong><br>${text}</p>`).join(''),
  (fields) =>
    fields
      .map(
        ([name, text], nth) =>
          `<div>${name}</div><div><input name="attr[${nth}]" value="${text}"></div>`,
      )
      .join(''),
);
/** Values that show their record and their field. */
const valuesOf = (names: readonly string[], nth: number): readonly Field[] =>
  names.map((name) => [name, `Zq${'abcdefgh'[LABELS.indexOf(name)]}x Quor${'mnop'[nth]}`]);

describe('whatever becomes of the system', () => {
  it('takes for a taught field what stands under its label, or nothing', () => {
    fc.assert(
      fc.property(
        labels,
        labels,
        fc.boolean(),
        fc.boolean(),
        layout,
        fc.nat(7),
        (before, after, isHidden, isTwice, made, pick) => {
          const page = (names: readonly string[], nth: number) => {
            const fields = valuesOf(names, nth);
            const template = isHidden ? `<div hidden>${made(valuesOf(names, 3))}</div>` : '';
            const second = isTwice ? `<section>${made(valuesOf(names, 2))}</section>` : '';
            return pageOf(`<h1>Person record</h1>${template}<main>${made(fields)}${second}</main>`);
          };
          const first = page(before, 0);
          const name = before[pick % before.length] ?? '';
          const text = valuesOf([name], 0)[0]?.[1] ?? '';
          const value = first.reading.values.find((each) => each.visible && each.value === text);
          if (!value) return;
          const result = teachAdapter({
            ...first,
            taught: [{ path: 'subject.aliases[]', valueId: value.id }],
            about: ABOUT,
          });
          if (!result.ok) return;
          const taken = rowsOf(result.value, page(after, 1), 'subject.aliases[]').filter(
            ({ decision, namedBy }) => decision.kind === 'take' && namedBy === 'adapter',
          );
          const meant = valuesOf([name], 1)[0]?.[1];
          for (const row of taken) expect(row.raw).toBe(meant);
        },
      ),
    );
  });

  it('takes nothing for a single fact whose place is empty, whatever comes next', () => {
    fc.assert(
      fc.property(labels, layout, fc.nat(7), (names, made, pick) => {
        const name = names[pick % names.length] ?? '';
        const page = (fields: readonly Field[]) =>
          pageOf(`<h1>Person record</h1><main>${made(fields)}</main>`);
        const first = page(valuesOf(names, 0));
        const text = valuesOf([name], 0)[0]?.[1] ?? '';
        const value = first.reading.values.find((each) => each.value === text);
        if (!value) return;
        const result = teachAdapter({
          ...first,
          taught: [{ path: 'subject.school', valueId: value.id }],
          about: ABOUT,
        });
        if (!result.ok) return;
        const emptied = valuesOf(names, 1).map(
          ([label, said]): Field => [label, label === name ? '' : said],
        );
        const rows = rowsOf(result.value, page(emptied), 'subject.school');
        expect(rows.filter(({ decision }) => decision.kind === 'take')).toEqual([]);
      }),
    );
  });
});

/** The parts that every screen of one system has. */
const chrome = (main: string) => `<title>Register</title>
  <header><h1>Register</h1><form><label for="q">Search</label><input id="q" value="all"></form></header>
  <nav><h2>Menu</h2><dl><dt>Signed in</dt><dd>Desk 4</dd></dl></nav>
  <div hidden><h2>New person</h2><dl><dt>Display name</dt><dd>New entry</dd><dt>Received</dt><dd>Today</dd></dl></div>
  <main>${main}</main><footer><h2>Support</h2></footer>`;

describe('the anchors of a taught screen', () => {
  const page = pageOf(
    chrome(
      '<h2>Person record</h2><dl><dt>Display name</dt><dd>Kit Wraxhollow</dd><dt>Received</dt><dd>19/02/2026</dd></dl>',
    ),
  );
  const adapter = taughtOn(page, [['subject.aliases[]', 'Kit Wraxhollow']]);

  it('are none that every screen of the system has', () => {
    expect(adapter.match.anchors).toEqual([
      { heading: 'Person record' },
      { label: 'Display name', owner: 'Person record' },
      { label: 'Received' },
    ]);
  });

  it('are not found on another screen of the system, which the adapter leaves alone', () => {
    const main = fc.constantFrom(
      '',
      '<h2>Tasks</h2><dl><dt>Due</dt><dd>Friday</dd></dl>',
      '<h2>Files</h2><p>Nothing is here.</p>',
      '<table><tr><th>Open</th><td>4</td></tr></table>',
    );
    const nth = fc.nat(3);
    fc.assert(
      fc.property(main, nth, fc.boolean(), (other, at, isSpelt) => {
        const title = isSpelt ? 'Person record' : ['Person', 'Record', 'Details', 'Subject'][at];
        const taught = pageOf(
          chrome(`<h2>${title}</h2><dl><dt>Display name</dt><dd>Kit Wraxhollow</dd></dl>`),
        );
        const made = taughtOn(taught, [['subject.aliases[]', 'Kit Wraxhollow']]);
        const elsewhere = pageOf(chrome(other));
        expect(made.match.anchors.filter((anchor) => anchorFound(anchor, elsewhere))).toEqual([]);
        expect(chooseAdapter([made], elsewhere)).toBeUndefined();
      }),
    );
  });

  it('are looked for among what is shown', () => {
    const hidden: Adapter = {
      ...adapter,
      match: { anchors: [{ heading: 'New person' }, { label: 'Received' }] },
    };
    const other = pageOf(chrome('<h2>Tasks</h2>'));
    expect(hidden.match.anchors.filter((anchor) => anchorFound(anchor, other))).toEqual([]);
  });
});
