/** The adapters that pages are read with: which there are, and loading one from a file. */
import type { Issue } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import type { ListedAdapter } from '../../app/services.js';
import { Button } from '../../components/button.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { Form } from '../../components/form.js';
import { type Column, Table } from '../../components/table.js';
import { t } from '../../locales/late.js';
import { FileInput } from '../backup/file-input.js';

const FILE_ID = 'adapter-file';
/** Larger than any adapter may be; the rest is not even read. */
const LARGEST_FILE = 1024 * 1024;

export function AdaptersPanel() {
  const { services } = useApp();
  const listed = useSignal<readonly ListedAdapter[]>([]);
  const policyIssues = useSignal<readonly Issue[]>([]);
  const errors = useSignal<readonly Issue[]>([]);
  const done = useSignal('');
  const control = useRef<HTMLInputElement>(null);
  const show = useCallback(async () => {
    const { listed: all, issues } = await services.adapters.list();
    listed.value = all;
    policyIssues.value = issues;
  }, [services, listed, policyIssues]);
  useEffect(() => {
    show().catch(() => undefined);
  }, [show]);

  const act = async (work: () => Promise<string | readonly Issue[]>): Promise<void> => {
    done.value = '';
    errors.value = [];
    try {
      const outcome = await work();
      if (typeof outcome === 'string') done.value = outcome;
      else errors.value = outcome;
      await show();
    } catch {
      errors.value = [{ code: 'no-answer', severity: 'error', message: t('settings.no-answer') }];
    }
  };
  const load = (): Promise<void> =>
    act(async () => {
      const file = control.current?.files?.[0];
      if (!file) return [];
      if (file.size > LARGEST_FILE) return [TOO_LARGE];
      const result = await services.adapters.load(await file.text());
      if (control.current) control.current.value = '';
      return result.ok
        ? t('settings.adapters.loaded', { title: result.value.title })
        : result.issues;
    });
  const remove = (id: string): Promise<void> =>
    act(async () => {
      await services.adapters.remove(id);
      return t('settings.adapters.removed');
    });

  return (
    <>
      <h2 class="govuk-heading-m">{t('settings.adapters')}</h2>
      <p class="govuk-body">{t('settings.adapters.what')}</p>
      <ErrorSummary
        title={t('settings.adapters.refused')}
        errors={errors.value.map((issue) => ({ message: sentence(issue), fieldId: FILE_ID }))}
        check={errors.value}
      />
      {policyIssues.value.length > 0 && (
        <div class="govuk-inset-text">
          <p class="govuk-body">{t('settings.adapters.wrong')}</p>
          <ul class="govuk-list govuk-list--bullet">
            {policyIssues.value.map((issue, nth) => (
              <li key={`${nth} ${issue.at}`}>{sentence(issue)}</li>
            ))}
          </ul>
        </div>
      )}
      <Form>
        <FileInput
          id={FILE_ID}
          label={t('settings.adapters.load')}
          hint={t('settings.adapters.load.hint')}
          error={errors.value.length > 0 ? t('settings.adapters.refused') : undefined}
          accept=".json,application/json"
          control={control}
          onChange={() => void load()}
        />
      </Form>
      <p class="govuk-body" role="status">
        {done.value}
      </p>
      <Table
        caption={t('settings.adapters')}
        captionHidden
        stacks
        columns={columns((id) => void remove(id))}
        rows={listed.value}
        keyOf={({ adapter: { id, version }, from }) => `${from} ${id} ${version}`}
        empty={t('settings.adapters.none')}
      />
    </>
  );
}

const TOO_LARGE: Issue = {
  code: 'adapter-invalid',
  severity: 'error',
  message: t('settings.adapters.large'),
};

function sentence({ at, message }: Issue): string {
  return at ? `${at.charAt(0).toUpperCase()}${at.slice(1)}: ${message}` : message;
}

const FROM = {
  shipped: 'settings.adapters.from.shipped',
  policy: 'settings.adapters.from.policy',
  file: 'settings.adapters.from.file',
} as const;

function columns(remove: (id: string) => void): readonly Column<ListedAdapter>[] {
  return [
    {
      key: 'title',
      heading: t('settings.adapters.title'),
      cell: ({ adapter: { title, id } }) => (
        <>
          {title} <span class="govuk-hint">{id}</span>
        </>
      ),
    },
    {
      key: 'version',
      heading: t('settings.adapters.version'),
      cell: ({ adapter: { version }, isOff }) =>
        isOff ? `${version} ${t('settings.adapters.off')}` : version,
    },
    { key: 'owner', heading: t('settings.adapters.owner'), cell: ({ adapter }) => adapter.owner },
    {
      key: 'expires',
      heading: t('settings.adapters.expires'),
      cell: ({ adapter: { expires } }) => expires ?? t('settings.adapters.never'),
    },
    {
      key: 'from',
      heading: t('settings.adapters.from'),
      cell: ({ adapter: { id, title }, from }) => (
        <>
          {t(FROM[from])}
          {from === 'file' && (
            <>
              {' '}
              <Button kind="link" onPress={() => remove(id)}>
                {t('settings.adapters.remove')}
                <span class="govuk-visually-hidden"> {title}</span>
              </Button>
            </>
          )}
        </>
      ),
    },
  ];
}
