/** The search's figures for a reader. */
import type { SearchFigures, SearchSize } from './search.ts';

export function searchTable({ machine, sizes, targets }: SearchFigures): string {
  return [
    `${machine.processor}, ${machine.coreCount} cores, ${machine.platform}, Node ${machine.node}, load ${machine.load.join(' ')}`,
    '',
    ...sizes.flatMap(linesOf),
    ...targets.map(
      ({ what, figure, target, isMet }) =>
        `${isMet ? 'met    ' : 'NOT met'} ${what}: ${figure} (at most ${target})`,
    ),
  ].join('\n');
}

function linesOf(size: SearchSize): readonly string[] {
  const { peopleCount, recordCount, textMb, plain } = size;
  return [
    `${peopleCount} people, ${recordCount} records, ${textMb} MB of text`,
    `  index     ${size.indexMs} ms, longest stretch ${size.longestStretchMs} ms; plain ${plain.indexMs} ms; ×${size.indexRatio}`,
    `  query     p50 ${size.queryMs.p50}, p95 ${size.queryMs.p95} ms; plain p50 ${plain.queryMs.p50}, p95 ${plain.queryMs.p95} ms`,
    `  keystroke longest ${size.longestKeystrokeMs} ms`,
    `  update    p50 ${size.updateMs.p50}, p95 ${size.updateMs.p95} ms, from a save to an answer that knows of it`,
    '  among the first three, ours and plain:',
    ...Object.entries(size.firstThree).map(
      ([kind, share]) =>
        `    ${kind.padEnd(16)} ${share.toFixed(2)}  ${plain.firstThree[kind as keyof typeof plain.firstThree].toFixed(2)}`,
    ),
    '',
  ];
}
