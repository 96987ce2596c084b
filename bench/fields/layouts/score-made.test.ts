import { describe, expect, it } from 'vitest';
import type { Draft, Reading } from '../../../packages/core/src/index.ts';
import { aimsOfMade, summaryOfMade } from './made-summary.ts';
import type { MadePage } from './make-page.ts';
import { type MadeScore, scoreMade } from './score-made.ts';

const PAGE: MadePage = {
  layout: 'table',
  labelSet: 'police',
  notKnownKind: 'none',
  name: 'police--none',
  html: '',
  truth: {
    url: 'http://127.0.0.1/table',
    labels: { Name: 'Tamsin Vael', DOB: '14/03/2009' },
    canonical: { subjectName: 'Tamsin Vael', dob: '14/03/2009' },
    normalised: { dob: '2009-03-14' },
    distractors: [
      { value: '3 April 2011', why: 'another young person’s', isPersons: true },
      { value: '4 Slate Row\nTestham', why: 'another young person’s', isPersons: true },
      { value: '01632960123', why: 'help desk', isPersons: false },
    ],
  },
  notKnown: [{ label: 'Alias', value: 'None' }],
};

interface RowGiven {
  readonly path: string;
  readonly value: string;
  readonly label?: string;
  readonly isLeft?: true;
  readonly isHidden?: true;
  readonly notKnown?: true;
}

function scored(...rows: readonly RowGiven[]): MadeScore {
  const whole = rows.map(({ isLeft, isHidden, label = '', ...row }) => ({
    ...row,
    label,
    raw: row.value,
    owner: [],
    freeText: false,
    visible: !isHidden,
    decision: { kind: isLeft ? 'leave' : 'take' },
  }));
  return scoreMade({
    page: PAGE,
    reading: { values: [] } as unknown as Reading,
    draft: { rows: whole } as unknown as Draft,
  });
}

describe('the score of a made page', () => {
  it('counts another person’s value that is taken as the subject’s, however it is written', () => {
    const { distractorsTaken, othersTaken } = scored({
      path: 'subject.bornOn',
      value: '2011-04-03',
    });
    expect(distractorsTaken).toEqual(['subject.bornOn: 2011-04-03']);
    expect(othersTaken).toEqual(distractorsTaken);
  });

  it('counts an address into which another person’s is joined', () => {
    const { othersTaken } = scored({
      path: 'subject.address',
      value: '9 Fen Row, Mockland, 4 Slate Row, Testham',
    });
    expect(othersTaken).toHaveLength(1);
  });

  it('tells it from a value that is nobody’s', () => {
    const { distractorsTaken, othersTaken } = scored({
      path: 'subject.phones[]',
      value: '01632 960 123',
    });
    expect(distractorsTaken).toHaveLength(1);
    expect(othersTaken).toEqual([]);
  });

  it('does not count what is left, or is another person’s own', () => {
    const { distractorsTaken } = scored(
      { path: 'subject.bornOn', value: '2011-04-03', isLeft: true },
      { path: 'relatedPersons[].bornOn', value: '2011-04-03' },
    );
    expect(distractorsTaken).toEqual([]);
  });

  it('counts words for not known that are drafted as a value, unless the row says what they are', () => {
    const row = { path: 'subject.aliases[]', value: 'None', label: 'Alias' };
    expect(scored(row).notKnownAsValue).toEqual(['subject.aliases[]: None']);
    expect(scored(row).fields.wrong).toEqual(['subject.aliases[]: None']);
    const told = scored({ ...row, notKnown: true });
    expect([told.notKnownAsValue, told.fields.wrong]).toEqual([[], []]);
  });

  it('counts what is taken and not on screen', () => {
    const row = { path: 'subject.name', value: 'Tamsin Vael', label: 'Name' };
    expect(scored({ ...row, isHidden: true }).hiddenTaken).toEqual(['Name: Tamsin Vael']);
    expect(scored(row).hiddenTaken).toEqual([]);
    expect(scored({ ...row, isHidden: true, isLeft: true }).hiddenTaken).toEqual([]);
  });
});

describe('the summary of made pages', () => {
  it('adds up the pages of a layout, and takes the plain mean over layouts', () => {
    const all = { path: 'subject.name', value: 'Tamsin Vael' };
    const birth = { path: 'subject.bornOn', value: '2009-03-14' };
    const summary = summaryOfMade([
      scored(all, birth),
      scored(all, birth),
      { ...scored(), layout: 'list' },
    ]);
    expect(
      summary.layouts.map(({ name, pageCount, fieldF1 }) => [name, pageCount, fieldF1]),
    ).toEqual([
      ['table', 2, 1],
      ['list', 1, 0],
    ]);
    expect(summary.means.layouts.fieldF1).toBe(0.5);
    expect(summary.labelSets[0]?.fieldF1).toBeCloseTo(0.8);
    expect(summary.means.layouts.pairRecall).toBe(0);
  });

  it('holds the lowest layout to its own target', () => {
    const aims = aimsOfMade(summaryOfMade([scored()]));
    const lowest = aims.find(({ what }) => what.startsWith('lowest'));
    expect(lowest?.isMet).toBe(false);
    const withoutLabels = { ...scored(), pairs: { ...scored().pairs, wanted: 0 } };
    const [without] = aimsOfMade(summaryOfMade([withoutLabels])).filter(
      ({ what }) => what === lowest?.what,
    );
    expect(without?.isMet).toBe(true);
    expect(aims.find(({ what }) => what.includes('another person'))?.isMet).toBe(true);
  });
});
