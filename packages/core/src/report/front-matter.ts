/** The head of a template: its title, its marking, and the parts of a case file that it needs. */
import type { RootContent } from 'mdast';
import * as v from 'valibot';
import { isMap, isNode, LineCounter, parseDocument } from 'yaml';
import type { CodeLists } from '../codes/code-list.js';
import { Marking } from '../record/marking.js';
import { failed, type Issue, passed, type Result } from '../shared/issue.js';
import type { CaseKinds } from './case-kind.js';

const START = 'Start the template with id, title, marking and needs between two lines of ---';

const Names = v.array(
  v.string('Enter names, like [subject, referral]'),
  'Enter a list, like [subject]',
);

const FrontMatterSchema = v.strictObject(
  {
    /** Stable; part of the name of an exported file. */
    id: v.pipe(
      v.string('Enter an id'),
      v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Enter an id in small letters, like case-summary'),
    ),
    /** Never a name or a reference: it is the title of a window or a file. */
    title: v.pipe(
      v.string('Enter a title'),
      v.trim(),
      v.minLength(1, 'Enter a title'),
      v.maxLength(100, 'Use 100 characters or fewer for the title'),
    ),
    marking: Marking,
    /** Names that the case file must contain. */
    needs: Names,
    /** Names that are used if present. */
    may: v.optional(Names, []),
    /** The audience it is written for, a code of `export-destination`. */
    audience: v.optional(v.string('Enter one audience')),
  },
  START,
);

export type FrontMatter = Readonly<v.InferOutput<typeof FrontMatterSchema>>;

/** @returns the head, or issues that name the line and column */
export function readFrontMatter(
  node: RootContent | undefined,
  { kinds, lists }: { readonly kinds: CaseKinds; readonly lists: CodeLists },
): Result<FrontMatter> {
  if (node?.type !== 'yaml') return failed(issue(START, 1, 1));
  const lineCounter = new LineCounter();
  const document = parseDocument(node.value, { lineCounter });
  // The first line of the block is the opening ---, so its text starts one line below.
  const below = node.position?.start.line ?? 1;
  const locate = (offset: number | undefined, message: string): Issue => {
    const { line, col } = lineCounter.linePos(offset ?? 0);
    return issue(message, line + below, col);
  };

  if (document.errors.length > 0)
    return failed(
      ...document.errors.map(({ pos, message }) =>
        locate(pos[0], `The front matter cannot be read: ${message.split('\n')[0]}`),
      ),
    );
  const offsetOf = (path: readonly unknown[]): number | undefined => {
    const found = document.getIn(path, true);
    return isNode(found) ? found.range?.[0] : undefined;
  };

  // An alias can expand without end; a head of five lines does not need one.
  const alias = /(^|[\s[{,])\*\w/m.exec(node.value);
  if (alias)
    return failed(locate(alias.index, 'Write the value out: front matter takes no *alias'));
  if (!isMap(document.contents)) return failed(locate(0, START));
  const parsed = v.safeParse(FrontMatterSchema, document.toJS());
  if (!parsed.success)
    return failed(
      ...parsed.issues.map((each) => {
        const path = each.path?.map(({ key }) => key) ?? [];
        const unknown = each.type === 'strict_object' && each.expected === 'never';
        const message = unknown
          ? `There is no "${String(path.at(-1))}" in front matter`
          : each.message;
        const missing = each.received === 'undefined' ? `Enter ${String(path[0])}` : message;
        return locate(offsetOf(path), missing);
      }),
    );

  const strangers = (['needs', 'may'] as const).flatMap((key) =>
    parsed.output[key].flatMap((name, index) =>
      Object.hasOwn(kinds, name)
        ? []
        : [
            locate(
              offsetOf([key, index]),
              `A case file has no "${name}". Use one of: ${Object.keys(kinds).join(', ')}`,
            ),
          ],
    ),
  );
  const { audience } = parsed.output;
  const destinations = lists.get('export-destination')?.codes ?? [];
  if (audience !== undefined && !destinations.some(({ code }) => code === audience))
    strangers.push(
      locate(
        offsetOf(['audience']),
        `There is no audience "${audience}". Use one of: ${destinations.map(({ code }) => code).join(', ')}`,
      ),
    );
  if (strangers.length > 0) return failed(...strangers);
  return passed(parsed.output);
}

function issue(message: string, line: number, column: number): Issue {
  return {
    code: 'template-front-matter',
    severity: 'error',
    message,
    at: `line ${line}, column ${column}`,
  };
}
