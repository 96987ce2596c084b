/** Laws of rows that are filed together: nobody who may be the same person as another, or as somebody on record. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { draftPerson } from '../../match/draft-person.js';
import { seenBefore } from '../../match/seen-before.js';
import { togetherIssues } from '../../match/together-doubt.js';
import { draftOfFields, type FieldValues } from '../../review/index.js';
import type { PlainDate, RecordId } from '../../shared/index.js';
import type { Commit } from '../../store/index.js';
import { filingDesk, passedValue } from '../../testing/filed-under-test.js';
import { fileTogether, judgeTogether, type RowOfFile } from './file-together.js';

interface Person {
  readonly given: string;
  readonly family: string;
  readonly born: string | undefined;
}

const GIVEN = ['Tobias', 'Ottoline', 'Ivo', 'Cordelia', 'Wilfred', 'Henrietta'];
const FAMILY = ['Wren', 'Brackwater', 'Quill', 'Ashgrove', 'Thistlewood', 'Marchbank'];
const BORN = ['13/04/2011', '25/12/2010', '30/06/2012'];

const person: fc.Arbitrary<Person> = fc.record({
  given: fc.constantFrom(...GIVEN),
  family: fc.constantFrom(...FAMILY),
  born: fc.option(fc.constantFrom(...BORN), { nil: undefined }),
});
/** Ways of writing the same person. */
const WAYS: readonly ((one: Person) => string)[] = [
  ({ given, family }) => `${given} ${family}`,
  ({ given, family }) => `${given} ${family}`.toUpperCase(),
  ({ given, family }) => `  ${given}   ${family} `,
  ({ given, family }) => `${family}, ${given}`,
];
const way = fc.constantFrom(...WAYS);

function fieldsOf(one: Person, written: (one: Person) => string): FieldValues {
  return {
    'subject.name': [written(one)],
    ...(one.born === undefined ? {} : { 'subject.bornOn': [one.born] }),
  };
}

async function opened() {
  const { host, store, terms, files } = await filingDesk();
  const context = { ...terms, receivedOn: '2026-11-20' as PlainDate };
  const rowOf = (values: FieldValues, at: string, found = 0): RowOfFile => {
    const origin = { way: 'file', system: 'Spreadsheet', title: at } as const;
    return { at, draft: draftOfFields(values, origin, host), issues: [], found };
  };
  const seen = seenBefore(store);
  const subjects = async (ids: readonly RecordId[]) =>
    (await Promise.all(ids.map((id) => store.get('subject', id)))).flatMap((one) => one ?? []);
  const find = async (values: Parameters<typeof seen.look>[0]['values']) =>
    (await seen.look({ values }, subjects, 'referral')).people;
  const mayFile = async (rows: readonly RowOfFile[]): Promise<readonly string[]> =>
    (await judgeTogether(rows, context)).flatMap(({ at, why }) => (why.length === 0 ? [at] : []));
  return { files, context, rowOf, find, mayFile };
}

it('Two rows with the same name, however it is written, are never filed together', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(person, way), { minLength: 2, maxLength: 8 }),
      async (given) => {
        const { rowOf, mayFile } = await opened();
        const rows = given.map(([one, how], nth) => rowOf(fieldsOf(one, how), `row ${nth}`));
        const may = new Set(await mayFile(rows));
        const names = given.flatMap(([{ given: first, family }], nth) =>
          may.has(`row ${nth}`) ? [`${first} ${family}`] : [],
        );
        expect(new Set(names).size).toBe(names.length);
      },
    ),
    { numRuns: 60 },
  );
});

it('A name with a letter left out and the same date of birth may be the same person', async () => {
  await fc.assert(
    fc.asyncProperty(person, fc.nat(), async (one, place) => {
      fc.pre(one.born !== undefined);
      const { rowOf, mayFile } = await opened();
      const cut = 1 + (place % (one.family.length - 1));
      const family = one.family.slice(0, cut) + one.family.slice(cut + 1);
      fc.pre(family.length > 3);
      const [plain] = WAYS;
      if (!plain) throw new RangeError('No way to write a name');
      const rows = [one, { ...one, family }].map((each, nth) =>
        rowOf(fieldsOf(each, plain), `row ${nth}`),
      );
      expect(await mayFile(rows)).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

it('White space, capitals and the order of the rows change nothing', async () => {
  const plain = fc.array(person, { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(plain, fc.nat(7), fc.constantFrom(0, 1, 2), async (people, turn, nthWay) => {
      const { rowOf, mayFile } = await opened();
      const rowsBy = (how: ((one: Person) => string) | undefined) =>
        people.map((one, nth) => rowOf(fieldsOf(one, how ?? String), `row ${nth}`));
      const other = rowsBy(WAYS[nthWay]);
      const cut = turn % other.length;
      const moved = [...other.slice(cut), ...other.slice(0, cut)].toReversed();
      expect(new Set(await mayFile(moved))).toEqual(new Set(await mayFile(rowsBy(WAYS[0]))));
    }),
    { numRuns: 60 },
  );
});

it('A row that is like somebody on record is never filed with others, and the keeper’s law says so too', async () => {
  await fc.assert(
    fc.asyncProperty(person, person, way, async (held, stranger, how) => {
      fc.pre(held.family !== stranger.family && held.given !== stranger.given);
      const { files, context, rowOf, find, mayFile } = await opened();
      const values = [fieldsOf(held, how), fieldsOf(stranger, how)];
      const fresh = values.map((each, nth) => rowOf(each, `row ${nth}`));
      const commit: Commit | undefined =
        (await mayFile(fresh)).length === 2
          ? passedValue(await fileTogether(fresh, new Set(['row 0', 'row 1']), context)).commit
          : undefined;
      if (commit) expect(await togetherIssues(commit, { find })).toEqual([]);
      await files(fieldsOf(held, ({ given, family }) => `${given} ${family}`));
      const rows = await Promise.all(
        values.map(async (each, nth) => {
          const { draft } = rowOf(each, '');
          return rowOf(each, `row ${nth}`, (await find(draftPerson(draft).values)).length);
        }),
      );
      expect(await mayFile(rows)).not.toContain('row 0');
      if (commit)
        expect(await togetherIssues(commit, { find })).toMatchObject([{ code: 'together-seen' }]);
    }),
    { numRuns: 40 },
  );
});

it('A save of two people who are alike is refused, whatever a screen has judged', async () => {
  await fc.assert(
    fc.asyncProperty(person, way, way, async (one, how, other) => {
      const { context, rowOf } = await opened();
      const each = await Promise.all(
        [how, other].map(async (written, nth) => {
          const row = rowOf(fieldsOf(one, written), `row ${nth}`);
          return passedValue(await fileTogether([row], new Set([row.at]), context)).commit;
        }),
      );
      const commit: Commit = {
        changes: each.flatMap(({ changes }) => changes),
        reason: 'referral',
      };
      const find = async () => [];
      expect(await togetherIssues(commit, { find })).toMatchObject([{ code: 'together-alike' }]);
    }),
    { numRuns: 30 },
  );
});
