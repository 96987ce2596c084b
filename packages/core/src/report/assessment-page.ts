/** Makes the page about an assessment for the subject: in plain words that the instrument itself gives, and of nobody else. */
import type { CodeLists } from '../codes/code-list.js';
import type { FieldDescription, FieldInput } from '../record/field.js';
import type { RecordOf } from '../record/kind.js';
import { type Finding, type Instrument, levelOf } from '../risk/index.js';
import { ageOn } from '../shared/dates.js';
import type { PlainDate } from '../shared/primitives.js';
import { CASE_KINDS, type CaseKinds } from './case-kind.js';
import { renderOwnPage } from './render.js';
import type { Rendered } from './rendered.js';
import { loadTemplate } from './template.js';
import { assessmentPage, assessmentPageYoung } from './templates/assessment-page.js';

/** Below this age the younger page is made. */
const YOUNG = 14;

const said = (name: string, label: string, input: FieldInput = 'line'): FieldDescription => ({
  name,
  label,
  input,
  required: true,
  sensitivity: 'personal',
});

/** What the page may name: far less than a case file, so that nothing else can come to stand on it. */
const PAGE_KINDS: CaseKinds = {
  subject: { many: false, fields: [said('name', 'Name')] },
  assessment: {
    many: false,
    fields: [
      said('assessedOn', 'Assessed on', 'date'),
      said('level', 'Level'),
      said('reviewDueOn', 'Looked at again', 'date'),
    ],
  },
  strengths: { many: true, fields: [said('plain', 'What we know of')] },
  concerns: { many: true, fields: [said('plain', 'What we talked about')] },
  unknown: { many: true, fields: [said('plain', 'Not asked, or not known')] },
  words: { many: false, input: 'narrative' },
  officer: CASE_KINDS.officer ?? { many: false },
  preparedOn: { many: false, input: 'date' },
};

export interface AssessmentPageInput {
  readonly assessment: RecordOf<'assessment'>;
  /** The very version that was answered. */
  readonly instrument: Instrument;
  readonly subject: RecordOf<'subject'>;
  /** In words, where one stands. */
  readonly level?: string;
  /** What the officer says to them. */
  readonly words?: string;
  readonly officer: { readonly name: string; readonly force: string };
  readonly preparedOn: PlainDate;
}

/**
 * The page about an assessment that is read together with the subject.
 *
 * @param options - `notice` is one more line beside the marking, head and foot
 */
export function renderAssessmentPage(
  { assessment, instrument, subject, level, words, officer, preparedOn }: AssessmentPageInput,
  options: { readonly lists: CodeLists; readonly notice?: string },
): Rendered {
  const answers = Object.fromEntries(assessment.answers.map(({ item, answer }) => [item, answer]));
  const { strengths, concerns, missing } = levelOf(instrument, answers);
  const age = subject.bornOn === undefined ? undefined : ageOn(subject.bornOn, preparedOn);
  const source = age !== undefined && age < YOUNG ? assessmentPageYoung : assessmentPage;
  const template = loadTemplate(source, { kinds: PAGE_KINDS, lists: options.lists });
  const { assessedOn, reviewDueOn } = assessment;
  return renderOwnPage(
    template,
    {
      subject: { name: subject.name },
      assessment: { assessedOn, level, reviewDueOn },
      strengths: plainOf(instrument, strengths.map(itemOf)),
      concerns: plainOf(instrument, concerns.map(itemOf), partly(concerns)),
      // A concern that nobody asked about is not put into anybody’s mind.
      unknown: plainOf(instrument, missing.filter(isNoConcern(instrument))),
      words,
      officer,
      preparedOn,
    },
    'subject',
    options,
  );
}

function itemOf({ item }: Finding): string {
  return item;
}

/** What is so in part, or only suspected, must not read as a fact. */
function partly(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(findings.filter(({ answer }) => answer === 'partly').map(itemOf));
}

function isNoConcern({ items }: Instrument): (id: string) => boolean {
  return (id) => items.find((item) => item.id === id)?.bears !== 'concern';
}

/** In the instrument’s order; an item that is not said in plain words is about more than the subject, and stays out. */
function plainOf(
  { items }: Instrument,
  ids: readonly string[],
  unsure: ReadonlySet<string> = new Set(),
): readonly { readonly plain: string }[] {
  return items.flatMap(({ id, plain }) =>
    plain !== undefined && ids.includes(id)
      ? [{ plain: unsure.has(id) ? `${plain} (only partly, or we are not sure)` : plain }]
      : [],
  );
}
