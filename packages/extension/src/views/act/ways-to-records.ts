/** Ways to the records that stop an undo or a move: each sentence leads to the screen of its record. */
import { type Issue, recordInWay } from '@cyber-prevent/core';
import type { App } from '../../app/app.js';
import { keptRoute } from '../../app/kept-route.js';
import type { SummaryError } from '../../components/error-summary.js';

export function waysToRecords(
  { services, router }: Pick<App, 'services' | 'router'>,
  issues: readonly Issue[],
): Promise<readonly SummaryError[]> {
  return Promise.all(
    issues.map(async (issue) => {
      const inWay = recordInWay(issue);
      // Without its way, the sentence is still the reason.
      const held = inWay && (await services.store.get(inWay.kind, inWay.id).catch(() => undefined));
      const route = held && keptRoute(held.kind, held.id, held.value);
      return { message: issue.message, go: route && (() => router.go(route)) };
    }),
  );
}
