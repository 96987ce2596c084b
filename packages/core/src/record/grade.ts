/** The 3x5x2 grade of one piece of intelligence: source, assessment, handling. Categories, never percentages. */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { field } from './field.js';
import { HANDLING_FIELDS, handlingChecks, writtenHandling } from './handling.js';

const GradeFields = v.strictObject({
  sourceEvaluation: field(codeList('source-evaluation'), { label: 'Source evaluation' }),
  intelligenceAssessment: field(codeList('intelligence-assessment'), {
    label: 'Intelligence assessment',
  }),
  ...HANDLING_FIELDS,
});

export const Grade = v.pipe(GradeFields, ...handlingChecks<v.InferOutput<typeof GradeFields>>());
export type Grade = v.InferOutput<typeof Grade>;

/** The printed form: `[1BP]`, with conditions `[2CC A1 S2]`. */
export function writtenGrade(grade: Grade): string {
  return `[${grade.sourceEvaluation}${grade.intelligenceAssessment}${writtenHandling(grade)}]`;
}
