/** Makes the page about an assessment for the subject, in the instrument's own plain words. It mentions nobody else. */
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

/** The age below which the younger page is made. */
const YOUNG = 14;

const said = (name: string, label: string, input: FieldInput = 'line'): FieldDescription => ({
  name,
  label,
  input,
  required: true,
  sensitivity: 'personal',
});

/** The values that the page may contain: far fewer than a case file, so that nothing else can appear on it. */
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
  concerns: { many: true, fields: [said('plain', 'What we considered')] },
  unknown: { many: true, fields: [said('plain', 'Not asked, or not known')] },
  words: { many: false, input: 'narrative' },
  officer: CASE_KINDS.officer ?? { many: false },
  preparedOn: { many: false, input: 'date' },
};

export interface AssessmentPageInput {
  readonly assessment: RecordOf<'assessment'>;
  /** The exact version that was answered. */
  readonly instrument: Instrument;
  readonly subject: RecordOf<'subject'>;
  /** Label of the level, if one is settled. */
  readonly level?: string;
  /** The officer's words to the subject. */
  readonly words?: string;
  readonly officer: { readonly name: string; readonly force: string };
  readonly preparedOn: PlainDate;
}

/**
 * Renders the page about an assessment, to be read together with the subject.
 *
 * @param options - `notice` is one more line next to the marking, at the top and bottom
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
      // Leaves out a concern that nobody asked about, so as not to plant the idea.
      unknown: plainOf(instrument, missing.filter(isNoConcern(instrument))).map(asNotKnown),
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

/** Ids of items that are true only in part, or only suspected, which must not read as facts. */
function partly(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(findings.filter(({ answer }) => answer === 'partly').map(itemOf));
}

/** Keeps an item from reading as a statement, however its plain words are built. */
function asNotKnown({ plain }: { readonly plain: string }): { readonly plain: string } {
  return { plain: `Not known yet: “${plain}”` };
}

function isNoConcern({ items }: Instrument): (id: string) => boolean {
  return (id) => items.find((item) => item.id === id)?.bears !== 'concern';
}

/**
 * Lists the items in the instrument’s order. An item without plain words is about more than the subject, and is left
 * out.
 */
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
