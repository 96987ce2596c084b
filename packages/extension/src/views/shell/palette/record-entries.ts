/** Records that are about nobody on record, found by their words: an enquiry, advice, an incident, an identifier. */
import { RECORD_LABELS, type RecordId, type RecordKind } from '@cyber-prevent/core';
import type { FindAnswer, FoundOwner, FoundPlace } from '@cyber-prevent/core/find';
import type { App } from '../../../app/app.js';
import type { Route } from '../../../app/route.js';
import { canOpen } from '../../../app/screens.js';
import { whereTexts, whereWords } from '../../desk/find/where-words.js';
import type { Entry } from './entries.js';

export interface RecordAlone {
  readonly id: RecordId;
  readonly kind: RecordKind;
  readonly places: readonly FoundPlace[];
  readonly open: () => void;
}

/** The kinds that have a screen of their own. */
const ROUTES: Readonly<Partial<Record<RecordKind, (id: RecordId) => Route>>> = {
  enquiry: (enquiry) => ({ name: 'enquiry', enquiry }),
  advice: (advice) => ({ name: 'advice', advice }),
  incident: (incident) => ({ name: 'incident', incident }),
  onlineIdentifier: (identifier) => ({ name: 'identifier', identifier }),
  organisation: (organisation) => ({ name: 'organisation', organisation }),
};
const MOST = 10;

export function recordsAlone(
  { router, screens }: Pick<App, 'router' | 'screens'>,
  answer: FindAnswer | undefined,
): readonly RecordAlone[] {
  return (answer?.found ?? []).slice(0, MOST).flatMap(({ id, kind, places }: FoundOwner) => {
    const route = ROUTES[kind]?.(id);
    return route && canOpen(screens, route)
      ? [{ id, kind, places: places.slice(0, 2), open: () => router.go(route) }]
      : [];
  });
}

export function recordEntry({ id, kind, places, open }: RecordAlone): Entry {
  return {
    id: `record-${id}`,
    group: 'records',
    label: RECORD_LABELS[kind].one,
    where: whereWords(places),
    whereTexts: whereTexts(places),
    run: open,
  };
}
