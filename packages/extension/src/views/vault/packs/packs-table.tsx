import { writtenDate } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { Button } from '../../../components/button.js';
import { Table } from '../../../components/table.js';
import { t } from '../../../locales/late.js';
import type { HeldPackRow, PacksRead } from '../../../ports/packs.js';
import { stateWords } from './pack-words.js';
import { SetAsideForm } from './set-aside-form.js';
import type { ChangePack } from './use-packs.js';

interface PacksTableProps {
  found: PacksRead;
  change: ChangePack;
}

/** Every pack that was ever taken in: nothing that was held is ever removed. */
export function PacksTable({ found, change }: PacksTableProps) {
  const asking = useSignal<HeldPackRow | undefined>(undefined);
  const asked = asking.value;
  const setAside = ({ digest, title }: HeldPackRow, reason: string): void => {
    asking.value = undefined;
    void change('set-aside', digest, reason, t('packs.set-aside.done', { title }));
  };
  return (
    <>
      <h2 class="govuk-heading-m">{t('packs.held')}</h2>
      {asked && (
        <SetAsideForm
          key={asked.digest}
          pack={asked}
          onConfirm={(reason) => setAside(asked, reason)}
          onCancel={() => {
            asking.value = undefined;
          }}
        />
      )}
      <Table
        caption={t('packs.held')}
        captionHidden
        stacks="early"
        empty={t('packs.held.none')}
        rows={found.packs.toReversed()}
        keyOf={({ digest }) => digest}
        columns={[
          {
            key: 'pack',
            heading: t('packs.pack'),
            cell: ({ title, version }) => t('packs.pack.is', { title, version }),
          },
          {
            key: 'from',
            heading: t('packs.from'),
            cell: ({ issuerName, rank }) =>
              rank === undefined
                ? issuerName
                : t('packs.from.is', { name: issuerName, rank: t(`packs.rank.${rank}`) }),
          },
          {
            key: 'since',
            heading: t('packs.since'),
            cell: ({ actsFrom }) => writtenDate(actsFrom),
          },
          { key: 'state', heading: t('packs.state'), cell: (each) => stateWords(each, found) },
          {
            key: 'taken-in',
            heading: t('packs.taken-in'),
            cell: ({ takenInOn, by }) =>
              t(`packs.taken-in.${by}`, { date: writtenDate(takenInOn) }),
          },
          {
            key: 'holds',
            heading: t('packs.holds'),
            cell: ({ definitions, refused }) =>
              [
                t('packs.holds.is', { count: definitions }),
                ...(refused > 0 ? [t('packs.holds.left-out', { count: refused })] : []),
              ].join(', '),
          },
          {
            key: 'actions',
            heading: t('packs.actions'),
            cell: (each) => (
              <PackAct
                pack={each}
                today={found.today}
                change={change}
                onAsk={() => {
                  asking.value = each;
                }}
              />
            ),
          },
        ]}
      />
    </>
  );
}

interface PackActProps {
  pack: HeldPackRow;
  today: PacksRead['today'];
  change: ChangePack;
  onAsk: () => void;
}

function PackAct({ pack, today, change, onAsk }: PackActProps) {
  const { digest, title, version, setAside, isHistory } = pack;
  const about = t('packs.pack.is', { title, version });
  if (setAside)
    return setAside.on === today ? (
      <Button
        kind="link"
        about={about}
        onPress={() => void change('put-back', digest, '', t('packs.put-back.done', { title }))}
      >
        {t('packs.put-back')}
      </Button>
    ) : null;
  return isHistory ? null : (
    <Button kind="link" about={about} onPress={onAsk}>
      {t('packs.set-aside')}
    </Button>
  );
}
