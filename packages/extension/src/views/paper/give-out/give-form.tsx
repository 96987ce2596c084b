/**
 * Questions about a file of referrals. It is prepared first, so that the officer sees what is not in it; it leaves once it
 * is logged. Another answer to what decides its content asks for it to be prepared again.
 */
import { failed, type Issue, MARKINGS, type Marking, type StoredRecord } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { useApp, useOpenVault } from '../../../app/app.js';
import { loadFile } from '../../../app/loaded.js';
import { Button } from '../../../components/button.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { ProgressLine } from '../../../components/progress-line.js';
import { Radios } from '../../../components/radios.js';
import { t } from '../../../locales/late.js';
import type { FileExporter } from '../../../sandbox/file/file-service.js';
import { asIssue } from '../../act/as-issue.js';
import { MOST_NAMED, peopleHeld } from '../../act/people-of-save.js';
import { useDocumentDisclosure } from '../../act/use-document-disclosure.js';
import { ofKind } from '../../act/use-gathered.js';
import { useReading } from '../../capture/bring-in/use-reading.js';
import type { FileReady, FileStep } from './make-file.js';
import { NotInFile } from './not-in-file.js';
import { ReferralBoxes } from './referral-boxes.js';
import { referralChoices } from './referral-choices.js';

export function GiveForm({ records }: { records: readonly StoredRecord[] }) {
  const { services, session } = useApp();
  const { officer, kind } = useOpenVault();
  const choices = useMemo(() => referralChoices(records), [records]);
  const people = useMemo(() => ofKind(records, 'subject').map(({ id }) => id), [records]);
  const disclosure = useDocumentDisclosure(
    { records: people },
    { isOfSeveral: people.length > 1, mayKeep: true },
  );
  const { destination } = disclosure;
  const exporters = useSignal<readonly FileExporter[]>([]);
  const chosen = useSignal(choices.latest);
  const format = useSignal('');
  const marking = useSignal<Marking>(MARKINGS[1]);
  const making = useReading();
  const step = useSignal<FileStep>('narrowing');
  const problems = useSignal<readonly Issue[]>([]);
  const prepared = useSignal<{ readonly for: readonly unknown[]; readonly file: FileReady }>();
  useEffect(() => {
    void services
      .files()
      .then((files) => files.exporters())
      .catch((error: unknown) => failed(asIssue(error)))
      .then((asked) => {
        if (asked.ok) exporters.value = asked.value;
        else problems.value = asked.issues;
      });
  }, [services, exporters, problems]);

  const answers = [destination, format.value, marking.value, chosen.value];
  const isSame = prepared.value?.for.every((answer, at) => answer === answers[at]) === true;
  const file = isSame ? prepared.value?.file : undefined;
  const isAsking = making.isBusy.value || disclosure.isBusy;
  const change = (set: () => void): void => {
    set();
    problems.value = [];
  };
  const termsOf = ({ signal, onProgress }: Parameters<Parameters<typeof making.run>[0]>[0]) => ({
    signal,
    onProgress: (now: FileStep, done: number, of: number) => {
      step.value = now;
      onProgress(done, of);
    },
  });

  const prepare = async (): Promise<void> => {
    if (isAsking) return;
    const exporter = exporters.value.find(({ id }) => id === format.value);
    const unanswered = [
      ...(destination === '' ? [missing('destination', t('summary.destination.missing'))] : []),
      ...(exporter ? [] : [missing('format', t('give-out.format.missing'))]),
    ];
    problems.value = unanswered;
    if (!exporter || unanswered.length > 0) return;
    const referrals = choices.offered.flatMap(({ id }) => (chosen.value.has(id) ? [id] : []));
    step.value = 'narrowing';
    const wanted = { referrals, audience: destination, marking: marking.value, exporter };
    const made = await making.run(async (terms) => {
      const late = await loadFile(import('./make-file.js'));
      if (!late.ok) return late;
      return late.value.makeFile(records, wanted, officer.id, services, termsOf(terms));
    });
    if (made.ok) prepared.value = { for: answers, file: made.value };
    else problems.value = made.issues;
  };

  const give = async (ready: FileReady): Promise<void> => {
    const exporter = exporters.value.find(({ id }) => id === ready.made.format);
    if (isAsking || !exporter) return;
    const late = await loadFile(import('./make-file.js'));
    const { set, records: given } = ready.given;
    const inIt = new Set(given);
    const about = people.filter((id) => inIt.has(id));
    const count = set.records.referral?.length ?? 0;
    problems.value = await disclosure.leaveAs(
      () => {
        services.download(
          fileName(set.marking, services.today(), officer.id, exporter, kind === 'practice'),
          exporter.mediaType,
          ready.made.bytes,
        );
        prepared.value = undefined;
        const named = about.length > MOST_NAMED ? [] : about;
        void peopleHeld(services.store, named).then((held) =>
          session.say({ heading: t('give-out.done', { count }), people: held, about }),
        );
      },
      (said) =>
        making.run(async (terms) => {
          step.value = 'comparing';
          if (!late.ok) return late;
          return late.value.fileEntry(ready, records, said, services, termsOf(terms));
        }),
    );
  };

  const errorAt = (name: string): string | undefined =>
    problems.value.find(({ at }) => at === name)?.message;
  const errors = problems.value.map(({ message, at }) => ({
    message,
    ...(at === undefined ? {} : { fieldId: FIELD_OF[at] ?? `export-${at}` }),
  }));
  if (choices.offered.length === 0) return <p class="govuk-body">{t('give-out.no-referral')}</p>;
  return (
    <Form label={t('give-out.title')} onSubmit={() => void prepare()}>
      <p class="govuk-body">{t('give-out.why')}</p>
      <ErrorSummary errors={[...disclosure.errors, ...errors]} />
      {disclosure.left || (
        <>
          <ReferralBoxes
            id={FIELD_OF.referrals}
            choices={choices}
            chosen={chosen.value}
            error={errorAt('referrals')}
            onChosen={(next) =>
              change(() => {
                chosen.value = next;
              })
            }
          />
          {disclosure.fields}
          <Radios
            id={FIELD_OF.format}
            label={t('give-out.format')}
            error={errorAt('format')}
            choices={exporters.value.map(({ id, title }) => ({ value: id, label: title }))}
            value={format.value}
            onValue={(value) =>
              change(() => {
                format.value = value;
              })
            }
          />
          <Radios
            id={FIELD_OF.marking}
            label={t('give-out.marking')}
            hint={t('give-out.marking.hint')}
            error={errorAt('marking')}
            choices={MARKINGS.map((each) => ({ value: each, label: each }))}
            value={marking.value}
            onValue={(value) =>
              change(() => {
                marking.value = MARKINGS.find((each) => each === value) ?? MARKINGS[1];
              })
            }
          />
          <ProgressLine
            isBusy={making.isBusy.value}
            progress={making.progress}
            doing={t(`give-out.${step.value}`)}
            saying={(done, of) => t(`give-out.${step.value}.progress`, { done, of })}
            stop={{ label: t('give-out.stop'), press: making.stop }}
          />
          <Button type="submit" kind={file ? 'secondary' : 'primary'} busy={isAsking}>
            {t('give-out.prepare')}
          </Button>
          {file && (
            <>
              <NotInFile file={file} />
              <Button busy={isAsking} onPress={() => void give(file)}>
                {t('give-out.go')}
              </Button>
            </>
          )}
        </>
      )}
    </Form>
  );
}

/** Controls of this form, by the place that an issue names. */
const FIELD_OF: Readonly<Record<'referrals' | 'format' | 'marking', string>> &
  Readonly<Record<string, string | undefined>> = {
  referrals: 'give-out-referrals',
  format: 'give-out-format',
  marking: 'give-out-marking',
};

function missing(at: string, message: string): Issue {
  return { code: 'missing', severity: 'error', at, message };
}

/** The type, the marking, the day and the officer’s id: no person’s name. */
function fileName(
  marking: Marking,
  today: string,
  officer: string,
  { extension }: FileExporter,
  isPractice: boolean,
): string {
  const name = `referrals-${marking.toLowerCase()}-${today}-${officer.slice(0, 8)}.${extension}`;
  return isPractice ? `practice-${name}` : name;
}
