/** An act on a definition pack, or on the key of its issuer, as the log says it. */
import { digestGroups, type LoggedEntry } from '@cyber-prevent/core';
import { writtenMoment } from '../../../components/written-moment.js';
import { t } from '../../../locales/late.js';

type PackLogged = NonNullable<LoggedEntry['pack']>;

/** “Took in the definition pack “Wendingshire force pack”, version 5, from Wendingshire cyber unit”. */
export function packActWords(pack: PackLogged): string {
  const issuer = pack.issuer ?? t('audit.pack.issuer-unnamed');
  if (pack.act === 'key-trusted')
    return t('audit.pack.key-trusted', { issuer, rank: t(`packs.rank.${pack.rank}`) });
  if (pack.act === 'key-distrusted') return t('audit.pack.key-distrusted', { issuer });
  const { id, title = id, version } = pack;
  const named =
    title === undefined || version === undefined
      ? t('audit.pack.unnamed')
      : t('audit.pack.name', { title, version: String(version) });
  const name =
    pack.issuer === undefined ? named : t('audit.pack.name-from', { name: named, issuer });
  if (pack.act === 'taken-in' && pack.isHistory) return t('audit.pack.history', { name });
  return t(`audit.pack.${pack.act}`, { name });
}

/** The same, with who decided it, why, and what it was: for a log that is read entry by entry. */
export function packActInFull(pack: PackLogged, at: LoggedEntry['at']): string {
  const isLater = writtenMoment(pack.doneAt) !== writtenMoment(at);
  return [
    packActWords(pack),
    t(`audit.pack.by.${pack.by}`),
    ...(pack.act === 'set-aside' && pack.reason !== undefined
      ? [t('audit.pack.reason', { reason: pack.reason })]
      : []),
    ...(pack.act === 'taken-in' && pack.rank !== undefined
      ? [t('audit.pack.rank', { rank: t(`packs.rank.${pack.rank}`) })]
      : []),
    ...('digest' in pack ? [t('audit.pack.digest', { digest: grouped(pack.digest) })] : []),
    t('audit.pack.key', { fingerprint: grouped(pack.fingerprint) }),
    ...(isLater ? [t('audit.pack.done-at', { at: writtenMoment(pack.doneAt) })] : []),
  ].join('. ');
}

function grouped(digest: string): string {
  return digestGroups(digest).join(' ');
}
