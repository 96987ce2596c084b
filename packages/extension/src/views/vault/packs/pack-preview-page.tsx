import { writtenDate } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { InsetText } from '../../../components/inset-text.js';
import { SummaryList } from '../../../components/summary-list.js';
import { WarningText } from '../../../components/warning-text.js';
import { writtenMoment } from '../../../components/written-moment.js';
import { t } from '../../../locales/late.js';
import type { PackPreview } from '../../../ports/packs.js';
import { ChangeTable } from './change-table.js';
import { ComparedKey } from './compared-key.js';
import { leftOutWords, saidByOfficer, sentences } from './pack-words.js';
import type { PackFile, ShownPack } from './use-pack-file.js';

interface PackPreviewPageProps {
  pack: PackFile;
  shown: ShownPack;
}

/** A pack and its changes; a key that nobody here has compared is compared first. */
export function PackPreviewPage({ pack, shown: { preview } }: PackPreviewPageProps) {
  const { router } = useApp();
  const errors = preview.issues.filter(({ severity }) => severity === 'error');
  const warnings = preview.issues.filter(({ severity }) => severity === 'warning');
  const isUnknown = errors.some(({ code }) => code === 'pack-issuer-unknown');
  const isLost = errors.some(({ code }) => code === 'pack-key-recalled');
  const others = errors.filter(({ code }) => code !== 'pack-issuer-unknown');
  return (
    <>
      {others.length > 0 && (
        <InsetText>
          <strong>{t('take-pack.refused')}</strong>. {sentences(others)}
        </InsetText>
      )}
      {warnings.length > 0 && <InsetText>{sentences(warnings)}</InsetText>}
      {preview.old.length > 0 && <WarningText>{sentences(preview.old)}</WarningText>}
      <div class="cp-read">
        <h2 class="govuk-heading-m">{t('take-pack.about')}</h2>
        <SummaryList rows={aboutRows(preview)} />
        {(isUnknown || isLost) && <ComparedKey pack={pack} preview={preview} />}
      </div>
      {!isUnknown && <Changes preview={preview} />}
      <LeftOut preview={preview} />
      <ButtonGroup>
        {errors.length === 0 && (
          <Button busy={pack.isBusy.value} onPress={() => void pack.take()}>
            {t(warnings.length > 0 ? 'take-pack.take-history' : 'take-pack.take')}
          </Button>
        )}
        <Button kind="secondary" onPress={pack.forget}>
          {t('take-pack.another')}
        </Button>
        <Button kind="link" onPress={() => router.back()}>
          {t('common.cancel')}
        </Button>
      </ButtonGroup>
    </>
  );
}

function aboutRows(preview: PackPreview) {
  const { title, version, issuerName, issuer, madeAt, actsFrom, to, fingerprint } = preview;
  const trust = issuer
    ? issuer.by === 'policy'
      ? t('take-pack.trusted', { name: issuer.name, rank: t(`packs.rank.${issuer.rank}`) })
      : saidByOfficer(issuer)
    : t('take-pack.unknown', { name: issuerName });
  return [
    { label: t('take-pack.title-is'), value: t('packs.pack.is', { title, version }) },
    { label: t('take-pack.says'), value: issuerName },
    { label: t('packs.trusted'), value: trust },
    // The groups to compare show it.
    ...(issuer ? [{ label: t('packs.fingerprint'), value: fingerprint.join(' ') }] : []),
    { label: t('take-pack.made'), value: writtenMoment(madeAt) },
    { label: t('take-pack.from'), value: writtenDate(actsFrom) },
    {
      label: t('take-pack.to'),
      value: to === undefined ? t('take-pack.to.open') : writtenDate(to),
    },
  ];
}

function Changes({ preview: { changes, counts } }: { preview: PackPreview }) {
  const said = COUNTED.flatMap((change) => {
    const count = counts[change] ?? 0;
    return count > 0 ? [t(`take-pack.count.${change}`, { count })] : [];
  });
  return (
    <>
      <h2 class="govuk-heading-m">{t('take-pack.changes')}</h2>
      <p class="govuk-body">{said.join(', ') || t('take-pack.changes.none')}</p>
      {changes.length > 0 && <ChangeTable changes={changes} />}
    </>
  );
}

/** In the order of how much an officer has to look at each. */
const COUNTED = [
  'new',
  'changed',
  'withdrawn',
  'recalled',
  'kept',
  'outranked',
  'not-in-force',
  'redated',
  'same',
] as const;

function recallWords({
  kind,
  id,
  versions,
  reason,
  isOfNothing,
}: PackPreview['recalls'][number]): string {
  const recall = t('take-pack.recalls.is', { kind, id, versions, reason });
  return isOfNothing ? t('take-pack.recalls.nothing', { recall }) : recall;
}

function LeftOut({ preview: { refused, recalls } }: { preview: PackPreview }) {
  return (
    <>
      {refused.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{t('take-pack.left-out')}</h2>
          <ul class="govuk-list govuk-list--bullet">
            {refused.map((each) => (
              <li key={`${each.kind} ${each.id} ${each.title}`}>{leftOutWords(each)}</li>
            ))}
          </ul>
        </>
      )}
      {recalls.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{t('take-pack.recalls')}</h2>
          <ul class="govuk-list govuk-list--bullet">
            {recalls.map((recall) => (
              <li key={`${recall.kind} ${recall.id} ${recall.versions}`}>{recallWords(recall)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
