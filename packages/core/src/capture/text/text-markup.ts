/** Text written with markup, as lines of `Label: value`: wiki definitions, bold labels, list bullets, table pipes. */

const BULLET = /^[ \t]*(?:[*•·‣]|[-–—](?=[ \t])|#{1,6}(?=[ \t])|\d{1,2}[.)](?=[ \t]))[ \t]*/;
const BOLD = /^(?:\*\*|__|'{3}|\*)([^*_'\n]{1,60}?)(:?)(?:\*\*|__|'{3}|\*)(:?)/;
const PIPES = /^\|{1,2}!?\s*([^|\n]{1,60}?)\s*\|{1,2}\s*([^|\n]*?)\s*\|{0,2}\s*$/;

/** A cell that is bold, with what is beside it: `**Tel** 07700 900801`. */
const BOLD_CELL = /^(?:\*\*|__|'{3})([^*_'\n]{1,60}?):?(?:\*\*|__|'{3})\s*:?\s*(.*)$/;
/** Fewest cells of a row that is more than a label with its value. */
const ROW_FROM = 3;
const LONGEST_ROW = 4_000;

/** A row of a table of a wiki, each cell behind its mark: heads and bold cells are labels. */
function rowOf(line: string): string | undefined {
  if (line.length > LONGEST_ROW || !/^[|^].*[|^]\s*$/.test(line)) return undefined;
  const cells = [...line.matchAll(/([|^])([^|^]*)/g)]
    .map(([, mark, text = '']) => ({ isHead: mark === '^', text: text.trim() }))
    .filter(({ text }) => text !== '');
  const [first, second] = cells;
  if (cells.length === 2 && first?.isHead && !second?.isHead)
    return `${unbold(first.text)}: ${second?.text}`;
  if (cells.length < ROW_FROM && !cells.some(({ text }) => BOLD_CELL.test(text))) return undefined;
  if (!cells.some(({ text }) => BOLD_CELL.test(text)))
    return cells.map(({ isHead, text }) => (isHead ? `${text}:` : text)).join('\t');
  const lines: string[] = [];
  let label = '';
  for (const { text } of cells) {
    const [, name, beside = ''] = BOLD_CELL.exec(text) ?? [];
    if (name === undefined) lines.push(label === '' ? text : `${label}: ${text}`);
    else if (beside !== '') lines.push(`${name}: ${beside}`);
    label = name !== undefined && beside === '' ? name : '';
  }
  return lines.join('\n');
}

/** Every word of the text in its order; only the markup is changed. */
export function plainLines(text: string): string {
  const lines: string[] = [];
  let term: string | undefined;
  for (const line of text.split(/\r\n|[\n\r]/)) {
    const named = /^;\s*([^:\n]{1,60}?)\s*(?::\s*(.*))?$/.exec(line);
    if (named?.[1] !== undefined) {
      term = named[1];
      lines.push(`${term}: ${named[2] ?? ''}`.trimEnd());
      continue;
    }
    const said = term === undefined ? null : /^:+\s*(.*)$/.exec(line);
    if (said) {
      const before = lines.at(-1) ?? '';
      if (before === `${term}:`) lines[lines.length - 1] = `${before} ${said[1]}`;
      else lines.push(said[1] ?? '');
      continue;
    }
    term = undefined;
    lines.push(unmarked(line));
  }
  return lines.join('\n');
}

function unmarked(line: string): string {
  const row = rowOf(line);
  if (row !== undefined) return row.replace(BREAK, '; ').replace(QUOTED, '$1');
  const cells = PIPES.exec(line);
  if (cells?.[1] !== undefined && cells[2] !== undefined && cells[2] !== '')
    return `${unbold(cells[1]).replace(/:$/, '')}: ${cells[2]}`;
  const bare = line.replace(BULLET, '');
  const bold = BOLD.exec(bare);
  // Characters that only look like markup, `*not a list`, stay unless they give a label.
  return bold && (bold[2] || bold[3])
    ? `${bold[1]}:${bare.slice(bold[0].length)}`
    : /^[^:\n]{1,60}:/.test(bare)
      ? bare
      : line;
}

/** A line that is broken within a cell, and letters of one width. */
const BREAK = /\s*\\\\(?:\s+|$)/g;
const QUOTED = /''([^'\n]{1,80})''/g;

function unbold(cell: string): string {
  return cell.replace(/^(?:\*\*|__|'{3}|\*)|(?:\*\*|__|'{3}|\*)$/g, '');
}
