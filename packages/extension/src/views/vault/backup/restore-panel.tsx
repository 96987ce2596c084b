/** Opens a backup to check it, and then restores it once the officer says so. */
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { ErrorSummary, type SummaryError } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { InsetText } from '../../../components/inset-text.js';
import { useStillWrong } from '../../../components/use-still-wrong.js';
import { writtenMoment } from '../../../components/written-moment.js';
import { t } from '../../../locales/late.js';
import type { BackupSeen, RestoreCount, VaultSecret } from '../../../ports/services.js';
import {
  CURRENT,
  CurrentSecret,
  missingIn,
  NOTHING_TYPED,
  secretOf,
  type Typed,
} from '../settings/current-secret.js';
import { FileInput } from './file-input.js';
import { SeenPanel } from './seen-panel.js';
import { useLongWork } from './use-long-work.js';
import { WorkStatus } from './work-status.js';

const FILE = 'cp-backup-file';

export interface RestorePanelProps {
  /** Into the open vault, or as the vault of this computer. */
  into: 'this-vault' | 'this-computer';
  /** Called just before a vault is set up here. */
  onBegin?: () => void;
  onRestored: (count: RestoreCount, seen: BackupSeen) => void;
}

interface Checked {
  readonly file: File;
  readonly secret: VaultSecret;
  readonly seen: BackupSeen;
}

export function RestorePanel({ into, onBegin, onRestored }: RestorePanelProps) {
  const { backup } = useApp().services;
  const [file, list] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
  const typed = useSignal<Typed>(NOTHING_TYPED);
  const missing = useSignal<readonly SummaryError[]>([]);
  /** Times that a file was chosen. */
  const picked = useSignal(0);
  const checked = useSignal<Checked | undefined>(undefined);
  const work = useLongWork();

  const check = async (): Promise<void> => {
    const chosen = file.current?.files?.[0];
    const noSecret = missingIn(typed.value);
    missing.value = [
      ...(chosen ? [] : [{ message: t('backup.file.missing'), fieldId: FILE }]),
      ...(noSecret ? [{ message: noSecret, fieldId: CURRENT }] : []),
    ];
    checked.value = undefined;
    if (!chosen || noSecret) return;
    const secret = secretOf(typed.value);
    const seen = await work.run((watched) => backup.drill(chosen, secret, watched));
    // Another file was chosen in the meantime: never offer the contents of a file that the box no longer names.
    if (seen && file.current?.files?.[0] === chosen) checked.value = { file: chosen, secret, seen };
  };
  const takeIn = async ({ file: chosen, secret, seen }: Checked): Promise<void> => {
    const take = into === 'this-vault' ? backup.restore : backup.moveHere;
    const count = await work.run(async (watched) => {
      const disposed = (await list.current?.files?.[0]?.text()) ?? '';
      onBegin?.();
      return take(chosen, secret, disposed, watched);
    });
    if (!count) return;
    typed.value = NOTHING_TYPED;
    checked.value = undefined;
    onRestored(count, seen);
  };
  const wrong = useStillWrong(missing.value, { [FILE]: picked.value, [CURRENT]: typed.value });
  const errorAt = (id: string) => wrong.find(({ fieldId }) => fieldId === id)?.message;
  const errors = [...wrong, ...(work.problem.value ? [{ message: work.problem.value }] : [])];
  const found = checked.value;

  return (
    <Form label={t('backup.try')} onSubmit={() => void check()}>
      <ErrorSummary check={missing.value} errors={errors} />
      <FileInput
        id={FILE}
        label={t('backup.file')}
        hint={t('backup.file.hint')}
        error={errorAt(FILE)}
        accept=".cpbackup"
        control={file}
        onChange={() => {
          checked.value = undefined;
          picked.value += 1;
        }}
      />
      <CurrentSecret typed={typed} error={errorAt(CURRENT)} words="lock" />
      <ButtonGroup>
        <Button type="submit" kind="secondary" busy={work.busy.value}>
          {t('backup.check')}
        </Button>
      </ButtonGroup>
      {found && (
        <SeenPanel seen={found.seen}>
          {into === 'this-vault' && !found.seen.isThisVault && (
            <InsetText>
              {t('backup.seen.other', { officer: found.seen.officer })}
              {found.seen.packs && ` ${t('backup.seen.other.packs')}`}
            </InsetText>
          )}
          <p class="govuk-body">
            {t(into === 'this-vault' ? 'backup.restore.why' : 'backup.here.why')}
          </p>
          {into === 'this-computer' && <p class="govuk-body">{t('backup.here.old')}</p>}
          <p class="govuk-body">{t('backup.restore.ask')}</p>
          <FileInput
            id="cp-backup-list"
            label={t('backup.list')}
            hint={t('backup.list.hint', { at: writtenMoment(found.seen.madeAt) })}
            accept=".json"
            control={list}
          />
          <Button kind="secondary" busy={work.busy.value} onPress={() => void takeIn(found)}>
            {t(into === 'this-vault' ? 'backup.restore' : 'backup.here.go')}
          </Button>
        </SeenPanel>
      )}
      <WorkStatus work={work} />
    </Form>
  );
}
