import {
  type AttachCommit,
  attachFiles,
  FILE_RULES,
  type FileToAttach,
  failed,
  type Issue,
  judgeFiles,
  keepFile,
  type Result,
  writtenSize,
} from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import type { RouteOf } from '../../../app/route.js';
import { askedOf } from '../../../components/asked-of.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { FileChooser } from '../../../components/file-chooser.js';
import { FormEnd } from '../../../components/form-end.js';
import { PageHeading } from '../../../components/page-heading.js';
import { RecordForm } from '../../../components/record-form.js';
import { useFormWork } from '../../../components/use-form-work.js';
import { useRecordForm } from '../../../components/use-record-form.js';
import { t } from '../../../locales/late.js';
import { useCase } from '../../act/use-case.js';
import { useSave } from '../../act/use-save.js';
import { type SubjectPage, subjectPage } from '../../case/subject-page.js';
import { useNameApart } from '../../case/use-name-apart.js';
import { usePresentName } from '../../case/use-present-name.js';
import { ChosenList } from './chosen-list.js';
import {
  type ChosenFile,
  notRead,
  type ReadFile,
  readFile,
  useChosenFiles,
} from './use-chosen-files.js';

/** Attaches files to the record of the person whose screen it is. */
export function AttachView({ route }: { route: RouteOf<'attach'> }) {
  const state = useCase(route.subject).value;
  if (state.name === 'loading') return <p role="status">{t('common.loading')}</p>;
  if (state.name === 'failed')
    return <ErrorSummary errors={[{ message: t('subject.not-logged', { why: state.why }) }]} />;
  const page = subjectPage(state.records);
  if (!page) return <p class="govuk-body">{t('subject.gone')}</p>;
  return <AttachForm page={page} />;
}

/** Asked once for all files of a save. */
const SHARED = askedOf('attachment', { without: ['what', 'name'] });
const OF_FILE = ['file', 'what', 'name'] as const;

function AttachForm({ page: { subject, records } }: { page: SubjectPage }) {
  const { services, router } = useApp();
  const name = useNameApart()(usePresentName(subject));
  const chosen = useChosenFiles(services.host.digest);
  const files = chosen.files.value;
  const form = useRecordForm({
    kind: 'attachment',
    only: SHARED,
    initial: { receivedOn: services.today() },
    alsoBefore: [
      'files',
      ...files.flatMap((_, nth) => OF_FILE.map((field) => `files.${nth}.${field}`)),
    ],
  });
  const work = useFormWork(`attach/${subject.id}`, form.values);
  const { isBusy, save } = useSave();
  const back = (): void => router.go({ name: 'subject', subject: subject.id, section: 'files' });

  const attach = async (): Promise<void> => {
    const checked = form.check(services.today());
    const missing = missingIn(files);
    if (!checked.ok || missing.length > 0) {
      form.showIssues([...missing, ...checked.issues]);
      return;
    }
    const of = files.map(({ print, what, name: called }) => ({ print, what, called }));
    const make = async (): Promise<Result<AttachCommit>> => {
      const { lists, host } = services;
      const context = { lists, host, subject, records };
      // Every file is judged before a piece of any is sealed: one that is refused leaves nothing behind.
      const read: Omit<FileToAttach, 'pieces'>[] = [];
      for (const [nth, each] of files.entries()) {
        const one = await fileAgain(each, nth);
        if (!one.ok) return one;
        const { what, name: called } = each;
        read.push({ ...checked.value, what, name: called, file: one.value.is });
      }
      const judged = judgeFiles(read, context);
      if (!judged.ok) return failed(...judged.issues.map(atControl));
      const kept: FileToAttach[] = [];
      for (const [nth, each] of files.entries()) {
        const one = await fileAgain(each, nth);
        const said = read[nth];
        if (!one.ok) return one;
        if (said) kept.push({ ...said, pieces: [...(await keepFile(one.value.bytes, services))] });
      }
      const made = attachFiles(kept, context);
      return made.ok ? made : failed(...made.issues.map(atControl));
    };
    await save({ work, show: form.showIssues }, [of, form.values.value], make, ({ ids }) => ({
      heading: t('files.attached', { count: ids.length, name }),
      go: back,
    }));
  };

  /** Read again: a file that has changed since it was chosen is refused. One is in memory at a time. */
  const fileAgain = async ({ file, print }: ChosenFile, nth: number): Promise<Result<ReadFile>> => {
    const again = await readFile(file, services.host.digest).catch(() => undefined);
    const read = again?.ok === false || again?.value.print === print ? again : undefined;
    if (!read) return failed({ ...notRead(file.name), at: `files.${nth}.file` });
    if (!read.ok)
      return failed(...read.issues.map((issue) => ({ ...issue, at: `files.${nth}.file` })));
    return read;
  };

  return (
    <div class="cp-read">
      <PageHeading caption={name}>{t('files.attach')}</PageHeading>
      <RecordForm
        form={form}
        work={work}
        lists={services.lists}
        on={services.today()}
        intro={<p class="govuk-body">{t('files.attach.intro', { name })}</p>}
        before={
          <>
            <FileChooser
              id={form.controlId('files')}
              label={t('files.choose')}
              hint={t('files.choose.hint', { most: writtenSize(FILE_RULES.mostBytes) })}
              then={t('files.choose.drop')}
              error={form.errorAt('files') ?? wordsOf(chosen.refused.value)}
              onFiles={(given) => void chosen.add(given)}
            />
            <ChosenList chosen={chosen} controlId={form.controlId} errorAt={form.errorAt} />
          </>
        }
        hints={
          files.length > 1
            ? { givenBy: t('files.given-by.all', { count: files.length }) }
            : undefined
        }
        onSubmit={() => void attach()}
      >
        <FormEnd work={work} busy={isBusy} onCancel={back}>
          {files.length === 0
            ? t('files.attach.submit.none', { name })
            : t('files.attach.submit', { count: files.length, name })}
        </FormEnd>
      </RecordForm>
    </div>
  );
}

function missingIn(files: readonly ChosenFile[]): readonly Issue[] {
  const missing = (at: string, message: string): Issue => ({
    code: 'missing',
    severity: 'error',
    at,
    message,
  });
  if (files.length === 0) return [missing('files', t('files.choose.missing'))];
  if (files.some(({ read }) => read === undefined)) return [missing('files', t('files.wait'))];
  return files.flatMap(({ what, name, file }, nth) => [
    ...(what === ''
      ? [missing(`files.${nth}.what`, t('files.what.missing', { name: file.name }))]
      : []),
    ...(name.trim() === '' ? [missing(`files.${nth}.name`, t('files.name.missing'))] : []),
  ]);
}

/** Questions asked once for all files show their issues once. */
function atControl(issue: Issue): Issue {
  const field = issue.at?.split('.').at(-1) ?? '';
  return SHARED.includes(field) ? { ...issue, at: field } : issue;
}

function wordsOf(issues: readonly Issue[]): string | undefined {
  return issues.length === 0 ? undefined : issues.map(({ message }) => message).join(' ');
}
