/** Saves copies of a draft's pages with the save. */
import {
  type Draft,
  failed,
  type Issue,
  isError,
  keepPage,
  type PageChoice,
  PreventError,
  passed,
  type RecordId,
  type Result,
  type StoredSnapshot,
} from '@cyber-prevent/core';
import { t } from '../../../locales/late.js';
import type { Services } from '../../../ports/services.js';
import { copyOf } from './page-copies.js';

/**
 * Saves the chosen copy of each page as a blob.
 *
 * @returns the entry for each capture's record, with a warning for each page that could not be copied; or the errors
 * that stop the save
 */
export async function keepCopies(
  services: Pick<Services, 'work' | 'capture' | 'blobs' | 'host'>,
  draft: Draft,
  choice: PageChoice,
  mayTakeSpecial: boolean,
): Promise<Result<ReadonlyMap<RecordId, StoredSnapshot>>> {
  const kept = new Map<RecordId, StoredSnapshot>();
  const warnings: Issue[] = [];
  for (const origin of draft.origins) {
    const isPage = origin.way === 'page' || origin.way === 'saved-page';
    if (!isPage || !isUsed(draft, origin.id)) continue;
    const page = await copyOf(services, origin.id);
    if (page === undefined) {
      warnings.push(noCopy(origin.system));
      continue;
    }
    const copy = await services.capture.pageToKeep(draft, origin.id, page, choice, mayTakeSpecial);
    if (!copy.ok) {
      const ofChoice = copy.issues.filter(({ at }) => at === 'wholePage');
      if (ofChoice.some(isError)) return failed(...ofChoice);
      const told = copy.issues.filter((issue) => !isError(issue));
      warnings.push(...(told.length > 0 ? told : [noCopy(origin.system)]));
      continue;
    }
    try {
      kept.set(origin.id, await keepPage({ text: copy.value, ...saidOf(choice) }, services));
    } catch (error) {
      if (!(error instanceof PreventError) || error.code !== 'CP_BLOB_TOO_LARGE') throw error;
      warnings.push(noCopy(origin.system));
    }
  }
  return passed(kept, warnings);
}

function saidOf(choice: PageChoice): Pick<StoredSnapshot, 'redacted' | 'reason'> {
  return choice.keep === 'whole'
    ? { redacted: false, reason: choice.reason.trim() }
    : { redacted: true };
}

/** True if anything was taken or masked there: otherwise the save makes no capture of it. */
function isUsed({ rows }: Draft, capture: RecordId): boolean {
  return rows.some(
    ({ decision, origin, alsoAt = [] }) =>
      decision.kind !== 'leave' &&
      (origin === capture || alsoAt.some((sighting) => sighting.origin === capture)),
  );
}

function noCopy(system: string): Issue {
  return {
    code: 'page-copy-missing',
    severity: 'warning',
    message: t('page-copy.none', { system }),
  };
}
