/** Attach files to a person’s record, and put right what one of them is said to be. */
import type { Attachment } from '../../../record/attachment.js';
import { filledFields } from '../../../record/filled-fields.js';
import { failed, type Issue, isError, passed, type Result } from '../../../shared/issue.js';
import type { BlobName, RecordId } from '../../../shared/primitives.js';
import type { StoredRecord } from '../../../store/log/port.js';
import type { Commit } from '../../../store/log/revision.js';
import type { CaseCommit, CaseContext, Input } from '../../act/context.js';
import { correctionOf } from '../../act/correct.js';
import { entryOf, futureIssues, makes, unless } from '../../act/entry.js';
import { issueOf } from '../../act/issue-of.js';
import { SUBJECT_UNKNOWN } from '../../act/subject-unknown.js';
import { MADE_LATER, tooMuchWords } from './attachment-law.js';
import { FILE_RULES } from './file-rules.js';
import type { RecognisedFile } from './recognise-file.js';
import { attachmentsOf, NOT_TWICE, sameFileIssues } from './same-file.js';

type Said = Pick<
  Input<'attachment'>,
  'what' | 'name' | 'receivedOn' | 'givenBy' | 'source' | 'madeOn' | 'note'
>;

/** A file as the officer described it, with its bytes recognised and kept. */
export interface FileToAttach extends Said {
  readonly file: RecognisedFile;
  readonly pieces: Attachment['pieces'];
}

export interface AttachFilesContext extends CaseContext {
  /** The person whom the files are about. */
  readonly subject: StoredRecord<'subject'> | undefined;
  /** Records of the person; others may be among them. */
  readonly records: readonly StoredRecord[];
}

export interface AttachCommit {
  readonly commit: Commit;
  /** Ids of the new records, in the order of the files. */
  readonly ids: readonly RecordId[];
}

/**
 * Attaches files to a person’s record, all in one save or none. The place of an issue names its file: `files.1.what`.
 *
 * @throws {PreventError} `CP_CODE_LIST_UNKNOWN` when a list that an attachment draws from was not handed over
 */
export function attachFiles(
  files: readonly FileToAttach[],
  context: AttachFilesContext,
): Result<AttachCommit> {
  const { subject } = context;
  if (!subject) return failed(SUBJECT_UNKNOWN);
  if (files.length === 0) return failed(NO_FILE);
  if (files.length > FILE_RULES.mostFiles) return failed(TOO_MANY);
  const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
  if (bytes > FILE_RULES.mostBytesOfSave)
    return failed(issueOf('attachment-too-much', 'files', tooMuchWords()));
  const values: Attachment[] = [];
  const issues: Issue[] = [];
  const held = attachmentsOf(context.records, subject.id).map(({ value }) => value);
  for (const [nth, each] of files.entries()) {
    const { file, pieces, ...said } = each;
    const on = said.receivedOn ?? context.host.clock.today();
    const checked = entryOf(
      'attachment',
      { ...said, receivedOn: on, ...file, pieces, subjectId: subject.id },
      context,
    );
    const own = checked.ok
      ? [
          ...dayIssuesOf(checked.value, context),
          ...sameFileIssues(checked.value, [...held, ...values], NOT_TWICE),
        ]
      : checked.issues;
    issues.push(...own.map((issue) => ({ ...issue, at: `files.${nth}.${issue.at ?? 'file'}` })));
    if (checked.ok) values.push(checked.value);
  }
  if (issues.some(isError)) return failed(...issues);
  return unless(issues, () => ({
    commit: { changes: values.map((value) => makes('attachment', value)), reason: 'case-work' },
    ids: values.map(({ id }) => id),
  }));
}

/**
 * Judges files before any piece of them is kept, as `attachFiles` does afterwards: a file that is refused leaves nothing
 * behind. Only whether the person has the same file already is known later.
 */
export function judgeFiles(
  files: readonly Omit<FileToAttach, 'pieces'>[],
  context: AttachFilesContext,
): Result<true> {
  const judged = attachFiles(
    files.map((file, nth) => ({ ...file, pieces: [standIn(nth)] })),
    context,
  );
  return judged.ok ? passed(true, judged.issues) : judged;
}

/** The name of a piece that is not kept yet; no two are the same. */
function standIn(nth: number): Attachment['pieces'][number] {
  const digits = `${nth}`.padStart(4, '0');
  return {
    blob: `${digits}${'-'.repeat(39)}` as BlobName,
    salt: '0'.repeat(32),
    digest: '0'.repeat(64),
  };
}

/** Puts right what a file is, its name, its days and who gave it. The file itself never changes. */
export function correctAttachment(
  held: StoredRecord<'attachment'>,
  input: Said,
  context: CaseContext,
): Result<CaseCommit> {
  const { subjectId, mediaType, size, width, height, saysPlace, pieces } = held.value;
  const receivedOn = input.receivedOn ?? held.value.receivedOn;
  const file = { mediaType, size, width, height, saysPlace, pieces };
  const checked = entryOf('attachment', { ...input, receivedOn, ...file, subjectId }, context);
  if (!checked.ok) return checked;
  return correctionOf(held, checked.value, ASKED, dayIssuesOf(checked.value, context));
}

/** The day it was received stays unless it is corrected itself. */
const ASKED = filledFields('attachment');

function dayIssuesOf({ receivedOn, madeOn }: Attachment, context: CaseContext): readonly Issue[] {
  const received = futureIssues('The date it was received', receivedOn, 'receivedOn', context);
  if (madeOn === undefined) return received;
  return [
    ...received,
    ...futureIssues('The date it was signed, taken or written', madeOn, 'madeOn', context),
    ...(madeOn > receivedOn ? [MADE_LATER] : []),
  ];
}

const NO_FILE = issueOf('attachment-none', 'files', 'Choose a file');
const TOO_MANY = issueOf(
  'attachment-too-many',
  'files',
  `Attach at most ${FILE_RULES.mostFiles} files at once. Take some out of the list, and attach them afterwards.`,
);
