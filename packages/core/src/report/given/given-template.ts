/**
 * A template that somebody gives: a pack, a plugin. It says what a document contains and in which words; the marking,
 * what is withheld and the notices of the law are no part of what it can say.
 */
import type { Nodes } from 'mdast';
import { MARKING_OF_A_PERSON } from '../../record/marking.js';
import { failed, type Issue, passed, type Result } from '../../shared/issue.js';
import { directiveOf, nodesOf, plainText } from '../directive.js';
import { NOTICE_PAPERS } from '../notice-paper.js';
import { parseTemplate, type Template, type TemplateOptions } from '../template.js';
import { assessmentPage, assessmentPageYoung } from '../templates/assessment-page.js';
import { isPaperPlace, type PaperPlace, paperPlace } from './paper-place.js';
import { burdenOf } from './template-burden.js';

/** A template that passed its checks, with its place. */
export interface GivenTemplate {
  readonly template: Template;
  /** The place where it is offered. */
  readonly place: PaperPlace;
}

/**
 * Papers that are made of one record alone and kept with it: a notice is printed as it was served, and its words are a
 * force’s own letterhead.
 */
const RESERVED: ReadonlySet<string> = new Set([
  ...NOTICE_PAPERS,
  assessmentPage.id,
  assessmentPageYoung.id,
]);

/** No document about a person is made of these: they go by their own procedures. */
const KEPT_INSIDE: readonly string[] = ['notes', 'concerns'];

const MARKED =
  /^\W*(official(\W+sensitive\b.*)?|(top\W+)?secret|unclassified|not\W+protectively\W+marked)\W*$/i;
const MOST_PRINTS = 10;

/** Reads a template that is given, and checks it by everything that holds for one that ships, and by more. */
export function readGivenTemplate(
  markdown: string,
  { lists }: Pick<TemplateOptions, 'lists'> = {},
): Result<GivenTemplate> {
  const burden = burdenOf(markdown);
  if (burden !== undefined) return failed(placed({ code: 'template-burden', message: burden }));
  const parsed = parseTemplate(markdown, lists ? { lists } : {});
  if (!parsed.ok) return parsed;
  const template = parsed.value;
  const place = paperPlace(template);
  const issues = [...headIssues(template, place), ...bodyIssues(template)];
  return issues.length > 0 ? failed(...issues) : passed({ template, place });
}

function headIssues({ id, marking, needs, may }: Template, place: PaperPlace): readonly Issue[] {
  const faults: Fault[] = [...needs, ...may]
    .filter((name) => KEPT_INSIDE.includes(name))
    .map((name) => ({
      code: 'template-kept-inside',
      message: `Take out “${name}”. Intelligence and safeguarding concerns are in no document about a person`,
    }));
  if (marking !== MARKING_OF_A_PERSON)
    faults.push({
      code: 'template-marking',
      message: `Write marking: ${MARKING_OF_A_PERSON}. It is that of every document about a person`,
    });
  if (RESERVED.has(id))
    faults.push({
      code: 'template-reserved',
      message: `Use a different id from “${id}”. That paper is printed as it was given, and no template replaces it. The words of a force’s own notice go into a letterhead`,
    });
  if (isPaperPlace(id) && id !== place)
    faults.push({
      code: 'template-reserved',
      message: `Use a different id from “${id}”, or take out of needs and may what that document has nothing of`,
    });
  return faults.map((fault) => placed(fault));
}

function bodyIssues({ body }: Template): readonly Issue[] {
  const prints = new Map<string, number>();
  return [...nodesOf(body)].flatMap((node) => {
    const faults: Fault[] = isMarkingLine(node)
      ? [
          {
            code: 'template-marking',
            message: 'Remove this: the toolkit writes the marking itself',
          },
        ]
      : [];
    for (const path of printedBy(node)) {
      const count = (prints.get(path) ?? 0) + 1;
      prints.set(path, count);
      if (count === MOST_PRINTS + 1)
        faults.push({
          code: 'template-repeats',
          message: `Print “${path}” ${MOST_PRINTS} times at most`,
        });
    }
    return faults.map((fault) => placed(fault, node));
  });
}

/** A line of its own that could be taken for the marking, or for another one. */
function isMarkingLine(node: Nodes): boolean {
  if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell')
    return false;
  const [first = ''] = plainText(node).trim().split('\n');
  return MARKED.test(first);
}

function printedBy(node: Nodes): readonly string[] {
  const directive = directiveOf(node);
  if (directive?.name === 'value') return [directive.path];
  if (directive?.name === 'table')
    return directive.columns.map((column) => `${directive.of}.${column}`);
  return [];
}

type Fault = Pick<Issue, 'code' | 'message'>;

function placed(fault: Fault, node?: Nodes): Issue {
  const { line = 1, column = 1 } = node?.position?.start ?? {};
  return { ...fault, severity: 'error', at: `line ${line}, column ${column}` };
}
