/** Tests of taught lists: one person per row, one row of a grid, and a proof that says whose a value is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPage } from '../page/read-page.js';
import { snapshotOfHtml } from '../page/saved-page.js';
import { testHost } from '../testing/host.js';
import type { Adapter } from './adapter/adapter.js';
import { mergeDraft } from './draft/merge-draft.js';
import { openDraft } from './draft/open-draft.js';
import { answerDates } from './draft/settle-dates.js';
import type { Draft, DraftRow } from './draft.js';
import type { FieldPath } from './field/field-path.js';
import { choosePerson, isOfAnother, peopleListed } from './name/choose-person.js';
import { proveAdapter } from './proof/proof-adapter.js';
import { adapterFile } from './proof/proof-file.js';
import { recordFixture } from './proof/proof-fixture.js';
import { proveFile } from './proof/proof-run.js';
import type { TaughtValue } from './teach/taught.js';
import { teachAdapter } from './teach/teach-adapter.js';

const ABOUT = { id: 'register/list', title: 'Register', owner: 'Test desk', version: '1.0.0' };

function pageOf(html: string) {
  const snapshot = snapshotOfHtml(`<h1>Referral register</h1><main>${html}</main>`, {
    url: 'https://register.example.org/people?page=1',
  });
  return { snapshot, reading: readPage(snapshot) };
}

type Page = ReturnType<typeof pageOf>;

function table(heads: readonly string[], rows: readonly (readonly string[])[], caption = 'People') {
  const cells = (each: readonly string[], tag: string) =>
    `<tr>${each.map((text) => `<${tag}>${text}</${tag}>`).join('')}</tr>`;
  return `<h2>${caption}</h2><table><thead>${cells(heads, 'th')}</thead><tbody>${rows
    .map((row) => cells(row, 'td'))
    .join('')}</tbody></table>`;
}

function idOf({ reading }: Page, text: string): string {
  const value = reading.values.find((each) => each.value === text);
  if (!value) throw new Error(`No value “${text}” on the page.`);
  return value.id;
}

type Said = readonly [
  path: FieldPath,
  text: string,
  more?: { each?: 'person' | 'value'; where?: string },
];

function taughtBy(page: Page, said: readonly Said[]): readonly TaughtValue[] {
  return said.map(([path, text, { each, where } = {}]) => ({
    path,
    valueId: idOf(page, text),
    ...(each ? { each } : {}),
    ...(where ? { where: idOf(page, where) } : {}),
  }));
}

const teach = (page: Page, said: readonly Said[]) =>
  teachAdapter({ ...page, taught: taughtBy(page, said), about: ABOUT });

function taughtOn(page: Page, said: readonly Said[]): Adapter {
  const result = teach(page, said);
  if (!result.ok) throw new Error(result.issues.map(({ message }) => message).join(' '));
  return result.value;
}

const draftBy = (adapter: Adapter, page: Page): Draft =>
  openDraft({ ...page, adapters: [adapter], way: 'page', host: testHost() });
const takenIn = ({ rows }: Draft): readonly DraftRow[] =>
  rows.filter(({ decision }) => decision.kind === 'take');
const rawOf = (rows: readonly DraftRow[]) => rows.map(({ path, raw }) => [path, raw]);

const HEADS = ['Name', 'Mobile', 'Email address', 'Office'];
const KIT = ['Kit Wraxhollow', '07700 900321', 'kit@example.org', 'North'];
const DAWN = ['Dawn Vael', '07700 900322', 'dawn@example.org', 'South'];
const PEOPLE = pageOf(table(HEADS, [KIT, DAWN]));

describe('a list of people', () => {
  const adapter = taughtOn(PEOPLE, [
    ['subject.name', 'Kit Wraxhollow'],
    ['subject.phones[]', '07700 900322'],
    ['subject.emails[]', 'kit@example.org'],
  ]);
  const draft = draftBy(adapter, PEOPLE);
  const [list] = peopleListed(draft);

  it('is taught as one person a row, whichever row was pointed at', () => {
    expect(adapter.screens[0]).toMatchObject({
      fields: {},
      rows: [
        {
          table: 'People',
          each: 'person',
          columns: {
            'subject.name': 'Name',
            'subject.phones[]': 'Mobile',
            'subject.emails[]': 'Email address',
          },
        },
      ],
    });
  });

  it('gives nothing of anybody until it is said who is meant', () => {
    expect(takenIn(draft)).toEqual([]);
    expect(list?.people.map(({ says }) => says)).toEqual([KIT, DAWN]);
    expect(list).not.toHaveProperty('chosen');
  });

  it('gives one person’s row, and nothing of another’s, once somebody is chosen', () => {
    const [first, second] = list?.people ?? [];
    const chosen = choosePerson(draft, list?.list ?? '', second?.row ?? '');
    expect(rawOf(takenIn(chosen))).toEqual([
      ['subject.name', 'Dawn Vael'],
      ['subject.phones[]', '07700 900322'],
      ['subject.emails[]', 'dawn@example.org'],
    ]);
    expect(chosen.rows.filter((row) => isOfAnother(chosen, row)).map(({ raw }) => raw)).toEqual(
      KIT,
    );
    const again = choosePerson(chosen, list?.list ?? '', first?.row ?? '');
    expect(takenIn(again).map(({ raw }) => raw)).toEqual(KIT.slice(0, 3));
    expect(takenIn(choosePerson(again, list?.list ?? '', null))).toEqual([]);
  });

  it('keeps who was chosen when the page is pressed again and its rows have moved', () => {
    const chosen = choosePerson(draft, list?.list ?? '', list?.people[0]?.row ?? '');
    const moved = mergeDraft(chosen, draftBy(adapter, pageOf(table(HEADS, [DAWN, KIT]))));
    expect(takenIn(moved).map(({ raw }) => raw)).toEqual(KIT.slice(0, 3));
    expect(peopleListed(moved)).toHaveLength(1);
  });

  it('is asked about as well where an older adapter does not say that each row is a person', () => {
    const [screen] = adapter.screens;
    const rows = (screen?.rows ?? []).map(({ each: _, ...others }) => others);
    const old = { ...adapter, screens: [{ fields: {}, rows }] };
    expect(takenIn(draftBy(old, PEOPLE))).toEqual([]);
  });

  it('asks nothing where it has one person', () => {
    const one = draftBy(adapter, pageOf(table(HEADS, [DAWN])));
    expect(peopleListed(one)).toEqual([]);
    expect(takenIn(one).map(({ raw }) => raw)).toEqual(DAWN.slice(0, 3));
  });

  it('is one person a row though only telephones were pointed at, since it has names', () => {
    const phones = taughtOn(PEOPLE, [['subject.phones[]', '07700 900321']]);
    expect(takenIn(draftBy(phones, PEOPLE))).toEqual([]);
  });

  it('never puts a given name and another’s family name together', () => {
    const page = pageOf(
      table(
        ['First name', 'Surname', 'Mobile'],
        [
          ['Kit', 'Wraxhollow', '07700 900321'],
          ['Dawn', 'Vael', '07700 900322'],
        ],
      ),
    );
    const made = taughtOn(page, [
      ['subject.givenNames', 'Kit'],
      ['subject.familyName', 'Vael'],
    ]);
    const names = draftBy(made, page).rows.filter(({ path }) => path === 'subject.name');
    expect(names.map(({ value }) => value)).toEqual(['Kit Wraxhollow', 'Dawn Vael']);
  });
});

describe('a grid of kinds and values', () => {
  const grid = (...rows: readonly (readonly string[])[]) =>
    pageOf(table(['Type', 'Number'], rows, 'Contact details'));
  const page = grid(['Home', '01632 960321'], ['Mobile', '07700 900321'], ['Work', '01632 960322']);
  const said: Said = ['subject.phones[]', '07700 900321', { where: 'Mobile' }];

  it('is read from the row that says what the row said that was pointed at', () => {
    const adapter = taughtOn(page, [said]);
    expect(adapter.screens[0]?.rows).toEqual([
      {
        table: 'Contact details',
        columns: { 'subject.phones[]': 'Number' },
        each: 'value',
        where: { column: 'Type', is: 'Mobile' },
      },
    ]);
    const other = grid(['Mobile', '07700 900322'], ['Home', '01632 960323']);
    const named = draftBy(adapter, other).rows.filter(({ namedBy }) => namedBy === 'adapter');
    expect(rawOf(named)).toEqual([['subject.phones[]', '07700 900322']]);
    expect(proveAdapter(adapter, page, taughtBy(page, [said])).fields).toMatchObject([
      { isEqual: true, alsoTakes: [], people: 0 },
    ]);
  });

  it('is refused where what says which row is the record’s own words', () => {
    const names = grid(['Wraxhollow', '01632 960321'], ['Vael', '07700 900321']);
    const result = teach(names, [['subject.phones[]', '07700 900321', { where: 'Vael' }]]);
    expect(result.issues.map(({ code }) => code)).toEqual(['teach-row-unclear']);
    expect(JSON.stringify(result)).not.toMatch(/vael|wraxhollow/i);
  });

  it('is several values of one person where that is what was said', () => {
    const adapter = taughtOn(page, [['subject.phones[]', '01632 960321', { each: 'value' }]]);
    expect(takenIn(draftBy(adapter, page)).map(({ raw }) => raw)).toHaveLength(3);
  });
});

describe('the proof of a list', () => {
  it('says how many people it has, of whom a capture asks', () => {
    const said: readonly Said[] = [['subject.phones[]', '07700 900321']];
    expect(
      proveAdapter(taughtOn(PEOPLE, said), PEOPLE, taughtBy(PEOPLE, said)).fields,
    ).toMatchObject([{ isEqual: true, people: 2, ofOthers: [] }]);
  });

  it('says which values are other people’s where each row is taken for the same person', () => {
    const said: readonly Said[] = [['subject.phones[]', '07700 900321', { each: 'value' }]];
    expect(proveAdapter(taughtOn(PEOPLE, said), PEOPLE, taughtBy(PEOPLE, said))).toMatchObject({
      proved: { fields: 0, of: 1 },
      fields: [{ isEqual: false, ofOthers: ['07700 900322'] }],
    });
  });

  it('says what the page itself gives to somebody else', () => {
    const page = pageOf('<h2>Mother</h2><dl><dt>Telephone</dt><dd>07700 900322</dd></dl>');
    const said: readonly Said[] = [['subject.phones[]', '07700 900322']];
    expect(proveAdapter(taughtOn(page, said), page, taughtBy(page, said)).fields).toMatchObject([
      { saidToBe: [{ text: '07700 900322', path: 'relatedPersons[].phones[]' }] },
    ]);
  });

  it('travels with a recorded page', () => {
    const adapter = taughtOn(PEOPLE, [['subject.phones[]', '07700 900321']]);
    const recorded = recordFixture(PEOPLE.snapshot, adapter, { name: 'people', seed: 7 });
    if (!recorded.ok) throw new Error(JSON.stringify(recorded.issues));
    const file = { adapter, fixtures: [recorded.value.fixture] };
    expect(adapterFile(adapter, file.fixtures)).not.toMatch(/wraxhollow|900321/i);
    expect(proveFile(file)).toMatchObject({ isProved: true });
  });
});

type Column = readonly [FieldPath, string, (nth: number) => string];
const NAME: Column = ['subject.name', 'Name', (nth) => `Zqaex Quor${'abcdefg'[nth]}`];
/** Some of these can be two days, some only one. */
const BORN: Column = ['subject.bornOn', 'Date of birth', (nth) => `1${nth}/03/2010`];
const EMAIL: Column = ['subject.emails[]', 'Email address', (nth) => `zq${nth}@example.org`];
const COLUMNS: readonly Column[] = [
  NAME,
  BORN,
  ['subject.phones[]', 'Mobile', (nth) => `07700 90032${nth}`],
  EMAIL,
  ['subject.school', 'School', () => 'Hill End School'],
];

