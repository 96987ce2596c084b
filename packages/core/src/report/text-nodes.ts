/** Text as nodes of a page: cells, rows, and lines with a break between them. */
import type { PhrasingContent, TableCell, TableRow } from 'mdast';

export const cell = (text: string): TableCell => ({ type: 'tableCell', children: textNodes(text) });
export const tableRow = (children: TableCell[]): TableRow => ({ type: 'tableRow', children });

/**
 * Text as nodes, with a break between lines. Each line has its own direction, so that it cannot change the text next to
 * it.
 */
export function textNodes(text: string): PhrasingContent[] {
  return text
    .replace(/^\s*\n|\n\s*$/g, '')
    .split('\n')
    .flatMap((line, index): PhrasingContent[] => [
      ...(index > 0 ? [{ type: 'break' as const }] : []),
      ...(line === '' ? [] : [{ type: 'text' as const, value: line, data: { hName: 'bdi' } }]),
    ]);
}
