import {
  auditFileLines,
  type Checkpoint,
  digestGroups,
  writeCheckpoint,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { KeyGroups } from '../../../components/key-groups.js';
import { t } from '../../../locales/late.js';
import { useExport } from '../../act/export/use-export.js';
import { useDisclosure } from '../../act/use-disclosure.js';
import { usePrintOnce } from '../../act/use-print-once.js';

export interface AuditExportProps {
  /** Reads the log again: the page shows the export in it together with its checkpoint. */
  onLogged: () => Promise<void>;
}

/** Exports the audit as a file or as a checkpoint. The keeper signs either only once it has logged the export. */
export function AuditExport({ onLogged }: AuditExportProps) {
  const { services, session } = useApp();
  const { vault, store } = services;
  const disclosure = useDisclosure();
  const out = useExport(disclosure);
  const made = useSignal<Checkpoint | undefined>(undefined);

  const save = (of: 'file' | 'checkpoint'): Promise<void> =>
    out.run(async (asked) => {
      const checkpoint = await vault.checkpoint({ of, ...asked });
      // The type, the day and the device: no person's name.
      const end = `${services.today()}-${checkpoint.device.slice(0, 8)}`;
      if (of === 'file') {
        const { officer, signingKey } = (await vault.colleagueCard()).card;
        const headers = (await store.batchesSince(0)).map(({ header }) => header);
        const lines = auditFileLines({ keys: [{ officer, signingKey }], checkpoint }, headers);
        services.download(`audit-${end}.jsonl`, 'application/jsonl', [...lines].join(''));
      } else
        services.download(`audit-checkpoint-${end}.txt`, 'text/plain', writeCheckpoint(checkpoint));
      await onLogged();
      made.value = checkpoint;
      session.say({ heading: t(`audit.exported.${of}`) });
      return undefined;
    });

  return (
    <>
      <Form label={t('audit.export')} onSubmit={() => void save('checkpoint')}>
        <h2 class="govuk-heading-m">{t('audit.export')}</h2>
        <p class="govuk-body">{t('audit.export.why')}</p>
        <ErrorSummary errors={out.errors} />
        {out.left || (
          <>
            {disclosure.fields}
            <ButtonGroup>
              <Button type="submit" busy={out.isBusy}>
                {t('audit.export.checkpoint')}
              </Button>
              <Button kind="secondary" busy={out.isBusy} onPress={() => void save('file')}>
                {t('audit.export.file')}
              </Button>
            </ButtonGroup>
          </>
        )}
      </Form>
      {made.value && <CheckpointPanel checkpoint={made.value} />}
    </>
  );
}

/** Checkpoint to read aloud or print: a written copy allows a check of the audit on a later day. */
function CheckpointPanel({ checkpoint: { seq, head } }: { checkpoint: Checkpoint }) {
  const printed = usePrintOnce();
  return (
    <section aria-labelledby="audit-checkpoint">
      <h2 class="govuk-heading-m" id="audit-checkpoint">
        {t('audit.checkpoint', { seq })}
      </h2>
      <p class="govuk-body">{t('audit.checkpoint.covers')}</p>
      <p class="govuk-body">{t('audit.checkpoint.aloud')}</p>
      <KeyGroups groups={digestGroups(head)} labelledBy="audit-checkpoint" />
      <Button kind="secondary" onPress={printed.start}>
        {t('audit.checkpoint.print')}
      </Button>
    </section>
  );
}
