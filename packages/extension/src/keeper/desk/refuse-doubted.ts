/** Laws about whose a save is that need the people on record, and so are held here and not in the gate of the store. */
import {
  alikeIssues,
  type Commit,
  doubtedCaptures,
  type FoundPerson,
  type Issue,
  isFromCapture,
  PreventError,
  type RecordId,
  type RecordStore,
  togetherIssues,
} from '@cyber-prevent/core';
import { type DoubtedPages, doubtedReferences } from '@cyber-prevent/core/fill';
import type { Session } from '../session.js';

type Parts = Pick<Session, 'lists' | 'closed' | 'seen'>;

/** Reads everyone for the first time outside the queue of the saves: it must not delay another. */
export async function readyToRefuse({ seen }: Pick<Parts, 'seen'>, commit: Commit): Promise<void> {
  if (isFromCapture(commit)) await seen.ready();
}

/**
 * Refuses, without the officer’s answer, whatever screen it comes from: a reference in doubt, a capture that what was
 * read speaks against, people put on record together who are alike, and a correction that makes two people alike.
 * Somebody closed to the officer is not compared, since no screen could ask about them.
 *
 * @throws {PreventError} `CP_RECORD_INVALID` with the issues as `cause`
 */
export async function refuseDoubted(
  { lists, closed, seen }: Parts,
  store: RecordStore,
  commit: Commit,
  pages: DoubtedPages,
): Promise<void> {
  const changes: readonly unknown[] = Array.isArray(commit.changes) ? commit.changes : [];
  const hasKind = (wanted: string) => changes.some((change) => Object(change).kind === wanted);
  const issues: Issue[] = [];
  if (hasKind('writeBack')) {
    const { rows: people } = await lists.rows('subjects');
    issues.push(
      ...(await doubtedReferences(commit, pages, { store, people, closed: await closed.ids() })),
    );
  }
  if (isFromCapture(commit)) {
    const ids = await closed.ids();
    const open = async () => (await lists.rows('subjects')).rows.filter(({ id }) => !ids.has(id));
    const find = async (
      values: Parameters<Parts['seen']['look']>[0]['values'],
    ): Promise<readonly FoundPerson[]> => {
      const unlogged = (found: readonly RecordId[]) => subjectsOf(store, found);
      const { people } = await seen.look({ values }, unlogged, 'referral');
      return people.filter(({ person }) => !ids.has(person));
    };
    issues.push(...(await doubtedCaptures(commit, { store, find })));
    issues.push(...(await togetherIssues(commit, { find })));
    issues.push(...(await alikeIssues(commit, store, open)));
  }
  const [issue, ...more] = issues;
  if (issue)
    throw new PreventError('CP_RECORD_INVALID', issue.message, { cause: [issue, ...more] });
}

/** Nothing of them leaves the keeper, so nobody has looked at them. */
async function subjectsOf(store: RecordStore, ids: readonly RecordId[]) {
  const found = await Promise.all(ids.map((id) => store.get('subject', id)));
  return found.flatMap((record) => record ?? []);
}
