/** The law of attached files: what a file is never changes, and no save has a file that the rules refuse. */
import type { Attachment } from '../../../record/attachment.js';
import { canonical } from '../../../shared/canonical.js';
import { type Issue, isError } from '../../../shared/issue.js';
import type { PlainDate } from '../../../shared/primitives.js';
import type { HeldRecords, SavedRecord } from '../../../store/log/gate.js';
import { issueOf } from '../../act/issue-of.js';
import { SUBJECT_UNKNOWN } from '../../act/subject-unknown.js';
import { pieceCount } from './file-pieces.js';
import { FILE_RULES, isPicture } from './file-rules.js';
import { recogniseFile, sizeIssues } from './recognise-file.js';

/** Fields that say what the bytes are. */
const OF_FILE = ['mediaType', 'size', 'width', 'height', 'saysPlace', 'pieces'] as const;

/** Issues of a save that the law finds without the bytes. */
export function attachmentIssues(
  saved: readonly SavedRecord[],
  held: HeldRecords,
  today: PlainDate,
): readonly Issue[] {
  const own = saved.filter(({ kind, after }) => kind === 'attachment' && after !== undefined);
  const made = own.filter(({ before }) => before === undefined);
  return [
    ...(made.length > FILE_RULES.mostFiles ? [TOO_MANY_SAVED] : []),
    ...own.flatMap(({ before, after }) => {
      const now = after as unknown as Attachment;
      return [
        ...(isPerson(now.subjectId, saved, held) ? [] : [SUBJECT_UNKNOWN]),
        ...(now.receivedOn > today || (now.madeOn ?? '') > today ? [DAY_TO_COME] : []),
        ...(before ? changeIssues(before.value as Attachment, now) : limitIssues(now)),
      ];
    }),
  ];
}

/**
 * Issues of the bytes: the host that has them asks, before the save. A record whose bytes are something else
 * than it says is refused, and so is a file that could run.
 */
export function bytesIssues(
  value: Pick<Attachment, 'name' | 'mediaType' | 'size' | 'width' | 'height' | 'saysPlace'>,
  bytes: Uint8Array,
): readonly Issue[] {
  const read = recogniseFile(value.name, bytes);
  if (!read.ok) return read.issues.filter(isError);
  const { mediaType, size, width, height, saysPlace } = value;
  const said = { mediaType, size, width, height, saysPlace };
  return canonical(plain(said)) === canonical(plain(read.value)) ? [] : [NOT_WHAT_IT_SAYS];
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

function changeIssues(before: Attachment, now: Attachment): readonly Issue[] {
  const isSame = OF_FILE.every(
    (name) => canonical(before[name] ?? null) === canonical(now[name] ?? null),
  );
  return isSame ? [] : [FILE_STANDS];
}

function limitIssues({ name, size, width, height, mediaType, pieces }: Attachment) {
  const isSized = width !== undefined && height !== undefined;
  return [
    ...sizeIssues(name, size),
    ...(pieces.length === pieceCount(size) ? [] : [NOT_WHAT_IT_SAYS]),
    ...(isPicture(mediaType) === isSized ? [] : [NOT_WHAT_IT_SAYS]),
  ];
}

const FILE_STANDS = issueOf(
  'attachment-stands',
  'pieces',
  'An attached file is never changed. Withdraw it, and attach the right one.',
);
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
const TOO_MANY_SAVED = issueOf(
  'attachment-too-many',
  'files',
  `Attach at most ${FILE_RULES.mostFiles} files at once.`,
);
