import { type CodeLists, codeLabel, type RetentionPeriod } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { Table } from '../../../components/table.js';
import { t } from '../../../locales/late.js';
import type { PacksRead } from '../../../ports/packs.js';
import { sourceWords } from '../../case/definition-words.js';

/** The periods and limits that the force’s policy sets, each with its standing and source; nothing if it sets none. */
export function PolicyTable({
  of: { timeLimits = [], retention = [] },
}: {
  of: PacksRead['ofPolicy'];
}) {
  const { lists } = useApp().services;
  const rows = [
    ...timeLimits.map(({ id, words, status, source, checkedOn }) => ({
      ...{ id, words, status, kind: 'time-limits' as const },
      source: sourceWords({ source, checkedOn, standing: status }),
    })),
    ...retention.map((each) => ({
      ...{ id: each.group, words: periodWords(each, lists), status: each.status },
      ...{ kind: 'retention-groups' as const, source: each.source },
    })),
  ];
  if (rows.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{t('packs.of-policy')}</h2>
      <p class="govuk-body">{t('packs.of-policy.place')}</p>
      <Table
        caption={t('packs.of-policy')}
        captionHidden
        stacks
        empty=""
        rows={rows}
        keyOf={({ kind, id, words }) => `${kind} ${id} ${words}`}
        columns={[
          { key: 'rule', heading: t('packs.of-policy.rule'), cell: ({ words }) => words },
          { key: 'kind', heading: t('packs.kind'), cell: ({ kind }) => t(`packs.kind.${kind}`) },
          {
            key: 'standing',
            heading: t('packs.standing'),
            cell: ({ status }) =>
              t(status === 'proposed' ? 'packs.of-policy.proposed' : `packs.standing.${status}`),
          },
          { key: 'source', heading: t('packs.source'), cell: ({ source }) => source },
        ]}
      />
    </>
  );
}

function periodWords(
  { group, clearYears, everyYears, untilAge }: RetentionPeriod,
  lists: CodeLists,
): string {
  const label = codeLabel(lists, 'retention-group', group);
  return [
    t('packs.of-policy.clear', { group: label, count: clearYears }),
    ...(everyYears === undefined ? [] : [t('packs.of-policy.every', { count: everyYears })]),
    ...(untilAge === undefined ? [] : [t('packs.of-policy.until', { age: untilAge })]),
  ].join(', ');
}
