/** The adapters for reading pages: the list with the state of each, loading them, and giving them to others. */
import type { Issue, Result } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { t } from '../../../locales/late.js';
import type { OpenedFile } from '../../../ports/adapters.js';
import type { ListedAdapter } from '../../../ports/services.js';
import { FileInput } from '../backup/file-input.js';
import { AdapterList } from './adapter-list.js';
import { GiveAdapters } from './give-adapters.js';
import { needsCheck, OpenedCheck } from './opened-check.js';
import type { Adapters } from './use-adapters.js';

const FILE_ID = 'adapter-file';
/** Larger than any pack may be; the rest is not even read. */
const LARGEST_FILE = 48 * 1024 * 1024;

export function AdaptersPanel({ read, reload }: Adapters) {
  const { services } = useApp();
  const errors = useSignal<readonly Issue[]>([]);
  const done = useSignal('');
  const asking = useSignal<OpenedFile | undefined>(undefined);
  const control = useRef<HTMLInputElement>(null);
  const { listed = [], issues = [], isLost } = read.value ?? {};

  const act = async (work: () => Promise<string | readonly Issue[]>): Promise<void> => {
    done.value = '';
    errors.value = [];
    try {
      const outcome = await work();
      // The list comes first, so that a success message is never ahead of what is visible.
      await reload();
      if (typeof outcome === 'string') done.value = outcome;
      else errors.value = outcome;
    } catch {
      errors.value = [{ code: 'no-answer', severity: 'error', message: t('adapters.no-answer') }];
    }
  };
  const take = async (opened: OpenedFile): Promise<string | readonly Issue[]> => {
    asking.value = undefined;
    const taken: Result<unknown> = await services.adapters.take(opened);
    return taken.ok ? takenWords(opened) : taken.issues;
  };
  const takeAsked = async (): Promise<string | readonly Issue[]> =>
    asking.value ? take(asking.value) : '';
  const load = (): Promise<void> =>
    act(async () => {
      const file = control.current?.files?.[0];
      if (!file) return [];
      if (file.size > LARGEST_FILE) return [TOO_LARGE];
      asking.value = undefined;
      const opened = await services.adapters.open(await file.text());
      if (control.current) control.current.value = '';
      if (!opened.ok) return opened.issues;
      if (!needsCheck(opened.value)) return take(opened.value);
      asking.value = opened.value;
      return '';
    });
  const acts = {
    remove: (id: string) =>
      act(async () => {
        await services.adapters.remove(id);
        return t('adapters.removed');
      }),
    switchOff: ({ adapter }: ListedAdapter, isOff: boolean) =>
      act(async () => {
        await services.adapters.switchOff(adapter, isOff);
        const { title } = adapter;
        return t(isOff ? 'adapters.switched-off' : 'adapters.switched-on', { title });
      }),
    give: (each: ListedAdapter) =>
      act(async () => {
        const { id, title } = each.adapter;
        const text = await services.adapters.fileOf(each);
        services.download(`${id.replace('/', '.')}.adapter.json`, 'application/json', text);
        return t('adapters.exported', { title });
      }),
  };
  const refuse = (): void => {
    asking.value = undefined;
    done.value = t('adapters.check.refused');
  };

  return (
    <>
      <p class="govuk-body">{t('adapters.what')}</p>
      <ErrorSummary
        title={t('adapters.refused')}
        errors={errors.value.map((issue) => ({ message: sentence(issue), fieldId: FILE_ID }))}
        check={errors.value}
      />
      {issues.length > 0 && (
        <div class="govuk-inset-text">
          <p class="govuk-body">{t('adapters.wrong')}</p>
          <ul class="govuk-list govuk-list--bullet">
            {issues.map((issue, nth) => (
              <li key={`${nth} ${issue.at}`}>{sentence(issue)}</li>
            ))}
          </ul>
        </div>
      )}
      <Form>
        <FileInput
          id={FILE_ID}
          label={t('adapters.load')}
          hint={t('adapters.load.hint')}
          error={errors.value.length > 0 ? t('adapters.refused') : undefined}
          accept=".json,application/json"
          control={control}
          onChange={() => void load()}
        />
      </Form>
      {asking.value && (
        <OpenedCheck
          opened={asking.value}
          onConfirm={() => void act(takeAsked)}
          onCancel={refuse}
        />
      )}
      <p class="govuk-body" role="status">
        {done.value}
      </p>
      {isLost ? (
        <p class="govuk-body" role="alert">
          {t('adapters.lost')}
        </p>
      ) : (
        read.value && <AdapterList listed={listed} acts={acts} />
      )}
      <GiveAdapters listed={listed} />
    </>
  );
}

function takenWords({ adapters, by }: OpenedFile): string {
  const [first] = adapters;
  if (by) return t('adapters.loaded.pack', { title: by.title, count: adapters.length });
  return first ? t('adapters.loaded', { title: first.adapter.title, message: first.message }) : '';
}

const TOO_LARGE: Issue = {
  code: 'adapter-invalid',
  severity: 'error',
  message: t('adapters.large'),
};

function sentence({ at, message }: Issue): string {
  return at ? `${at.charAt(0).toUpperCase()}${at.slice(1)}: ${message}` : message;
}
