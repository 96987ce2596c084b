/** The figures of scoring for a reader. */
import type { RiskFigures } from './risk.ts';
import { heldLines } from './table.ts';

export function riskTable({ machine, bulk, again, targets }: RiskFigures): string {
  return [
    `${machine.processor}, ${machine.coreCount} cores, ${machine.platform}, Node ${machine.node}, load ${machine.load.join(' ')}`,
    '',
    ...bulk.map(
      ({ instrument, itemCount, ruleCount, assessmentCount, scoreMs, passMs, ratio, ...rest }) =>
        `${instrument} (${itemCount} items, ${ruleCount} rules), ${assessmentCount} assessments: score p50 ${scoreMs.p50} ms, ` +
        `one pass p50 ${passMs.p50} ms, ×${ratio}; ${rest.settledCount} with one level, ${rest.rangeCount} with a range; ` +
        `${rest.agreedCount} of ${rest.lookedAtCount} looked at are as scored one by one`,
    ),
    '',
    ...again.map(
      ({ instrument, levelMs, withMovesMs }) =>
        `${instrument}, one answer more: p50 ${levelMs.p50}, p95 ${levelMs.p95} ms; with every move p50 ${withMovesMs.p50}, p95 ${withMovesMs.p95} ms`,
    ),
    ...heldLines(targets),
  ].join('\n');
}
