import { useSignal } from '@preact/signals';
import { Button } from '../../../components/button.js';
import { ConfirmPanel } from '../../../components/confirm-panel.js';
import { Table } from '../../../components/table.js';
import { t } from '../../../locales/late.js';
import type { IssuerRow } from '../../../ports/packs.js';
import { fromWords } from '../../case/definition-words.js';
import { trustWords } from './pack-words.js';
import type { ChangePack } from './use-packs.js';

interface IssuersTableProps {
  issuers: readonly IssuerRow[];
  change: ChangePack;
}

/** Issuers whose key was ever trusted here. */
export function IssuersTable({ issuers, change }: IssuersTableProps) {
  const asking = useSignal<IssuerRow | undefined>(undefined);
  const asked = asking.value;
  const distrust = ({ signingKey, name }: IssuerRow): void => {
    asking.value = undefined;
    void change('distrust', signingKey, '', t('packs.distrust.done', { name }));
  };
  return (
    <>
      <h2 class="govuk-heading-m">{t('packs.issuers')}</h2>
      {asked && (
        <ConfirmPanel
          heading={t('packs.distrust.question', { name: asked.name })}
          confirm={t('packs.distrust')}
          grave
          onConfirm={() => distrust(asked)}
          onCancel={() => {
            asking.value = undefined;
          }}
        >
          <p class="govuk-body">{t('packs.distrust.what')}</p>
        </ConfirmPanel>
      )}
      <Table
        caption={t('packs.issuers')}
        captionHidden
        stacks="early"
        empty={t('packs.issuers.none')}
        rows={issuers}
        keyOf={({ signingKey }) => signingKey}
        columns={[
          {
            key: 'issuer',
            heading: t('packs.issuer'),
            cell: (issuer) => fromWords({ issuer }),
          },
          {
            key: 'fingerprint',
            heading: t('packs.fingerprint'),
            cell: ({ fingerprint }) => fingerprint.join(' '),
          },
          { key: 'trusted', heading: t('packs.trusted'), cell: trustWords },
          {
            key: 'actions',
            heading: t('packs.actions'),
            cell: (each) =>
              each.by === 'officer' && each.recalledOn === undefined ? (
                <Button
                  kind="link"
                  about={each.name}
                  onPress={() => {
                    asking.value = each;
                  }}
                >
                  {t('packs.distrust')}
                </Button>
              ) : null,
          },
        ]}
      />
    </>
  );
}
