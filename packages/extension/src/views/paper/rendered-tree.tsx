import type { Nodes, Root, TableRow } from 'mdast';
import type { ComponentChildren, JSX } from 'preact';
import { t } from '../../locales/late.js';

/**
 * A report's tree as elements. Text goes in as text, so that no HTML string ever reaches the browser. A node of a kind
 * that reports do not use shows only its text.
 */
export function RenderedTree({ tree }: { tree: Root }) {
  return <>{tree.children.map((node, index) => element(node, index))}</>;
}

function inside(node: Nodes): ComponentChildren {
  return 'children' in node ? node.children.map((child, index) => element(child, index)) : null;
}

function wordsOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}

/** The marking of the document: shown with it on screen; on paper every sheet has its own at head and foot. */
function isMarking({ data }: Nodes): boolean {
  const { hProperties } = (data ?? {}) as {
    readonly hProperties?: { readonly className?: readonly string[] };
  };
  return hProperties?.className?.includes('cp-marking') ?? false;
}

/** Headings of a table, which distinguish it from the others. */
function columnsOf(head: TableRow): readonly string[] {
  return head.children.map(wordsOf);
}

/** Above this many columns a panel lacks room: a row becomes a block, and each cell shows its heading. */
const BESIDE = 2;

function element(node: Nodes, key: number): JSX.Element | string | null {
  switch (node.type) {
    case 'heading': {
      // The page has its own first heading, so the report's begin one lower.
      const Level = `h${Math.min(node.depth + 1, 6)}` as 'h2';
      return (
        <Level key={key} class={node.depth === 1 ? 'govuk-heading-m' : 'govuk-heading-s'}>
          {inside(node)}
        </Level>
      );
    }
    case 'paragraph':
      return (
        <p key={key} class={`govuk-body${isMarking(node) ? ' cp-paper__marking' : ''}`} dir="auto">
          {inside(node)}
        </p>
      );
    case 'strong':
      return <strong key={key}>{inside(node)}</strong>;
    case 'emphasis':
      return <em key={key}>{inside(node)}</em>;
    case 'break':
      return <br key={key} />;
    case 'thematicBreak':
      return <hr key={key} class="govuk-section-break govuk-section-break--visible" />;
    case 'list':
      return (
        <ul key={key} class="govuk-list govuk-list--bullet">
          {inside(node)}
        </ul>
      );
    case 'listItem':
      return <li key={key}>{inside(node)}</li>;
    case 'table': {
      const [head, ...rows] = node.children;
      const columns = head ? columnsOf(head) : [];
      return (
        <section
          key={key}
          class="cp-table__scroll"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
          tabIndex={0}
          aria-label={t('summary.table', { columns: columns.join(', ') })}
        >
          <table class={`govuk-table${columns.length > BESIDE ? ' cp-table--stacks' : ''}`}>
            <thead>
              <tr>
                {head?.children.map((cell, at) => (
                  <th key={at} scope="col" class="govuk-table__header">
                    {inside(cell)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, at) => (
                <tr key={at} class="govuk-table__row">
                  {row.children.map((cell, column) => (
                    <td
                      key={column}
                      class="govuk-table__cell"
                      dir="auto"
                      data-heading={columns[column]}
                    >
                      {inside(cell)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      );
    }
    case 'text':
      return node.value;
    default:
      return 'children' in node ? <span key={key}>{inside(node)}</span> : null;
  }
}
