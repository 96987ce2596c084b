import type { Issue } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { FileChooser } from '../../../components/file-chooser.js';
import { Form } from '../../../components/form.js';
import { PageHeading } from '../../../components/page-heading.js';
import { Radios } from '../../../components/radios.js';
import { t } from '../../../locales/late.js';
import type { FileImporter } from '../../../sandbox/file/file-service.js';
import { asIssue } from '../../act/as-issue.js';
import { type BroughtIn, importersFor } from './brought-in.js';
import { readChosen } from './read-file.js';
import { ReadingLine } from './reading-line.js';
import { useReading } from './use-reading.js';

/** Chooses a file and, where several importers read such files, the one for it. */
export function ChooseFile({ onRead }: { onRead: (file: BroughtIn) => void }) {
  const { services, router } = useApp();
  const importers = useSignal<readonly FileImporter[]>([]);
  const file = useSignal<File | undefined>(undefined);
  const chosen = useSignal('');
  const problems = useSignal<readonly Issue[]>([]);
  const reading = useReading();
  const asking = useRef<Promise<void>>(undefined);
  useEffect(() => {
    const tell = (issues: readonly Issue[]): void => {
      problems.value = issues;
    };
    asking.current = services
      .files()
      .then((service) => service.importers())
      .then(
        (asked) => {
          if (asked.ok) importers.value = asked.value;
          else tell(asked.issues);
        },
        (error: unknown) => tell([asIssue(error)]),
      );
  }, [services, importers, problems]);

  const fit = () => {
    const all = file.value ? importersFor(file.value, importers.value) : [];
    const one = all.length === 1 ? all[0] : all.find(({ id }) => id === chosen.value);
    return { fitting: all, importer: one };
  };
  const { fitting, importer } = fit();
  const read = async (): Promise<void> => {
    // A file may be chosen before it is known which can be read.
    await asking.current;
    const { value: given } = file;
    const now = fit();
    const missing = !given
      ? t('bring-in.missing')
      : now.fitting.length === 0
        ? t('bring-in.unknown', { name: given.name })
        : now.importer
          ? undefined
          : t('bring-in.which.missing');
    problems.value =
      missing === undefined ? [] : [{ code: 'missing', severity: 'error', message: missing }];
    const by = now.importer;
    if (!given || !by) return;
    const outcome = await reading.run(async (terms) =>
      readChosen(await services.files(), given, by, { ...terms, today: services.today() }),
    );
    if (outcome.ok) onRead(outcome.value);
    else problems.value = outcome.issues;
  };

  const error = problems.value.map(({ message }) => message).join(' ') || undefined;
  const fieldId = file.value && fitting.length > 1 && !importer ? WHICH : FILE;
  const endings = [...new Set(importers.value.flatMap(({ extensions }) => extensions))];
  return (
    <div class="cp-read">
      <PageHeading>{t('bring-in.title')}</PageHeading>
      <ErrorSummary errors={problems.value.map(({ message }) => ({ message, fieldId }))} />
      <p class="govuk-body">{t('bring-in.intro')}</p>
      <Form onSubmit={() => void read()}>
        <FileChooser
          id={FILE}
          label={t('bring-in.file')}
          hint={importers.value.map(({ title }) => title).join(', ')}
          then={file.value ? t('bring-in.chosen', { name: file.value.name }) : t('bring-in.then')}
          error={fieldId === FILE ? error : undefined}
          accept={endings.map((ending) => `.${ending}`).join()}
          one
          onFiles={([given]) => {
            if (!given) return;
            file.value = given;
            chosen.value = '';
            problems.value = [];
          }}
        />
        {fitting.length > 1 && (
          <Radios
            id={WHICH}
            label={t('bring-in.which')}
            error={fieldId === WHICH ? error : undefined}
            choices={fitting.map(({ id, title }) => ({ value: id, label: title }))}
            value={chosen.value}
            onValue={(value) => {
              chosen.value = value;
              problems.value = [];
            }}
          />
        )}
        <ReadingLine reading={reading} />
        <ButtonGroup>
          <Button type="submit" busy={reading.isBusy.value}>
            {t('bring-in.read')}
          </Button>
          {!reading.isBusy.value && (
            <Button kind="link" onPress={() => router.back()}>
              {t('common.cancel')}
            </Button>
          )}
        </ButtonGroup>
      </Form>
    </div>
  );
}

const FILE = 'bring-in-file';
const WHICH = 'bring-in-which';
