/** A report template: Markdown with YAML front matter and three directives, checked when it is loaded. */
import type { Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { CodeLists } from '../codes/code-list.js';
import { gatherCodeLists } from '../codes/shipped.js';
import { PreventError } from '../shared/errors.js';
import { failed, passed, type Result } from '../shared/issue.js';
import { ALWAYS_AT_HAND, CASE_KINDS, type CaseKinds } from './case-kind.js';
import { type FrontMatter, readFrontMatter } from './front-matter.js';
import { checkBody } from './template-check.js';

/** A template as written, with its id visible to the type checker. */
export interface TemplateSource<Id extends string = string> {
  /** The same as in the front matter. */
  readonly id: Id;
  readonly markdown: string;
  /** The paper, page or person that it comes from, and the civil day on which it was checked: for an edition. */
  readonly source?: string;
  readonly checkedOn?: string;
}

/** A template that has passed its checks. */
export interface Template extends FrontMatter {
  /** The body as a Markdown tree, with its directives. */
  readonly body: Root;
  /** The kinds that its paths were checked against, and are written by. */
  readonly kinds: CaseKinds;
}

export interface TemplateOptions {
  /** The kinds in a case file. Absent: {@link CASE_KINDS}. */
  readonly kinds?: CaseKinds;
  /** The code lists that `list=` may name. Absent: the shipped ones. */
  readonly lists?: CodeLists;
}

/** Parses templates only: in running text `word:name` would be taken for a directive. */
const parser = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkGfm)
  .use(remarkDirective)
  .freeze();

/**
 * Reads a template and checks every path, column and list in it, so that its author finds a mistake before it shows as
 * a blank in a report.
 *
 * @returns the template, or issues whose `at` is `line 12, column 5`
 */
export function parseTemplate(markdown: string, options: TemplateOptions = {}): Result<Template> {
  const kinds = options.kinds ?? CASE_KINDS;
  const tree = parser.parse(markdown.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  const [first, ...blocks] = tree.children;
  const lists = options.lists ?? gatherCodeLists();
  const front = readFrontMatter(first, { kinds, lists });
  const body: Root = { type: 'root', children: first?.type === 'yaml' ? blocks : tree.children };
  const issues = checkBody(body, {
    kinds,
    lists,
    // If the front matter is unreadable, asking for `needs` at every path would hide the one thing to correct.
    named: front.ok
      ? [...ALWAYS_AT_HAND, ...front.value.needs, ...front.value.may]
      : Object.keys(kinds),
  });
  if (!front.ok) return failed(...front.issues, ...issues);
  if (issues.length > 0) return failed(...issues);
  return passed({ ...front.value, body, kinds });
}

/**
 * Loads a template that must be right: one that ships with a package.
 *
 * @throws {PreventError} `CP_TEMPLATE_INVALID` with every issue in its message
 */
export function loadTemplate(source: TemplateSource, options: TemplateOptions = {}): Template {
  const parsed = parseTemplate(source.markdown, options);
  if (!parsed.ok)
    throw new PreventError(
      'CP_TEMPLATE_INVALID',
      `Template "${source.id}": ${parsed.issues.map(({ at, message }) => `${at ?? 'front matter'}: ${message}`).join('; ')}`,
    );
  if (parsed.value.id !== source.id)
    throw new PreventError(
      'CP_TEMPLATE_INVALID',
      `Template "${source.id}" calls itself "${parsed.value.id}" in its front matter`,
    );
  return parsed.value;
}
