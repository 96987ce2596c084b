/** What is kept of the pages of a draft when it is saved. */
import {
  type Draft,
  failed,
  type Issue,
  isError,
  keepPage,
  type PageChoice,
  PreventError,
  pageToKeep,
  parseSnapshot,
  passed,
  type RecordId,
  type Result,
  type StoredSnapshot,
} from '@cyber-prevent/core';
import { t } from '../../../locales/late.js';
import type { Services } from '../../../ports/services.js';
import { copyOf } from './page-copies.js';

/**
 * Keeps what is to be kept of each page as a blob.
 *
 * @returns what the captures’ records say of them, with a warning for each page of which no copy could be kept; or what
 * stops the save
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
    const text = await copyOf(services, origin.id);
    const snapshot = text === undefined ? undefined : parseSnapshot(text);
    if (!snapshot?.ok) {
      warnings.push(noCopy(origin.system));
      continue;
    }
    const page = pageToKeep(draft, origin.id, snapshot.value, choice, mayTakeSpecial);
    if (!page.ok) {
      if (page.issues.some(isError)) return failed(...page.issues);
      warnings.push(...page.issues);
      continue;
    }
    try {
      kept.set(origin.id, await keepPage(page.value, services));
    } catch (error) {
      if (!(error instanceof PreventError) || error.code !== 'CP_BLOB_TOO_LARGE') throw error;
      warnings.push(noCopy(origin.system));
    }
  }
  return passed(kept, warnings);
}

/** Whether anything was taken or masked there: else the save makes no capture of it. */
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
