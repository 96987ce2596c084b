/** The figures of casework for a reader. */
import type { CaseworkFigures } from './casework.ts';
import { heldLines } from './table.ts';

export function caseworkTable({ machine, browser, sizes, targets }: CaseworkFigures): string {
  return [
    `${machine.processor}, ${machine.coreCount} cores, ${machine.platform}, ${browser}, load ${machine.load.join(' ')}`,
    ...sizes.flatMap((size) => [
      '',
      `${size.subjects} subjects, ${size.interventions} interventions (load ${size.load})`,
      `  key to ${size.firstScreen}: p50 ${size.keyToFirstScreenMs.p50}, p95 ${size.keyToFirstScreenMs.p95} ms, before compaction ${size.keyBeforeCompactionMs} ms; JSON.parse of every record (${Math.round(size.bytes / 1e6)} MB) ${size.parseAllMs} ms, ×${size.keyParses}`,
      `  list: first ${listed(size.listFirstMs)} ms, pressed at once ${listed(size.listAtOnceMs)} ms, again p50 ${size.listAgainMs.p50}, p95 ${size.listAgainMs.p95} ms; JSON.parse of its rows ${size.parseRowsMs} ms`,
      `  list in another order: p50 ${size.listSortMs.p50}, p95 ${size.listSortMs.p95} ms; filtered: p50 ${size.listFilterMs.p50}, p95 ${size.listFilterMs.p95} ms`,
      `  keystroke to paint: p50 ${size.keystrokeMs.p50}, p95 ${size.keystrokeMs.p95}, longest ${size.longestKeystrokeMs} ms`,
      `  scrolling: longest script ${size.scrolling.scriptMs} ms, longest task without the collection of garbage ${size.scrolling.ownMs} ms, with it ${size.scrolling.taskMs} ms; over 16 ms ${size.scrolling.ownOverFrame} without and ${size.scrolling.overFrame} with it, of ${size.scrolling.tasks} tasks`,
      ...size.scrolling.longest.map(
        ({ ms, processorMs, garbageMs, of }) =>
          `    ${ms} ms (processor ${processorMs}, garbage ${garbageMs}): ${of.join(', ')}`,
      ),
      `  what is due, again after a save: p50 ${size.todayAgainMs.p50}, p95 ${size.todayAgainMs.p95} ms`,
      `  one save: first p50 ${size.saveFirstMs.p50}, last p50 ${size.saveLastMs.p50} ms (×${size.saveGrowth}); one raw strict put p50 ${size.rawPutMs.p50} ms, ×${size.savePuts}; one put and one append p50 ${size.rawPutAndAppendMs.p50} ms, ×${size.saveRatio}; the way to the keeper and back alone p50 ${size.askMs.p50} ms`,
    ]),
    ...heldLines(targets),
  ].join('\n');
}

function listed(times: CaseworkFigures['sizes'][number]['listFirstMs']): string {
  return times.map(({ list, ms }) => `${list} ${ms}`).join(', ');
}