describe('whatever list is taught', () => {
  it('never takes of two rows, and of one row only when it was chosen', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...COLUMNS], { minLength: 2 }),
        fc.integer({ min: 2, max: 5 }),
        fc.integer({ min: 2, max: 6 }),
        fc.array(fc.nat(4), { minLength: 5, maxLength: 5 }),
        fc.integer({ min: 1, max: 5 }),
        fc.nat(5),
        fc.boolean(),
        (columns, many, later, rowsAt, count, choice, isNamed) => {
          const shown =
            isNamed || columns.some(([path]) => path === 'subject.name')
              ? columns
              : [...columns, COLUMNS[0] ?? columns[0]];
          const heads = shown.flatMap((column) => column?.[1] ?? []);
          const made = (from: number, size: number) =>
            pageOf(
              table(
                heads,
                Array.from({ length: size }, (_, nth) =>
                  shown.flatMap((column) => column?.[2](from + nth) ?? []),
                ),
              ),
            );
          const page = made(0, many);
          const taught = columns.slice(0, count).map(([path, head], at): TaughtValue => {
            const cells = page.reading.values.filter(({ label }) => label === head);
            return { path, valueId: cells[(rowsAt[at] ?? 0) % many]?.id ?? 'none' };
          });
          const isPerson = shown.some((column) => column?.[0] === 'subject.name');
          const result = teachAdapter({ ...page, taught, about: ABOUT });
          if (!result.ok) throw new Error(JSON.stringify(result.issues));
          const draft = draftBy(result.value, made(1, later));
          const lists = peopleListed(draft);
          if (isPerson || taught.some(({ path }) => !path.endsWith('[]')))
            expect(lists.map(({ people }) => people.length)).toEqual([later]);
          for (const { list, people } of lists) {
            expect(takenIn(draft)).toEqual([]);
            const one = people[choice % people.length];
            const chosen = choosePerson(draft, list, one?.row ?? '');
            const taken = takenIn(chosen);
            // A date that can be two days waits for its own answer.
            const asked = chosen.rows.filter(
              (row) => row.either !== undefined && !isOfAnother(chosen, row),
            );
            expect(taken.length + asked.length).toBeGreaterThan(0);
            for (const { raw } of taken) expect(one?.says).toContain(raw);
          }
        },
      ),
      { examples: [[[BORN, NAME, EMAIL], 2, 2, [0, 0, 0, 0, 0], 1, 0, false]] },
    );
  });
});

it('the answer to an asked date takes it for nobody but the person who was chosen', () => {
  const page = pageOf(
    table(
      ['Name', 'Date of birth'],
      [
        ['Taz Vael', '05/09/2008'],
        ['Kit Wraxhollow', '03/04/2009'],
      ],
    ),
  );
  const adapter = taughtOn(page, [
    ['subject.name', 'Taz Vael', { each: 'person' }],
    ['subject.bornOn', '05/09/2008', { each: 'person' }],
  ]);
  const draft = draftBy(adapter, page);
  const { listed } = draft.rows.find(({ raw }) => raw === 'Kit Wraxhollow') ?? {};
  if (!listed) throw new Error('No list');
  const chosen = choosePerson(draft, listed.list, listed.row);
  const pages = draft.origins.map(({ id }) => id);
  expect(rawOf(takenIn(answerDates(chosen, pages, 'day-first', { now: draft.updatedAt })))).toEqual(
    [
      ['subject.name', 'Kit Wraxhollow'],
      ['subject.bornOn', '03/04/2009'],
    ],
  );
});
