/** Keys of unfinished work that more than one area names. They are sealed with it, never in clear. */

/** Key of the open draft of a capture. */
export const DRAFT_KEY = 'draft';

/** Key of the rows of files that were opened or filed: no form, and no list shows it. */
export const BROUGHT_IN_KEY = 'brought-in';

/** Key of the definition packs that are held. The keeper alone uses it, and tells every page when they change. */
export const PACKS_KEY = 'keeper/packs';

const ASIDE = 'aside/';

/** Key of a page that a draft was read from, by its id in the draft. */
export function pageKey(origin: string): string {
  return `page/${origin}`;
}

/** Key of a save under way, by the name of the act and of its object. */
export function savingKey(act: string): string {
  return `saving/${act}`;
}

/** Name of the save of a draft of a capture, which is stored with it until its outcome is known. */
export function draftSave({ id }: { readonly id: string }): string {
  return `${DRAFT_KEY}/${id}`;
}

/** Key of work that was set aside, so that the same form can be begun again. */
export function asideKey(key: string, id: string): string {
  return `${ASIDE}${id}/${key}`;
}

export function isAside(key: string): boolean {
  return key.startsWith(ASIDE);
}

/** Stop cards of earlier releases, opened at a place that the card itself asks for now. */
const EARLIER_STOP_CARD = /^stop-card\/(?!notice\/|referral-form\/)[^/]+\/(?=[^/]+$)/;

/** Key under which a form opens the work, whether it was set aside, or stored by an earlier release under another. */
export function formKey(key: string): string {
  const own = isAside(key) ? key.split('/').slice(2).join('/') : key;
  return own.replace(EARLIER_STOP_CARD, 'stop-card//');
}

/** Names under which the draft of a form is stored with its moments, its screen and its save in progress. */
export const TYPED_AT = 'typedAt';
export const BEGUN_AT = 'begunAt';
export const OPENED_FROM = 'openedFrom';
export const SAVING = 'saving';
