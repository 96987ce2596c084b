/** Ends cases as the law requires before a disposal, through the keeper of an open vault in the browser. */
import type { Page } from 'puppeteer-core';
import { askKeeper } from '../packages/extension/e2e/keeper-ask.ts';
import { fromSource } from './from-source.ts';

type Ending = typeof import('./inside/case-ending.ts');

/** Loaded once: its builder counts ids up, and a second one would begin again. */
let loading: Promise<Ending> | undefined;

/** @returns the records to dispose of: the subjects, with those that ended their cases */
export async function endCases(
  page: Page,
  subjects: readonly string[],
): Promise<readonly string[]> {
  loading ??= fromSource<Ending>('inside/case-ending.ts');
  const { endCase, today } = await loading;
  const commit = async (saving: object) =>
    (await askKeeper(page, 'commit', crypto.randomUUID(), saving)) as never;
  const ended: string[] = [];
  for (const subject of subjects)
    ended.push(...(await endCase({ commit }, subject as never, today())));
  return ended;
}
