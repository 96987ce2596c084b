/** Question asked before taking in a file or a pack that nobody here can vouch for. */
import { codeLabel } from '@cyber-prevent/core';
import { useId } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { ConfirmPanel } from '../../../components/confirm-panel.js';
import { KeyGroups } from '../../../components/key-groups.js';
import { writtenMoment } from '../../../components/written-moment.js';
import { t } from '../../../locales/late.js';
import type { OpenedAdapter, OpenedFile } from '../../../ports/adapters.js';

type Signer = NonNullable<OpenedFile['by']>;

const isUnproved = ({ isProved, pages }: OpenedAdapter): boolean => pages > 0 && !isProved;

export function needsCheck({ by, adapters }: OpenedFile): boolean {
  return (
    (by && !by.isKnown) || adapters.some((each) => isUnproved(each) || each.ousts !== undefined)
  );
}

export interface OpenedCheckProps {
  opened: OpenedFile;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asks one question per file, the gravest. The list below it says the rest. */
export function OpenedCheck({ opened, onConfirm, onCancel }: OpenedCheckProps) {
  const { by, adapters } = opened;
  const acts = { onConfirm, cancel: t('adapters.check.cancel'), onCancel };
  if (by && !by.isKnown)
    return (
      <ConfirmPanel
        heading={t('adapters.signer')}
        confirm={t('adapters.signer.confirm')}
        grave={adapters.some(isUnproved)}
        {...acts}
      >
        <SignerKey by={by} />
        <p class="govuk-body">{t('adapters.signer.holds', { count: adapters.length })}</p>
        <OpenedList adapters={adapters} />
      </ConfirmPanel>
    );
  const why = adapters.some(isUnproved) ? 'adapters.unproved' : 'adapters.ousts';
  return (
    <ConfirmPanel heading={t(why)} confirm={t('adapters.check.confirm')} grave {...acts}>
      <p class="govuk-body">{t(`${why}.what`)}</p>
      <OpenedList adapters={adapters} />
    </ConfirmPanel>
  );
}

/** Signer of a pack, by its own account, and the key to compare before that is believed. */
function SignerKey({ by }: { by: Signer }) {
  const { lists } = useApp().services;
  const titleId = useId();
  const { name, title, madeAt, fingerprint } = by;
  const force = codeLabel(lists, 'force', by.force);
  return (
    <>
      <p class="govuk-body">
        {t('adapters.signer.says', { name, force, title, date: writtenMoment(madeAt) })}
      </p>
      <p class="govuk-body" id={titleId}>
        {t('adapters.signer.compare')}
      </p>
      <KeyGroups groups={fingerprint} labelledBy={titleId} />
    </>
  );
}

function OpenedList({ adapters }: Pick<OpenedFile, 'adapters'>) {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {adapters.map(({ adapter, message, ousts }) => (
        <li key={adapter.id}>
          {adapter.title}, {adapter.version}. {message} {ousts && oustedWords(ousts)}
        </li>
      ))}
    </ul>
  );
}

function oustedWords({ adapter: { version }, from }: NonNullable<OpenedAdapter['ousts']>): string {
  if (from === 'pack') return t('adapters.ousts.pack', { version });
  return t(from === 'policy' ? 'adapters.ousts.policy' : 'adapters.ousts.shipped', { version });
}
