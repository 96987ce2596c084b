/** Continues with a draft from the list of unfinished work, or discards it. */
import type { Services, UnfinishedWork } from '../ports/services.js';
import type { App } from './app.js';
import { SaidError } from './said-error.js';
import { canOpen } from './screens.js';
import type { UnfinishedDraft } from './unfinished-draft.js';
import { asideKey, DRAFT_KEY, draftSave, pageKey, savingKey } from './work-keys.js';

type Parts = Pick<App, 'services' | 'unfinished' | 'router' | 'screens'>;

/** True if its form can be opened. */
export function canContinue(
  { screens }: Pick<App, 'screens'>,
  { route }: UnfinishedDraft,
): boolean {
  return route !== undefined && canOpen(screens, route);
}

/**
 * Opens the form with the draft in it. What the form has now is set aside: neither is lost.
 *
 * @param others - of the list: those of the same screen are opened with it
 * @throws {Error} in the officer's words if it cannot be put back; both drafts are then stored as before
 */
export async function continueDraft(
  { services, unfinished, router, screens }: Parts,
  draft: UnfinishedDraft,
  others: readonly UnfinishedDraft[],
): Promise<void> {
  const { route, key, formKey } = draft;
  if (route === undefined || !canContinue({ screens }, draft)) return;
  // The form may be open here, with words that are not stored yet.
  await unfinished.flushAll();
  if (key !== formKey) await putBack(services, draft);
  const isHere = (each: UnfinishedDraft) =>
    each.key === each.formKey && JSON.stringify(each.route) === JSON.stringify(route);
  for (const each of [draft, ...others.filter(isHere)]) unfinished.handOn(each.formKey);
  // Away and back: a form that is open already begins again with the draft.
  if (JSON.stringify(router.route.value) === JSON.stringify(route)) router.go({ name: 'today' });
  router.go(route);
}

async function putBack(
  { work, host }: Pick<Services, 'work' | 'host'>,
  { key, formKey }: UnfinishedDraft,
): Promise<void> {
  const draft = await work.load(key);
  if (!draft) return;
  const inForm = await work.load(formKey);
  if (inForm?.value) await keep(work, asideKey(formKey, host.random.id()), inForm.value, 0);
  await keep(work, formKey, draft.value, inForm?.version ?? 0);
  await work.discard(key);
}

async function keep(
  work: Pick<UnfinishedWork, 'save'>,
  key: string,
  value: unknown,
  seen: number,
): Promise<void> {
  const kept = await work.save(key, value, seen);
  if (!kept.ok) throw new SaidError(kept.issues[0]?.message);
}

/** Discards it, with the pages that a capture was read from. @throws {Error} if any of it is left */
export async function discardDraft(
  { work }: Pick<Services, 'work'>,
  { key, formKey }: Pick<UnfinishedDraft, 'key' | 'formKey'>,
): Promise<void> {
  const draft = formKey === DRAFT_KEY ? (await work.load(key))?.value : undefined;
  await work.discard(key);
  const { id, origins = [] } = (draft ?? {}) as {
    readonly id?: string;
    readonly origins?: readonly { readonly id: string }[];
  };
  for (const origin of origins) await work.discard(pageKey(origin.id));
  if (id !== undefined) await work.discard(savingKey(draftSave({ id })));
}
