/** A definition in words: its title and version, its issuer, its source. */
import { writtenDate } from '@cyber-prevent/core';
import { t } from '../../locales/late.js';
import type { NamedDefinition } from '../../ports/packs.js';

export function fromWords({ issuer, plugin }: Pick<NamedDefinition, 'issuer' | 'plugin'>): string {
  if (plugin !== undefined) return t('packs.from.plugin', { name: plugin });
  return issuer
    ? t('packs.from.is', { name: issuer.name, rank: t(`packs.rank.${issuer.rank}`) })
    : t('packs.from.shipped');
}

export function definitionWords({
  title,
  version,
}: Pick<NamedDefinition, 'title' | 'version'>): string {
  return t('packs.definition.is', { title, version });
}

/** The source and its day: nothing that was written from memory was ever checked. */
export function sourceWords({
  source,
  checkedOn,
  standing,
}: Pick<NamedDefinition, 'source' | 'checkedOn' | 'standing'>): string {
  return t(standing === 'recalled' ? 'packs.source.from-memory' : 'packs.source.is', {
    source,
    date: writtenDate(checkedOn),
  });
}
