/** A name that the officer typed for the person of a draft, as a draft of the same source to join with it. */
import { type Draft, draftOfFields, type Host, isOfAnother } from '@cyber-prevent/core';
import { t } from '../../../../locales/late.js';
import { nameRow } from '../row/name-row.js';

/** @returns undefined if nothing was typed, or the draft has a name of its own: a second one is never added unseen */
export function typedName(draft: Draft, name: string, host: Host): Draft | undefined {
  const [origin] = draft.origins;
  const hasName = nameRow(draft.rows.filter((row) => !isOfAnother(draft, row))) !== undefined;
  if (!origin || !name.trim() || hasName) return undefined;
  const { title, hostClass } = origin;
  const system = t('review.name.typed', { system: origin.system });
  const source = { way: 'typed', system, title, hostClass } as const;
  return draftOfFields({ 'subject.name': [name.trim()] }, source, host);
}
