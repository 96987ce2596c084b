/** A rendered report as elements, made from its tree: no HTML is parsed on the page. */
import type { Rendered } from '@cyber-prevent/core/report';
import type { RootContent } from 'mdast';
import { el } from './dom.ts';

export function reportView({ mdast }: Rendered): Node[] {
  return mdast.children.map(view);
}

const viewAll = (nodes: readonly RootContent[]) => nodes.map(view);

/** The nodes of a report; any other is shown as its text. */
function view(node: RootContent): Node {
  switch (node.type) {
    case 'text':
      // Isolated in direction, so that a name written right to left cannot reverse the words next to it.
      return el('bdi', {}, node.value);
    case 'heading':
      // The page has its own first and second heading level.
      return el(HEADINGS[node.depth] ?? 'h6', {}, ...viewAll(node.children));
    case 'paragraph':
      return el('p', {}, ...viewAll(node.children));
    case 'strong':
      return el('strong', {}, ...viewAll(node.children));
    case 'break':
      return el('br');
    case 'list':
      return el('ul', {}, ...viewAll(node.children));
    case 'listItem':
      return el('li', {}, ...node.children.flatMap(withoutParagraph).map(view));
    case 'table': {
      const [head, ...rows] = node.children;
      const heads = head?.children.map((cell) =>
        el('th', { scope: 'col' }, ...viewAll(cell.children)),
      );
      return el(
        'table',
        {},
        el('thead', {}, el('tr', {}, ...(heads ?? []))),
        el('tbody', {}, ...viewAll(rows)),
      );
    }
    case 'tableRow':
      return el('tr', {}, ...viewAll(node.children));
    case 'tableCell':
      return el('td', {}, ...viewAll(node.children));
    default:
      return 'children' in node
        ? el('div', {}, ...viewAll(node.children))
        : document.createTextNode('value' in node ? node.value : '');
  }
}

const HEADINGS = { 1: 'h3', 2: 'h4', 3: 'h5', 4: 'h6', 5: 'h6', 6: 'h6' } as const;

function withoutParagraph(node: RootContent): readonly RootContent[] {
  return node.type === 'paragraph' ? node.children : [node];
}
