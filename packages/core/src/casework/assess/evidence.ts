/** The evidence for an answer: captured values with their place on the page, and notes with their grade. */
import type { AssessedAnswer, EvidenceLink } from '../../record/assessment.js';
import { writtenGrade } from '../../record/grade.js';
import { fieldsOf, RECORD_LABELS, type RecordKind } from '../../record/kind.js';
import type { SourceRef } from '../../record/provenance.js';
import type { Issue } from '../../shared/issue.js';
import type { RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';

/** An issue for each link to a record that is not the subject's, or to a field that is empty. */
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

/** One link, followed. */
export interface FollowedEvidence {
  readonly link: EvidenceLink;
  /** False when the record has since been withdrawn or disposed of: the evidence is gone, and this is shown. */
  readonly isHeld: boolean;
  /** Kind of record, and the field’s label if one is named. */
  readonly label: string;
  /** The field’s current value, if it is text. */
  readonly text?: string;
  /** The places where the value was read. */
  readonly sources: readonly SourceRef[];
  /** Grade of a note, `[2CP]`. */
  readonly grade?: string;
}

/** Follows the links of an answer through the given records. */
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
    message: `${RECORD_LABELS[kind].one}: this is not held about this subject, or is empty. Choose again what the answer is based on.`,
    at: `answers.${item}`,
  };
}
