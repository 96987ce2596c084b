import {
  type ConcernTelling,
  civilDay,
  codeLabel,
  concernTellings,
  type StoredRecord,
} from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { Table } from '../../../components/table.js';
import { writtenMoment } from '../../../components/written-moment.js';
import { t } from '../../../locales/late.js';

/** Table of who was told what, and who has acknowledged it. */
export function ConcernTellings({ concern }: { concern: StoredRecord<'safeguardingConcern'> }) {
  const { lists } = useApp().services;
  const unknown = t('common.not-recorded');
  return (
    <Table
      caption={t('concern.told')}
      captionHidden
      empty={t('concern.told.none')}
      stacks
      rows={concernTellings(concern, lists).map((telling, place) => ({ telling, place }))}
      keyOf={({ place }) => String(place)}
      columns={[
        {
          key: 'who',
          heading: t('concern.told.who'),
          cell: ({ telling: { told, toldAt } }) =>
            told
              .map((code) => codeLabel(lists, 'safeguarding-told', code, civilDay(toldAt)))
              .join(', '),
        },
        {
          key: 'name',
          heading: t('concern.told.name'),
          cell: ({ telling: { toldWhom } }) => <span dir="auto">{toldWhom ?? unknown}</span>,
        },
        {
          key: 'when',
          heading: t('concern.told.when'),
          cell: ({ telling: { toldAt, toldHow } }) =>
            [writtenMoment(toldAt), toldHow].filter(Boolean).join(', '),
        },
        {
          key: 'what',
          heading: t('concern.told.what'),
          cell: ({ telling: { toldWhat } }) => <span dir="auto">{toldWhat ?? unknown}</span>,
        },
        {
          key: 'reference',
          heading: t('concern.told.reference'),
          cell: ({ telling: { reference } }) => <span dir="auto">{reference ?? unknown}</span>,
        },
        {
          key: 'acknowledged',
          heading: t('concern.told.ack'),
          cell: ({ telling: { acknowledgement } }) => acknowledgedWords(acknowledgement),
        },
      ]}
    />
  );
}

function acknowledgedWords(acknowledgement: ConcernTelling['acknowledgement']): string {
  if (acknowledgement === 'awaited') return t('concern.told.ack.awaited');
  if (acknowledgement === 'not-expected') return t('concern.told.ack.none');
  const { by, at } = acknowledgement;
  return t('concern.told.ack.by', { moment: writtenMoment(at), name: by });
}
