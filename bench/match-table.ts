/** The matcher's figures for a reader. */
import type { Agreement, MatchFigures } from './match.ts';

export function matchTable({ machine, sets, skipped, searches, targets }: MatchFigures): string {
  return [
    `${machine.processor}, ${machine.coreCount} cores, ${machine.platform}, Node ${machine.node}, load ${machine.load.join(' ')}`,
    '',
    ...(skipped ? [`skipped: ${skipped}`, ''] : []),
    ...sets.flatMap(({ name, rowCount, truePairCount, seenBefore, linkage, exact }) => [
      `${name}: ${rowCount} rows, ${truePairCount} true pairs`,
      row('same name and date of birth', exact),
      row('linkage of the table', linkage),
      row('seen before, strong', seenBefore.strong),
      row('seen before, strong and moderate', seenBefore.moderate),
      row('seen before, all that is offered', seenBefore.weak),
      '',
    ]),
    ...searches.map(
      ({ heldCount, buildMs, searchMs, commonestMs, comparedCount, scanMs }) =>
        `${heldCount} held: index ${buildMs} ms; search p50 ${searchMs.p50}, p95 ${searchMs.p95} ms, ${comparedCount} compared; ` +
        `commonest name p50 ${commonestMs.p50}, p95 ${commonestMs.p95} ms; a plain scan p50 ${scanMs.p50} ms`,
    ),
    '',
    ...targets.map(
      ({ what, figure, target, isMet }) =>
        `${isMet ? 'met    ' : 'NOT met'} ${what}: ${figure} (at most ${target})`,
    ),
  ].join('\n');
}

function row(what: string, { precision, recall, f1 }: Agreement): string {
  return `  ${what.padEnd(34)} precision ${written(precision)}  recall ${written(recall)}  F1 ${written(f1)}`;
}

function written(share: number): string {
  return share.toFixed(4);
}
