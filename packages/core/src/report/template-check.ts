/**
 * Checks the body of a template, so that unknown paths, columns, lists and directives are found here and not in a court
 * file.
 */
import type { Nodes, Root } from 'mdast';
import type { CodeLists } from '../codes/code-list.js';
import type { Issue } from '../shared/issue.js';
import { type CaseKinds, followColumn, followPath, type PathTarget } from './case-kind.js';
import { DIRECTIVES, directiveOf, isDirectiveName, nodesOf, VALUE_FORMS } from './directive.js';

export interface CheckContext {
  readonly kinds: CaseKinds;
  readonly lists: CodeLists;
  /** The names that the front matter asks for, and those always available. */
  readonly named: readonly string[];
}

/** A report contains nothing that loads from elsewhere or that a reader could press. */
const NOT_IN_TEMPLATE: Readonly<Partial<Record<Nodes['type'], string>>> = {
  html: 'HTML',
  link: 'links',
  linkReference: 'links',
  image: 'images',
  imageReference: 'images',
  definition: 'link definitions',
  footnoteReference: 'footnotes',
  footnoteDefinition: 'footnotes',
};

export function checkBody(body: Root, context: CheckContext): readonly Issue[] {
  return [...nodesOf(body)].flatMap((node) =>
    [...problemsOf(node, context)].map(([code, message]): Issue => {
      const { line = 1, column = 1 } = node.position?.start ?? {};
      return { code, severity: 'error', message, at: `line ${line}, column ${column}` };
    }),
  );
}

type Problem = readonly [code: string, message: string];

function* problemsOf(node: Nodes, context: CheckContext): Generator<Problem> {
  const refused = NOT_IN_TEMPLATE[node.type];
  if (refused) {
    yield ['template-content', `Remove this: a template holds no ${refused}`];
    return;
  }
  if (!('name' in node)) return;
  if (!isDirectiveName(node.name) || DIRECTIVES[node.name].type !== node.type) {
    const known = Object.values(DIRECTIVES).map(({ written }) => written);
    const plainColon = node.type === 'textDirective' ? '. For a plain colon write \\:' : '';
    yield [
      'template-directive',
      `There is no directive "${node.name}" here. Use ${known.join(', ')}${plainColon}`,
    ];
    return;
  }
  const allowed: readonly string[] = DIRECTIVES[node.name].attributes;
  for (const key of Object.keys(node.attributes ?? {}))
    if (!allowed.includes(key))
      yield [
        'template-directive',
        `"${node.name}" takes no ${key}; it takes ${allowed.join(', ')}`,
      ];

  const directive = directiveOf(node);
  if (directive?.name === 'value') yield* valueProblems(node, directive, context);
  if (directive?.name === 'when') yield* pathProblems(directive.path, context);
  if (directive?.name === 'table') yield* tableProblems(directive, context);
}

function* valueProblems(
  node: Nodes,
  { path, as, list }: { path: string; as?: string; list?: string },
  context: CheckContext,
): Generator<Problem> {
  const problems = [...pathProblems(path, context)];
  yield* problems;
  const target = followPath(context.kinds, path);
  if (!target || problems.length > 0) return;

  const asked = 'attributes' in node ? node.attributes?.as : undefined;
  if (asked !== undefined && asked !== null && as === undefined)
    yield ['template-form', `There is no form "${asked}". Use ${VALUE_FORMS.join(', ')}`];
  if (as === 'date' && !['date', 'date-time', 'dates'].includes(target.input))
    yield ['template-form', `"${path}" is not a date`];
  if (as === 'grade' && !target.fields?.some(({ name }) => name === 'sourceEvaluation'))
    yield ['template-form', `"${path}" is not a grade`];
  if (as === 'code' && list === undefined && target.steps.at(-1)?.codeList === undefined)
    yield ['template-form', `"${path}" draws from no code list: say which with list=`];
  if (list !== undefined && !context.lists.has(list))
    yield ['template-list', `There is no code list "${list}"`];
  if (list !== undefined && as !== 'code') yield ['template-form', 'list= goes with as=code'];
  if (target.input === 'groups')
    yield ['template-path', `"${path}" is a list: print it with ::table{of=${path} columns="…"}`];
  if (target.input === 'group' && as !== 'grade')
    yield ['template-path', `Say which part of "${path}": ${namesOf(target)}`];
}

function* tableProblems(
  { of, columns }: { of: string; columns: readonly string[] },
  context: CheckContext,
): Generator<Problem> {
  const problems = [...pathProblems(of, context)];
  yield* problems;
  const target = followPath(context.kinds, of);
  if (!target || problems.length > 0) return;
  const { fields } = target;
  if (target.input !== 'groups' || !fields) {
    yield ['template-path', `"${of}" is not a list: print it with :value[${of}]`];
    return;
  }
  if (columns.length === 0)
    yield ['template-column', `Name the columns of "${of}": ${namesOf(target)}`];
  for (const column of columns) {
    const last = followColumn(fields, column)?.at(-1);
    if (!last)
      yield ['template-column', `"${of}" has no column "${column}". It has ${namesOf(target)}`];
    else if (last.input === 'groups' || (last.input === 'group' && last.name !== 'grade'))
      yield ['template-column', `Say which part of column "${column}"`];
  }
}

function* pathProblems(path: string, { kinds, named }: CheckContext): Generator<Problem> {
  if (path === '') {
    yield ['template-path', 'Enter a path, like subject.name'];
    return;
  }
  const [kind = ''] = path.split('.');
  if (!followPath(kinds, path)) {
    const longest = followPath(kinds, longestKnown(kinds, path));
    const choice = longest ? namesOf(longest) : Object.keys(kinds).join(', ');
    yield [
      'template-path',
      `There is no path "${path}". After what is right comes one of: ${choice}`,
    ];
  } else if (!named.includes(kind)) {
    yield ['template-path', `Add "${kind}" to needs or may in the front matter`];
  }
}

/** The longest part of the path that exists. */
function longestKnown(kinds: CaseKinds, path: string): string {
  const steps = path.split('.');
  while (steps.length > 0 && !followPath(kinds, steps.join('.'))) steps.pop();
  return steps.join('.');
}

function namesOf({ fields, input, kind, steps }: PathTarget): string {
  if (input === 'groups' && steps.length > 0) return 'nothing: it is a list, for ::table';
  return fields?.map(({ name }) => name).join(', ') ?? `nothing: ${kind} ends there`;
}
