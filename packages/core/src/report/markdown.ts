/** A report's tree as Markdown. Markup in the text is escaped; cells stay on one line. */
import type { Nodes, PhrasingContent, Root, Text } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';

/** Replaces a line end in a table cell, which Markdown keeps on one line. */
export const LINE_MARK = ' / ';

// Includes directives, so that `:value[…]` in somebody's words is escaped and is still plain words when the file is
// read again.
const writer = unified()
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkDirective)
  .use(remarkStringify, {
    bullet: '-',
    rule: '-',
    emphasis: '_',
    handlers: {
      text: (node: Text, _parent, state, info) => stricter(state.safe(node.value, info)),
    },
  })
  .freeze();

export function markdownOf(tree: Root): string {
  return writer.stringify(plain(tree, false) as Root);
}

/** Joins adjacent texts, since the necessary escapes depend on the text next to them. */
function plain(node: Nodes, inCell: boolean): Nodes {
  if (!('children' in node)) return node;
  const cell = inCell || node.type === 'tableCell';
  const children: Nodes[] = [];
  for (const child of node.children) {
    const next: Nodes =
      cell && child.type === 'break' ? { type: 'text', value: LINE_MARK } : plain(child, cell);
    const last = children.at(-1);
    if (next.type === 'text' && last?.type === 'text')
      children[children.length - 1] = { type: 'text', value: last.value + next.value };
    else if (next.type === 'text') children.push({ type: 'text', value: next.value });
    else children.push(next);
  }
  return { ...node, children: children as PhrasingContent[] } as Nodes;
}

/**
 * Escapes what the writer leaves: a colon next to another escape (`~~~:name` is a directive), and the full stop of
 * `www.<`, where an address would swallow the next escape and expose the HTML behind it.
 */
function stricter(escaped: string): string {
  return escaped.replace(
    /(\\[!-/:-@[-`{-~])|:(?=\S)|@|(?<=www)\./gi,
    (found, done?: string) => done ?? `\\${found}`,
  );
}
