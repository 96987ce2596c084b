/** Packs and definitions in words. */
import { type Issue, writtenDate } from '@cyber-prevent/core';
import { t } from '../../../locales/late.js';
import type {
  HeldPackRow,
  IssuerRow,
  LeftOutRow,
  NamedDefinition,
  PacksRead,
  ReplacedDefinition,
} from '../../../ports/packs.js';
import { fromWords } from '../../case/definition-words.js';
import { placedSentence } from '../../case/level-words.js';

/** A definition with its issuer: “This toolkit: Time limits, version 0.0.1”. */
function placedWords(each: NamedDefinition): string {
  const { title, version } = each;
  return t('packs.displaced.is', { title, version, from: fromWords(each) });
}

/** The same, with how much of it is replaced and what stays. */
export function replacedWords(each: ReplacedDefinition): string {
  const placed = placedWords(each);
  if (each.replaced === undefined || each.replaced.of === 0) return placed;
  const { count, of } = each.replaced;
  const left = of - count;
  const words =
    left === 0
      ? t('packs.displaced.all', { count: of })
      : t('packs.displaced.some', { count: left, replaced: count, of });
  return t('packs.displaced.with', { placed, words });
}

/** A definition that is left out: told apart from one of the same title, why, and the one in force that stays. */
export function leftOutWords({
  kind,
  id,
  known,
  title,
  version,
  rows,
  issues,
  stays,
}: LeftOutRow): string {
  const about = [
    version === undefined ? title : t('packs.definition.is', { title, version }),
    ...(known ? [t(`packs.kind.${known}`)] : kind === '' ? [] : [kind]),
    // Two of one pack can have the same title, version and number of entries.
    ...(id === '' || id === title ? [] : [t('take-pack.left-out.id', { id })]),
    ...(rows === undefined ? [] : [t('packs.entries', { count: rows })]),
  ];
  const [first = '', ...more] = about;
  const named =
    more.length > 0
      ? t('take-pack.left-out.about', { title: first, more: more.join(', ') })
      : first;
  const why = issues.map(({ message, at }) =>
    at
      ? t('take-pack.left-out.at', { message, at: at.charAt(0).toLowerCase() + at.slice(1) })
      : message,
  );
  return [
    t('take-pack.left-out.is', { title: named, why: why.join(' ') }),
    ...(stays ? [t('take-pack.left-out.stays', { placed: placedWords(stays) })] : []),
  ].join(' ');
}

/** The officer’s own word on a key: they compared it and said whose it is; neither is proved. */
export function saidByOfficer({ pinnedOn, rank }: Pick<IssuerRow, 'pinnedOn' | 'rank'>): string {
  return t('packs.trusted.officer', {
    date: writtenDate(pinnedOn),
    whose: t(`packs.whose.${rank}`),
  });
}

/** The state of a pack that is held, the gravest that can be said of it. */
export function stateWords(
  { setAside, isHistory, isOld, actsFrom, to, signingKey }: HeldPackRow,
  { issuers, today }: Pick<PacksRead, 'issuers' | 'today'>,
): string {
  const lost = issuers.find((each) => each.signingKey === signingKey)?.recalledOn;
  if (lost !== undefined) return t('packs.state.no-trust', { date: writtenDate(lost) });
  if (setAside)
    return t('packs.state.set-aside', { date: writtenDate(setAside.on), reason: setAside.reason });
  if (isHistory) return t('packs.state.history');
  if (to !== undefined && to < today) return t('packs.state.ended', { date: writtenDate(to) });
  if (actsFrom > today) return t('packs.state.begins', { date: writtenDate(actsFrom) });
  return t(isOld ? 'packs.state.old' : 'packs.state.in-force');
}

export function trustWords({ recalledOn, pinnedOn, by, rank }: IssuerRow): string {
  if (recalledOn !== undefined)
    return t('packs.trusted.no-longer', { date: writtenDate(recalledOn) });
  return by === 'officer'
    ? saidByOfficer({ pinnedOn, rank })
    : t('packs.trusted.policy', { date: writtenDate(pinnedOn) });
}

export function sentences(issues: readonly Issue[]): string {
  return issues.map(placedSentence).join(' ');
}
