/** What an answer rests on: captured values with where they stood, and notes with their grade. */
import type { AssessedAnswer, EvidenceLink } from '../../record/assessment.js';
import { writtenGrade } from '../../record/grade.js';
import { fieldsOf, RECORD_LABELS, type RecordKind } from '../../record/kind.js';
import type { SourceRef } from '../../record/provenance.js';
import type { Issue } from '../../shared/issue.js';
import type { RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';

/** An issue for each link that leads to no record of the subject, or to a field that says nothing. */
export function evidenceIssues(
  answers: readonly AssessedAnswer[],
  subjectId: RecordId,
  records: readonly StoredRecord[],
): readonly Issue[] {
  const captures = new Set(records.flatMap(capturesOf));
  return answers.flatMap(({ item, evidence = [] }) =>
    evidence.flatMap((link): readonly Issue[] => {
      const record = records.find(({ id, kind }) => id === link.record && kind === link.kind);
      const isOwn =
        record?.id === subjectId ||
        captures.has(link.record) ||
        (record && 'subjectId' in record.value && record.value.subjectId === subjectId);
      if (!record || !isOwn) return [unknown(link, item)];
      return link.field !== undefined && !Object.hasOwn(record.value, link.field)
        ? [unknown(link, item)]
        : [];
    }),
  );
}

/** One link followed. */
export interface FollowedEvidence {
  readonly link: EvidenceLink;
  /** False when the record was withdrawn or disposed of since: what the answer rested on is gone, and it is said. */
  readonly isHeld: boolean;
  /** Kind of record, and the field’s label where one is named. */
  readonly label: string;
  /** The field’s value as it stands now, where it is text. */
  readonly text?: string;
  /** Where the value was read. */
  readonly sources: readonly SourceRef[];
  /** Of a note, `[2CP]`. */
  readonly grade?: string;
}

/** Follows the links of an answer through the records at hand. */
export function evidenceOf(
  { evidence = [] }: Pick<AssessedAnswer, 'evidence'>,
  records: readonly StoredRecord[],
): readonly FollowedEvidence[] {
  return evidence.map((link) => {
    const record = records.find(({ id, kind }) => id === link.record && kind === link.kind);
    const named = fieldsOf(link.kind).find(({ name }) => name === link.field);
    const label = [RECORD_LABELS[link.kind].one, named?.label].filter(Boolean).join(': ');
    if (!record) return { link, isHeld: false, label, sources: [] };
    const value = link.field === undefined ? undefined : Reflect.get(record.value, link.field);
    const isNote = (one: StoredRecord): one is StoredRecord<'intelligenceNote'> =>
      one.kind === ('intelligenceNote' satisfies RecordKind);
    return {
      link,
      isHeld: true,
      label,
      ...(typeof value === 'string' ? { text: value } : {}),
      sources:
        link.field === undefined
          ? Object.values(record.sources).flat()
          : Object.entries(record.sources).flatMap(([path, refs]) =>
              path.split(/[.[]/)[0] === link.field ? refs : [],
            ),
      ...(isNote(record) ? { grade: writtenGrade(record.value.grade) } : {}),
    };
  });
}

function capturesOf({ sources }: StoredRecord): readonly RecordId[] {
  return Object.values(sources).flatMap((refs) => refs.map(({ capture }) => capture));
}

function unknown({ kind }: EvidenceLink, item: string): Issue {
  return {
    code: 'evidence-unknown',
    severity: 'error',
    message: `${RECORD_LABELS[kind].one}: this is not held of this subject, or says nothing there. Choose again what the answer rests on.`,
    at: `answers.${item}`,
  };
}
