/** The figures for a reader. */
import type { Spread } from '../figures.ts';
import type { ComponentsFigures } from './components.ts';
import type { FieldsFigures } from './fields.ts';
import type { FieldRates, PairRates } from './summary.ts';
import type { Aim } from './targets.ts';

export function fieldsTable(figures: FieldsFigures): string {
  const { systems, macro, machine, browser, withAdapters, peers, places, ms, spurious } = figures;
  const { asInWorker, judgement } = figures;
  return [
    `${figures.pages.length} saved pages, drafted ${withAdapters ? 'with adapters' : 'by the generic reading'}, per cent`,
    `${browser} on ${machine.processor}, ${machine.coreCount} cores; load before ${machine.load[0]}`,
    '',
    line('', HEAD),
    ...systems.map((system) => line(`${system.system} (${system.pageCount})`, cells(system))),
    line('mean over systems', cells(macro)),
    ...(judgement
      ? [
          line('the separate judge', [
            percent(judgement.pairRecall),
            percent(judgement.pairPrecision),
            percent(judgement.pairF1),
            percent(judgement.conflictPrecision),
            percent(judgement.fieldRecall),
            percent(judgement.fieldPrecision),
            percent(judgement.fieldF1),
            '',
            percent(judgement.selection),
          ]),
        ]
      : []),
    '',
    line('peers, mean over systems', [...HEAD.slice(0, 4), 'ms p50/p95']),
    ...Object.entries(peers).map(([name, peer]) => line(name, [...pairCells(peer), pair(peer.ms)])),
    line('toolkit', [...pairCells(macro.pairs), pair(ms.totalMs)]),
    `  peers: in the page alone; toolkit: press to paint, of which walk ${pair(ms.walkMs)}, parse ${pair(ms.parseMs)}, read ${pair(ms.readMs)}, draft ${pair(ms.draftMs)}, paint ${pair(ms.paintMs)}`,
    `  the browser’s own walk of the same trees ${pair(figures.walkMs)}`,
    '',
    `fields: ${Object.entries(figures.byField)
      .map(([name, { wanted, found }]) => `${name} ${found}/${wanted}`)
      .join(', ')}`,
    `places: ${places.count}, again in the snapshot ${places.inSnapshot}, on the page loaded anew ${places.reloaded}`,
    `changes to the page ${figures.mutationCount}, requests ${figures.requestCount}, hidden and taken ${figures.hiddenTakenCount}, distractors ${figures.distractorCount}`,
    `without a record: ${spurious.pageCount} pages, ${spurious.takenCount} taken, ${spurious.aPage} a page`,
    `the bench’s own reading gives the worker’s draft on ${asInWorker.count} of ${asInWorker.of} pages`,
    ...aimLines(figures.targets),
  ].join('\n');
}

export function componentsTable(figures: ComponentsFigures): string {
  const { components, machine, browser, versions, notInstalled, peers } = figures;
  const names = Object.keys(peers) as (keyof typeof peers)[];
  return [
    `Components’ own examples, label and value F1 and state of controls, per cent`,
    `${browser} on ${machine.processor}, ${machine.coreCount} cores; load before ${machine.load[0]}`,
    Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .concat(notInstalled.map((name) => `${name} is not installed: left out`))
      .join(', '),
    '',
    line('', ['examples', 'F1', 'state', ...names.map((name) => name.slice(0, 9))]),
    ...components.map(({ component, exampleCount, pairs, controls, peers: theirs }) =>
      line(component, [
        String(exampleCount),
        percent(pairs.f1),
        controls.count === 0 ? '-' : `${controls.right}/${controls.count}`,
        ...names.map((name) => percent(theirs[name].f1)),
      ]),
    ),
    line('mean over components', [
      '',
      percent(figures.f1),
      percent(figures.controlState),
      ...names.map((name) => percent(peers[name])),
    ]),
    ...aimLines(figures.targets),
  ].join('\n');
}

const HEAD = [
  'recall',
  'strict P',
  'F1',
  'confl. P',
  'field R',
  'field P',
  'field F1',
  'adapted',
  'selection',
];

function cells({
  pairs,
  fields,
  adapted,
}: {
  readonly pairs: PairRates;
  readonly fields: FieldRates;
  readonly adapted?: FieldRates;
}): string[] {
  return [
    ...pairCells(pairs),
    percent(fields.recall),
    percent(fields.precision),
    percent(fields.f1),
    percent(adapted?.f1),
    percent(fields.selection),
  ];
}

function pairCells({ recall, precision, f1, conflictPrecision }: PairRates): string[] {
  return [recall, precision, f1, conflictPrecision].map(percent);
}

export function aimLines(aims: readonly Aim[]): string[] {
  return [
    '',
    'Targets',
    ...aims.map(
      ({ what, figure, target, is, isMet }) =>
        `  ${isMet ? 'met   ' : 'missed'}  ${what}: ${figure}, ${is} ${target}`,
    ),
  ];
}

export function line(name: string, cellTexts: readonly string[]): string {
  return `  ${name.padEnd(28)}${cellTexts.map((cell) => cell.padStart(10)).join('')}`.trimEnd();
}

export function percent(rate: number | undefined): string {
  return rate === undefined ? '-' : (100 * rate).toFixed(1);
}

function pair({ p50, p95 }: Spread): string {
  return `${p50}/${p95}`;
}
