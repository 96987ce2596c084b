/**
 * The three directives of a template, as data: `:value[path]`, `:::when{present}` or `:::when{absent}`,
 * `::table{of columns empty}`.
 */
import type { Nodes, Parents } from 'mdast';

/** Formats of a value other than that of its field. */
export const VALUE_FORMS = ['date', 'grade', 'code'] as const;
export type ValueForm = (typeof VALUE_FORMS)[number];

export type Directive =
  | {
      readonly name: 'value';
      readonly path: string;
      readonly as?: ValueForm;
      readonly list?: string;
    }
  | { readonly name: 'when'; readonly path: string; readonly isPresent: boolean }
  | {
      readonly name: 'table';
      readonly of: string;
      readonly columns: readonly string[];
      readonly empty: string;
    };

/** The node type of each directive, and the attributes allowed in its braces. */
export const DIRECTIVES = {
  value: { type: 'textDirective', written: ':value[path]', attributes: ['as', 'list'] },
  when: {
    type: 'containerDirective',
    written: ':::when{present=path}',
    attributes: ['present', 'absent'],
  },
  table: {
    type: 'leafDirective',
    written: '::table{of=things columns="first second"}',
    attributes: ['of', 'columns', 'empty'],
  },
} as const;

export function isDirectiveName(name: string): name is keyof typeof DIRECTIVES {
  return Object.hasOwn(DIRECTIVES, name);
}

/** Reads a checked directive; undefined for any other node. */
export function directiveOf(node: Nodes): Directive | undefined {
  if (!('name' in node) || !('attributes' in node)) return undefined;
  const attributes = node.attributes ?? {};
  if (node.type === 'textDirective' && node.name === 'value') {
    const as = VALUE_FORMS.find((form) => form === attributes.as);
    const list = attributes.list ?? undefined;
    return {
      name: 'value',
      path: plainText(node),
      ...(as ? { as } : {}),
      ...(list === undefined ? {} : { list }),
    };
  }
  if (node.type === 'containerDirective' && node.name === 'when') {
    const { present, absent } = attributes;
    // Both at once name no path, which the check refuses.
    const path = present && absent ? '' : (present ?? absent ?? '');
    return { name: 'when', path, isPresent: !absent };
  }
  if (node.type === 'leafDirective' && node.name === 'table')
    return {
      name: 'table',
      of: attributes.of ?? '',
      columns: (attributes.columns ?? '').split(/\s+/).filter((column) => column !== ''),
      empty: attributes.empty ?? 'Nothing recorded.',
    };
  return undefined;
}

/** The text of a node and everything in it. */
export function plainText(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(plainText).join('') : '';
}

/** Every node below a parent, outermost first. */
export function* nodesOf(parent: Parents): Generator<Nodes> {
  for (const child of parent.children) {
    yield child;
    if ('children' in child) yield* nodesOf(child);
  }
}
