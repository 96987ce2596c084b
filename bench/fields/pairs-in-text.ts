/** Labels and values in text whose only structure is lines, colons and Markdown tables. Also runs in a page. */

export interface TextPair {
  readonly label: string;
  readonly value: string;
}

/** Each line is cut at its first colon; a line that ends in one is the label of the line below. */
export function pairsInLines(text: string): TextPair[] {
  const pairs: TextPair[] = [];
  let above = '';
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '') continue;
    const [, label = '', value = ''] = /^([^:]{1,80}):(?!\/\/)\s*(.*)$/.exec(line) ?? [];
    if (label.trim() !== '' && value !== '') pairs.push({ label: label.trim(), value });
    else if (above !== '' && label === '') pairs.push({ label: above, value: line });
    above = value === '' ? label.trim() : '';
  }
  return pairs;
}

/** Two cells per row are label and value; a wider table has its labels in the first row. Other lines as above. */
export function pairsInMarkdown(text: string): TextPair[] {
  const pairs: TextPair[] = [];
  let head: readonly string[] | undefined;
  for (const line of text.split('\n')) {
    const cells = cellsOf(line);
    if (!cells) {
      head = undefined;
      pairs.push(...pairsInLines(line.replace(/[*_`#>]+/g, '').replace(/^\s*[-+]\s/, '')));
    } else if (cells.every((cell) => /^:?-+:?$/.test(cell))) continue;
    else if (cells.length === 2) pairs.push({ label: cells[0] ?? '', value: cells[1] ?? '' });
    else if (!head) head = cells;
    else for (const [at, value] of cells.entries()) pairs.push({ label: head[at] ?? '', value });
  }
  return pairs.filter(({ label, value }) => label !== '' && value !== '');
}

function cellsOf(line: string): string[] | undefined {
  const [, inner] = /^\s*\|(.*)\|\s*$/.exec(line) ?? [];
  return inner?.split('|').map((cell) =>
    cell
      .replaceAll('<br>', '\n')
      .replace(/[*_`]+/g, '')
      .trim(),
  );
}
