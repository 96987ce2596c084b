/** The 3x5x2 grade of one piece of intelligence: source, assessment, handling. Categories, never percentages. */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Narrative } from '../shared/primitives.js';
import { field } from './field.js';

const GradeFields = v.strictObject({
  sourceEvaluation: field(codeList('source-evaluation'), { label: 'Source evaluation' }),
  intelligenceAssessment: field(codeList('intelligence-assessment'), {
    label: 'Intelligence assessment',
  }),
  handlingCode: field(codeList('handling-code'), { label: 'Handling code' }),
  handlingAction: v.optional(
    field(codeList('handling-action'), {
      label: 'Action condition',
      hint: 'Under handling code C',
    }),
  ),
  handlingSanitisation: v.optional(
    field(codeList('handling-sanitisation'), {
      label: 'Sanitisation condition',
      hint: 'Under handling code C',
    }),
  ),
  handlingInstructions: v.optional(
    field(Narrative, {
      label: 'Handling instructions',
      hint: 'Under handling code C: who may see it and what may be done',
      input: 'narrative',
    }),
  ),
});

/** P carries no condition; C carries an action code, a sanitisation code and written instructions. */
export const Grade = v.pipe(
  GradeFields,
  v.forward(
    v.check(
      (grade) => grade.handlingCode !== 'C' || grade.handlingAction !== undefined,
      'Select an action condition: handling code C needs one',
    ),
    ['handlingAction'],
  ),
  v.forward(
    v.check(
      (grade) => grade.handlingCode !== 'C' || grade.handlingSanitisation !== undefined,
      'Select a sanitisation condition: handling code C needs one',
    ),
    ['handlingSanitisation'],
  ),
  v.forward(
    v.check(
      (grade) => grade.handlingCode !== 'C' || grade.handlingInstructions !== undefined,
      'Enter handling instructions: handling code C needs them',
    ),
    ['handlingInstructions'],
  ),
  v.forward(
    v.check(
      (grade) =>
        grade.handlingCode === 'C' ||
        (grade.handlingAction === undefined &&
          grade.handlingSanitisation === undefined &&
          grade.handlingInstructions === undefined),
      'Handling code P carries no conditions: clear them, or select handling code C',
    ),
    ['handlingCode'],
  ),
);
export type Grade = v.InferOutput<typeof Grade>;

/** The printed form: `[1BP]`, with conditions `[2CC A1 S2]`. */
export function writtenGrade(grade: Grade): string {
  const conditions = [grade.handlingAction, grade.handlingSanitisation].filter(
    (code) => code !== undefined,
  );
  return `[${[
    `${grade.sourceEvaluation}${grade.intelligenceAssessment}${grade.handlingCode}`,
    ...conditions,
  ].join(' ')}]`;
}
