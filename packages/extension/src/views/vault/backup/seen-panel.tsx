import type { ComponentChildren } from 'preact';
import { SummaryList } from '../../../components/summary-list.js';
import { WarningText } from '../../../components/warning-text.js';
import { writtenMoment } from '../../../components/written-moment.js';
import { t } from '../../../locales/late.js';
import type { BackupSeen } from '../../../ports/services.js';
import { sentences } from '../packs/pack-words.js';
import { ResultHeading } from './result-heading.js';

/** Contents of a backup. */
export function SeenPanel({ seen, children }: { seen: BackupSeen; children: ComponentChildren }) {
  const { madeAt, kind, officer, isThisVault, records, batches, copies, disposedSince } = seen;
  const { changed, left, unconfirmed, packs } = seen;
  const areConfirmed = unconfirmed.length === 0;
  const rows = [
    { label: t('backup.seen.made'), value: writtenMoment(madeAt) },
    {
      label: t('backup.seen.of'),
      value: isThisVault ? t('backup.seen.of.this', { officer }) : officer,
    },
    { label: t('backup.seen.kind'), value: t(`backup.seen.kind.${kind}`) },
    { label: t('backup.seen.records'), value: records.toLocaleString('en-GB') },
    ...(copies > 0
      ? [{ label: t('backup.seen.copies'), value: copies.toLocaleString('en-GB') }]
      : []),
    ...(packs
      ? [
          {
            label: t('backup.seen.packs'),
            value: (packs.taken + packs.held).toLocaleString('en-GB'),
          },
        ]
      : []),
    {
      label: t(areConfirmed ? 'backup.seen.entries' : 'backup.seen.entries.unconfirmed'),
      value: batches.toLocaleString('en-GB'),
    },
    ...(areConfirmed
      ? []
      : [
          {
            label: t('backup.seen.unconfirmed'),
            value: (
              <ul class="govuk-list govuk-!-margin-bottom-0">
                {unconfirmed.map((one) => (
                  <li key={one.officer}>{officerWords(one)}</li>
                ))}
              </ul>
            ),
          },
        ]),
    ...(changed > 0
      ? [{ label: t('backup.seen.changed'), value: changed.toLocaleString('en-GB') }]
      : []),
    ...(disposedSince > 0
      ? [
          {
            label: t('backup.seen.disposed'),
            value: t('backup.seen.disposed.out', { count: disposedSince }),
          },
        ]
      : []),
  ];
  return (
    <section aria-labelledby="cp-backup-seen">
      <ResultHeading id="cp-backup-seen">
        {t(areConfirmed ? 'backup.seen' : 'backup.seen.not-confirmed')}
      </ResultHeading>
      <SummaryList rows={rows} />
      {!areConfirmed && <WarningText>{t('backup.seen.unconfirmed.why')}</WarningText>}
      {packs && packs.refused.length > 0 && <WarningText>{sentences(packs.refused)}</WarningText>}
      {left > 0 && <WarningText>{t('backup.seen.left', { count: left })}</WarningText>}
      {children}
    </section>
  );
}

function officerWords({ officer, name }: BackupSeen['unconfirmed'][number]): string {
  return name === undefined
    ? t('backup.seen.unconfirmed.officer', { id: officer.slice(0, 8) })
    : t('backup.seen.unconfirmed.who', { name });
}
