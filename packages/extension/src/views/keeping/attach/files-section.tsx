import {
  attachmentsOf,
  codeLabel,
  type RecordId,
  type StoredRecord,
  typeOfFile,
  writtenDate,
  writtenSize,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { t } from '../../../locales/late.js';
import type { SubjectPage } from '../../case/subject-page.js';
import { GiveFile } from './give-file.js';
import { MoveFile } from './move-file.js';
import { ShownFile } from './shown-file.js';
import { WithdrawFile } from './withdraw-file.js';

type Panel = 'look' | 'give' | 'move' | 'withdraw';

/** Files attached to the person's record, the latest received first. One is open at a time. */
export function FilesSection({ page: { subject, records } }: { page: SubjectPage }) {
  const { router } = useApp();
  const open = useSignal<{ readonly of: RecordId; readonly as: Panel } | undefined>(undefined);
  const files = attachmentsOf(records, subject.id);
  const close = (): void => {
    const from = open.value;
    open.value = undefined;
    if (from) document.getElementById(buttonId(from.of, from.as))?.focus();
  };
  return (
    <>
      <p>
        <Button kind="secondary" onPress={() => router.go({ name: 'attach', subject: subject.id })}>
          {t('files.attach')}
        </Button>
      </p>
      {files.length === 0 && <p class="govuk-body">{t('files.none')}</p>}
      <ul class="govuk-list cp-files">
        {files.map((file) => (
          <li key={file.id} class="cp-file">
            <FileLine
              file={file}
              onOpen={(as) => {
                open.value = { of: file.id, as };
              }}
            />
            {open.value?.of === file.id && open.value.as === 'look' && (
              <ShownFile file={file} onClose={close} />
            )}
            {open.value?.of === file.id && open.value.as === 'give' && (
              <GiveFile file={file} onClose={close} />
            )}
            {open.value?.of === file.id && open.value.as === 'move' && (
              <MoveFile file={file} subject={subject} onClose={close} />
            )}
            {open.value?.of === file.id && open.value.as === 'withdraw' && (
              <WithdrawFile file={file} subject={subject} onClose={close} />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

const LOOKED = ['look', 'give'] as const satisfies readonly Panel[];
const CHANGED = ['move', 'withdraw'] as const satisfies readonly Panel[];

function buttonId(file: RecordId, panel: Panel): string {
  return `file-${panel}-${file}`;
}

interface FileLineProps {
  file: StoredRecord<'attachment'>;
  onOpen: (panel: Panel) => void;
}

function FileLine({ file: { id, value }, onOpen }: FileLineProps) {
  const { services, router } = useApp();
  const { what, name, mediaType, receivedOn, size, givenBy, subjectId } = value;
  const words = codeLabel(services.lists, 'attachment-kind', what);
  const about = `${words} ${name}`;
  const opens = (panel: Panel) => (
    <Button
      key={panel}
      id={buttonId(id, panel)}
      kind="link"
      about={about}
      onPress={() => onOpen(panel)}
    >
      {t(`files.${panel}`)}
    </Button>
  );
  return (
    <>
      <p class="govuk-body cp-file__line">
        <span class="cp-file__type" aria-hidden="true">
          {typeOfFile(mediaType).short}
        </span>
        <span>
          <strong>{words}</strong> <span class="cp-file__name">{name}</span>
          <br />
          <span class="govuk-body-s">
            {t('files.meta', {
              on: writtenDate(receivedOn),
              size: writtenSize(size),
              from: givenBy,
            })}
          </span>
        </span>
      </p>
      <ButtonGroup>
        {LOOKED.map(opens)}
        <Button
          kind="link"
          about={about}
          onPress={() =>
            router.go({ name: 'act', act: 'correct-attachment', subject: subjectId, record: id })
          }
        >
          {t('files.correct')}
        </Button>
        {CHANGED.map(opens)}
      </ButtonGroup>
    </>
  );
}
