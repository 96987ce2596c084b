/** The figures of made pages for a reader. */
import { aimLines, percent } from '../table.ts';
import type { LayoutsFigures } from './layouts.ts';
import type { MadeFigures } from './made-summary.ts';

export function layoutsTable(figures: LayoutsFigures): string {
  const { machine, browser, pages, layouts, labelSets, notKnown, means } = figures;
  return [
    `${pages.length} made pages, ${layouts.length} layouts, ${labelSets.length} label sets, ${notKnown.length} kinds of not known; seed ${figures.seed}`,
    `${browser} on ${machine.processor}, ${machine.coreCount} cores; load before ${machine.load[0]}; ${figures.pagesASecond} pages a second`,
    ...part('layout', layouts, means.layouts),
    ...part('label set', labelSets, means.labelSets),
    ...part('not known', notKnown, means.notKnown),
    '',
    '  distr., others: taken as the subject’s, of which another person’s; value: words for not known drafted as a value',
    ...aimLines(figures.targets),
  ].join('\n');
}

function part(name: string, all: readonly MadeFigures[], mean: MadeFigures): readonly string[] {
  const head = ['pages', 'recall', 'confl. P', 'field F1', 'distr.', 'others', 'hidden', 'value'];
  return ['', line(name, head), ...all.map(figureLine), figureLine(mean)];
}

function figureLine(figures: MadeFigures): string {
  return line(figures.name, [
    String(figures.pageCount),
    percent(figures.pairRecall),
    percent(figures.conflictPrecision),
    percent(figures.fieldF1),
    String(figures.distractorsTaken),
    String(figures.othersTaken),
    String(figures.hiddenTaken),
    String(figures.notKnownAsValue),
  ]);
}

function line(name: string, cells: readonly string[]): string {
  return `  ${name.padEnd(36)}${cells.map((cell) => cell.padStart(9)).join('')}`;
}
