import type { ComponentChildren } from 'preact';
import { t } from '../../locales/late.js';
import type { InertNode } from './inert-page.js';

/** The closed tree on screen: our own text, boxes and tables, and none of the page’s elements or attributes. */
export function InertPageTree({ nodes }: { nodes: readonly InertNode[] }) {
  return <>{nodes.map((node, index) => shown(node, index))}</>;
}

function shown(node: InertNode, key: number): ComponentChildren {
  switch (node.kind) {
    case 'text':
      return node.marked ? <Marked key={key}>{node.text}</Marked> : node.text;
    case 'break':
      return <br key={key} />;
    case 'frame':
      return (
        <div key={key} class="cp-kept-page__frame">
          {t('page-copy.frame')}
        </div>
      );
    case 'tick': {
      const words = t(node.ticked ? 'page-copy.ticked' : 'page-copy.not-ticked');
      return (
        <span key={key} class="cp-kept-page__control">
          {node.marked ? <Marked>{words}</Marked> : words}
        </span>
      );
    }
    case 'control':
      return (
        <span key={key} class="cp-kept-page__control">
          {node.marked ? <Marked>{node.text}</Marked> : node.text}
        </span>
      );
    case 'marked':
      return (
        <Marked key={key}>
          <InertPageTree nodes={node.children} />
        </Marked>
      );
    case 'table':
      return (
        <table key={key} class="cp-kept-page__table">
          <tbody>{grouped(node.children, 'row')}</tbody>
        </table>
      );
    case 'row':
      return (
        <div key={key}>
          <InertPageTree nodes={node.children} />
        </div>
      );
    case 'cell':
      return (
        <div key={key} class={node.heads ? 'cp-kept-page__heading' : undefined}>
          <InertPageTree nodes={node.children} />
        </div>
      );
    case 'inline':
    case 'strong':
      return (
        <span key={key} class={node.kind === 'strong' ? 'cp-kept-page__heading' : undefined}>
          <InertPageTree nodes={node.children} />
        </span>
      );
    default:
      return (
        <div key={key} class={`cp-kept-page__${node.kind}`}>
          <InertPageTree nodes={node.children} />
        </div>
      );
  }
}

/** Makes sure that a table contains rows and a row cells, for any content of the page. */
function grouped(nodes: readonly InertNode[], kind: 'row' | 'cell'): ComponentChildren {
  return nodes.map((node, index) => {
    if (node.kind === 'text' && node.text.trim() === '') return null;
    const key = index;
    if (kind === 'row')
      return <tr key={key}>{grouped(node.kind === 'row' ? node.children : [node], 'cell')}</tr>;
    if (node.kind !== 'cell')
      return (
        <td key={key}>
          <InertPageTree nodes={[node]} />
        </td>
      );
    return (
      <td
        key={key}
        class={node.heads ? 'cp-kept-page__heading' : undefined}
        colSpan={node.columns}
        rowSpan={node.rows}
      >
        <InertPageTree nodes={node.children} />
      </td>
    );
  });
}

function Marked({ children }: { children: ComponentChildren }) {
  return <mark class="cp-kept-page__mark">{children}</mark>;
}
