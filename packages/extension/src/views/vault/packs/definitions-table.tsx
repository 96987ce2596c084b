import { writtenDate } from '@cyber-prevent/core';
import { Table } from '../../../components/table.js';
import { t } from '../../../locales/late.js';
import type { InForceRow } from '../../../ports/packs.js';
import { definitionWords, fromWords, sourceWords } from '../../case/definition-words.js';
import { replacedWords } from './pack-words.js';

interface DefinitionsTableProps {
  caption: string;
  rows: readonly InForceRow[];
  empty: string;
}

/** Definitions with their standing and source: none is shown without. */
export function DefinitionsTable({ caption, rows, empty }: DefinitionsTableProps) {
  const isTwice = ({ title }: InForceRow): boolean =>
    rows.filter((each) => each.title === title).length > 1;
  return (
    <Table
      caption={caption}
      captionHidden
      stacks="early"
      empty={empty}
      rows={rows}
      keyOf={({ kind, id, version, pack, issuer }) =>
        `${kind} ${id} ${version} ${pack?.id} ${issuer?.name}`
      }
      columns={[
        {
          key: 'definition',
          heading: t('packs.definition'),
          cell: (row) =>
            isTwice(row)
              ? t('packs.definition.id', { definition: definitionWords(row), id: row.id })
              : definitionWords(row),
        },
        {
          key: 'kind',
          heading: t('packs.kind'),
          cell: ({ kind, entries }) => (
            <>
              {t(`packs.kind.${kind}`)}
              <br />
              {t('packs.entries', { count: entries })}
            </>
          ),
        },
        { key: 'from', heading: t('packs.from'), cell: fromWords },
        {
          key: 'since',
          heading: t('packs.since'),
          cell: ({ since }) =>
            since === undefined ? t('packs.since.release') : writtenDate(since),
        },
        {
          key: 'standing',
          heading: t('packs.standing'),
          cell: ({ standing }) => t(`packs.standing.${standing}`),
        },
        { key: 'source', heading: t('packs.source'), cell: sourceWords },
        {
          key: 'displaced',
          heading: t('packs.displaced'),
          cell: ({ displaced }) =>
            displaced.map(replacedWords).join('; ') || t('packs.displaced.none'),
        },
      ]}
    />
  );
}
