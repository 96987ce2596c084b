import { type StoredRecord, withdrawAttachment } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { choicesOf } from '../../../components/choice.js';
import { ConfirmPanel } from '../../../components/confirm-panel.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { Radios } from '../../../components/radios.js';
import { useStillWrong } from '../../../components/use-still-wrong.js';
import { t } from '../../../locales/late.js';
import { useSave } from '../../act/use-save.js';
import { useNameApart } from '../../case/use-name-apart.js';
import { usePresentName } from '../../case/use-present-name.js';
import { whichFile } from './which-file.js';

export interface FilePanelProps {
  file: StoredRecord<'attachment'>;
  /** The person whose file it is. */
  subject: StoredRecord<'subject'>;
  onClose: () => void;
}

/** Asks why a file is withdrawn, then withdraws it. */
export function WithdrawFile({ file, subject, onClose }: FilePanelProps) {
  const { services, router } = useApp();
  const name = useNameApart()(usePresentName(subject));
  const which = whichFile(services.lists, file);
  const { isBusy, save } = useSave();
  const why = useSignal('');
  const id = useId();
  const problems = useSignal<readonly { readonly at?: string; readonly message: string }[]>([]);
  const withdraw = (): Promise<void> =>
    save(
      {
        work: `withdraw-attachment/${file.id}`,
        show: (issues) => {
          problems.value = issues;
        },
      },
      [file.heads, why.value],
      () => withdrawAttachment(file, why.value, services),
      () => ({
        heading: t('files.withdrawn', { file: which, name }),
        go: () => router.go({ name: 'subject', subject: subject.id, section: 'files' }),
      }),
    );
  const wrong = useStillWrong(problems.value, { withdrawnWhy: why.value });
  const errorAt = (at: string) => wrong.find((each) => each.at === at)?.message;
  return (
    <ConfirmPanel
      heading={t('files.withdraw.ask', { file: which, name })}
      confirm={t('files.withdraw.press', { name: file.value.name })}
      busy={isBusy}
      onConfirm={() => void withdraw()}
      onCancel={onClose}
    >
      <ErrorSummary
        check={problems.value}
        errors={wrong.map(({ at, message }) =>
          at === 'withdrawnWhy' ? { message, fieldId: id } : { message },
        )}
      />
      <p class="govuk-body">{t('files.withdraw.why')}</p>
      <Radios
        id={id}
        label={t('files.withdraw.reason')}
        choices={choicesOf(services.lists, 'attachment-withdrawal', services.today())}
        value={why.value}
        error={errorAt('withdrawnWhy')}
        onValue={(to) => {
          why.value = to;
        }}
      />
    </ConfirmPanel>
  );
}
