/** The targets of the figures. A missed one fails nothing: they are printed next to the measurements. */
import type { Summary } from './summary.ts';

export interface Aim {
  readonly what: string;
  readonly figure: number;
  readonly target: number;
  readonly is: 'at least' | 'at most';
  readonly isMet: boolean;
}

export function atLeast(what: string, figure: number | undefined, target: number): Aim {
  return aim(what, figure, target, 'at least', (figure ?? 0) >= target);
}

export function atMost(what: string, figure: number, target: number): Aim {
  return aim(what, figure, target, 'at most', figure <= target);
}

function aim(
  what: string,
  figure: number | undefined,
  target: number,
  is: Aim['is'],
  isMet: boolean,
): Aim {
  return { what, figure: Math.round((figure ?? 0) * 1000) / 1000, target, is, isMet };
}

export function aimsOfFields(summary: Summary): readonly Aim[] {
  const { macro, spurious, places } = summary;
  const { pairs, generic, adapted, fields } = macro;
  return [
    atMost('pages not read', summary.notReadCount, 0),
    atLeast('label and value, recall', pairs.recall, 0.95),
    atLeast('label and value, conflict precision', pairs.conflictPrecision, 0.98),
    atLeast('fields, generic, F1', generic.f1, 0.9),
    ...(adapted ? [atLeast('fields, where there is an adapter, F1', adapted.f1, 0.98)] : []),
    atLeast('selection', fields.selection, 0.99),
    atMost('distractors taken as the subject’s', summary.distractorCount, 0),
    atMost('taken on a page without a record', spurious.aPage, 0.5),
    atMost('hidden and taken', summary.hiddenTakenCount, 0),
    atLeast('places found again in the snapshot', places.inSnapshot / Math.max(1, places.count), 1),
    atLeast(
      'places found again on the page loaded anew',
      places.reloaded / Math.max(1, places.count),
      1,
    ),
    atMost('changes to the page', summary.mutationCount, 0),
    atMost('requests', summary.requestCount, 0),
    ...['walker', 'innerText', 'readabilityTurndown', 'defuddle'].map((peer) =>
      atLeast(`recall beyond ${peer}`, (pairs.recall ?? 0) - (summary.peers[peer]?.recall ?? 0), 0),
    ),
  ];
}
