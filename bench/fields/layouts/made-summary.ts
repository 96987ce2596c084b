/** The results of made pages by layout, by label set, and by the way of saying *not known*. */
import { grouped, mean, ratesOf, summed } from '../rates.ts';
import { pairRates } from '../summary.ts';
import { type Aim, atLeast, atMost } from '../targets.ts';
import type { MadeScore } from './score-made.ts';

export interface MadeFigures {
  readonly name: string;
  readonly pageCount: number;
  /** From 0 to 1; absent if the pages have nothing of it. */
  readonly pairRecall?: number;
  readonly conflictPrecision?: number;
  readonly fieldF1?: number;
  readonly distractorsTaken: number;
  readonly othersTaken: number;
  readonly hiddenTaken: number;
  readonly notKnownAsValue: number;
}

export interface MadeSummary {
  readonly layouts: readonly MadeFigures[];
  readonly labelSets: readonly MadeFigures[];
  readonly notKnown: readonly MadeFigures[];
  /** Plain means over layouts, label sets and ways; counts are of all pages. */
  readonly means: Readonly<Record<'layouts' | 'labelSets' | 'notKnown', MadeFigures>>;
}

export function summaryOfMade(scores: readonly MadeScore[]): MadeSummary {
  const by = (key: (score: MadeScore) => string): readonly MadeFigures[] =>
    [...grouped(scores, key)].map(([name, own]) => figuresOf(name, own));
  const layouts = by(({ layout }) => layout);
  const labelSets = by(({ labelSet }) => labelSet);
  const notKnown = by(({ notKnownKind }) => notKnownKind);
  return {
    layouts,
    labelSets,
    notKnown,
    means: {
      layouts: meanOf('mean over layouts', layouts),
      labelSets: meanOf('mean over label sets', labelSets),
      notKnown: meanOf('mean over kinds', notKnown),
    },
  };
}

function figuresOf(name: string, scores: readonly MadeScore[]): MadeFigures {
  const pairs = pairRates(scores.map((score) => score.pairs));
  const { wanted, found, drafted, right } = summed(scores.map(({ fields }) => fields));
  const { f1 } = ratesOf({ wanted, found, read: drafted, right });
  const count = (of: (score: MadeScore) => readonly string[]): number =>
    scores.reduce((sum, score) => sum + of(score).length, 0);
  return {
    name,
    pageCount: scores.length,
    ...(pairs.recall === undefined ? {} : { pairRecall: pairs.recall }),
    ...(pairs.conflictPrecision === undefined
      ? {}
      : { conflictPrecision: pairs.conflictPrecision }),
    ...(f1 === undefined ? {} : { fieldF1: f1 }),
    distractorsTaken: count(({ distractorsTaken }) => distractorsTaken),
    othersTaken: count(({ othersTaken }) => othersTaken),
    hiddenTaken: count(({ hiddenTaken }) => hiddenTaken),
    notKnownAsValue: count(({ notKnownAsValue }) => notKnownAsValue),
  };
}

function meanOf(name: string, all: readonly MadeFigures[]): MadeFigures {
  const sum = (of: (figures: MadeFigures) => number): number =>
    all.reduce((total, figures) => total + of(figures), 0);
  const known = (of: (figures: MadeFigures) => number | undefined): number =>
    mean(all.map(of)) ?? 0;
  return {
    name,
    pageCount: sum(({ pageCount }) => pageCount),
    pairRecall: known(({ pairRecall }) => pairRecall),
    conflictPrecision: known(({ conflictPrecision }) => conflictPrecision),
    fieldF1: known(({ fieldF1 }) => fieldF1),
    distractorsTaken: sum(({ distractorsTaken }) => distractorsTaken),
    othersTaken: sum(({ othersTaken }) => othersTaken),
    hiddenTaken: sum(({ hiddenTaken }) => hiddenTaken),
    notKnownAsValue: sum(({ notKnownAsValue }) => notKnownAsValue),
  };
}

export function aimsOfMade({ layouts, labelSets, means }: MadeSummary): readonly Aim[] {
  const lowest = Math.min(...layouts.map(({ pairRecall = 1 }) => pairRecall));
  const welsh = labelSets.find(({ name }) => name === 'welsh');
  return [
    atLeast('layouts, mean pair recall', means.layouts.pairRecall, 0.9),
    atLeast('layouts, mean field F1', means.layouts.fieldF1, 0.88),
    atLeast('lowest layout, pair recall', lowest, 0.6),
    atLeast('label sets, mean field F1', means.labelSets.fieldF1, 0.9),
    ...(welsh ? [atLeast('label set in Welsh, field F1', welsh.fieldF1, 0.8)] : []),
    atMost('values of another person taken as the subject’s', means.layouts.othersTaken, 0),
    atMost(
      'other distractors taken as the subject’s',
      means.layouts.distractorsTaken - means.layouts.othersTaken,
      0,
    ),
    atMost('hidden and taken', means.layouts.hiddenTaken, 0),
    atMost('words for “not known” drafted as a value', means.layouts.notKnownAsValue, 0),
  ];
}
