/** The law of attached files: no save has a file that the rules refuse, and none is changed but by an act. */
import type { Attachment } from '../../../record/attachment.js';
import { canonical } from '../../../shared/canonical.js';
import { type Issue, isError } from '../../../shared/issue.js';
import type { HeldRecords, SavedRecord } from '../../../store/log/gate.js';
import { issueOf } from '../../act/issue-of.js';
import { SUBJECT_UNKNOWN } from '../../act/subject-unknown.js';
import { attachmentChangeIssues, type ChangeContext } from './attachment-change-law.js';
import { pieceCount } from './file-pieces.js';
import { FILE_RULES, isPicture, OPENED_LIMITS, writtenSize } from './file-rules.js';
import { type FileLimits, recogniseFile, sizeIssues } from './recognise-file.js';

/** Issues of a save that the law finds without the bytes. */
export function attachmentIssues(
  saved: readonly SavedRecord[],
  held: HeldRecords,
  context: Pick<ChangeContext, 'lists' | 'today' | 'said'>,
): readonly Issue[] {
  const { today } = context;
  const own = saved.filter(({ kind }) => kind === 'attachment');
  const made = own.filter(({ before, restores, after }) => !before && !restores && after);
  const sum = made.reduce((bytes, { after }) => bytes + sizeOf(after), 0);
  return [
    ...(made.length > FILE_RULES.mostFiles ? [TOO_MANY_SAVED] : []),
    ...(sum > FILE_RULES.mostBytesOfSave ? [TOO_MUCH_SAVED] : []),
    ...own.flatMap((record) => attachmentChangeIssues(record, { ...context, held, saved })),
    ...own.flatMap(({ before, restores, after }) => {
      if (!after) return [];
      const now = after as unknown as Attachment;
      return [
        ...(isPerson(now.subjectId, saved, held) ? [] : [SUBJECT_UNKNOWN]),
        ...(now.receivedOn > today || (now.madeOn ?? '') > today ? [DAY_TO_COME] : []),
        ...(now.madeOn !== undefined && now.madeOn > now.receivedOn ? [MADE_LATER] : []),
        ...(before || restores ? [] : limitIssues(now)),
      ];
    }),
  ];
}

function sizeOf(value: object | undefined): number {
  const size: unknown = value && Reflect.get(value, 'size');
  return typeof size === 'number' ? size : 0;
}

type SaidOfBytes = Pick<
  Attachment,
  'name' | 'mediaType' | 'size' | 'width' | 'height' | 'saysPlace'
>;

/**
 * Issues of the bytes: the host that has them asks, before the save. A record whose bytes are something else
 * than it says is refused, and so is a file that could run.
 */
export function bytesIssues(
  value: SaidOfBytes,
  bytes: Uint8Array,
  limits: FileLimits = FILE_RULES,
): readonly Issue[] {
  const read = recogniseFile(value.name, bytes, limits);
  if (!read.ok) return read.issues.filter(isError);
  const { mediaType, size, width, height, saysPlace } = value;
  const said = { mediaType, size, width, height, saysPlace };
  return canonical(plain(said)) === canonical(plain(read.value)) ? [] : [NOT_WHAT_IT_SAYS];
}

/** Issues of the bytes of a file that is opened: by the same rules, whatever the limits were when it was attached. */
export function openedIssues(value: SaidOfBytes, bytes: Uint8Array): readonly Issue[] {
  return bytesIssues(value, bytes, OPENED_LIMITS);
}

function plain(facts: object): object {
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined && value !== false),
  );
}

function isPerson(
  id: Attachment['subjectId'],
  saved: readonly SavedRecord[],
  held: HeldRecords,
): boolean {
  const made = saved.find((each) => each.id === id);
  if (made?.kind === 'subject') return made.after !== undefined;
  return held.find(id)?.kind === 'subject';
}

function limitIssues({ name, size, width, height, mediaType, pieces }: Attachment) {
  const isSized = width !== undefined && height !== undefined;
  return [
    ...sizeIssues(name, size),
    ...(pieces.length === pieceCount(size) ? [] : [NOT_WHAT_IT_SAYS]),
    ...(isPicture(mediaType) === isSized ? [] : [NOT_WHAT_IT_SAYS]),
  ];
}

const NOT_WHAT_IT_SAYS = issueOf(
  'attachment-not-what-it-says',
  'file',
  'The file is not what its record says, so nothing was saved. Choose it again.',
);
const DAY_TO_COME = issueOf(
  'date-in-future',
  'receivedOn',
  'The dates of an attached file must be today or in the past',
);
export const MADE_LATER = issueOf(
  'date-out-of-order',
  'madeOn',
  'The date it was signed, taken or written must not be after the date it was received',
);
const TOO_MANY_SAVED = issueOf(
  'attachment-too-many',
  'files',
  `Attach at most ${FILE_RULES.mostFiles} files at once.`,
);
const TOO_MUCH_SAVED = issueOf('attachment-too-much', 'files', tooMuchWords());

/** The sentence for more bytes than one save may have. */
export function tooMuchWords(): string {
  return `Attach at most ${writtenSize(FILE_RULES.mostBytesOfSave)} at once. Take some files out, and attach them afterwards.`;
}
