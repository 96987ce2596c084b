/** Packs and definitions in words. */
import { type Issue, writtenDate } from '@cyber-prevent/core';
import { t } from '../../../locales/late.js';
import type { HeldPackRow, IssuerRow, NamedDefinition, PacksRead } from '../../../ports/packs.js';
import { fromWords } from '../../case/definition-words.js';
import { placedSentence } from '../../case/level-words.js';

/** A definition with its issuer: “This toolkit: Time limits, version 0.0.1”. */
export function placedWords(each: NamedDefinition): string {
  const { title, version } = each;
  return t('packs.displaced.is', { title, version, from: fromWords(each) });
}

/** The state of a pack that is held, the gravest that can be said of it. */
export function stateWords(
  { setAside, isHistory, actsFrom, to, signingKey }: HeldPackRow,
  { issuers, today }: Pick<PacksRead, 'issuers' | 'today'>,
): string {
  const lost = issuers.find((each) => each.signingKey === signingKey)?.recalledOn;
  if (lost !== undefined) return t('packs.state.no-trust', { date: writtenDate(lost) });
  if (setAside)
    return t('packs.state.set-aside', { date: writtenDate(setAside.on), reason: setAside.reason });
  if (isHistory) return t('packs.state.history');
  if (to !== undefined && to < today) return t('packs.state.ended', { date: writtenDate(to) });
  if (actsFrom > today) return t('packs.state.begins', { date: writtenDate(actsFrom) });
  return t('packs.state.in-force');
}

export function trustWords({ recalledOn, pinnedOn, by }: IssuerRow): string {
  if (recalledOn !== undefined)
    return t('packs.trusted.no-longer', { date: writtenDate(recalledOn) });
  return t(`packs.trusted.${by}`, { date: writtenDate(pinnedOn) });
}

export function sentences(issues: readonly Issue[]): string {
  return issues.map(placedSentence).join(' ');
}
