/** The vault's figures for a reader. */
import type { Spread } from './figures.ts';
import { heldLines } from './table.ts';
import type { Beside, Cost, SizeFigures, VaultFigures } from './vault-figures.ts';

export function vaultTable(figures: VaultFigures): string {
  const { machine, browser, peers, records, load, write, open, edit, sizes, growth } = figures;
  return [
    'The vault, milliseconds, p50 / p95; processor time of all the browser’s processes beside it',
    `${browser} on ${machine.processor}, ${machine.coreCount} cores; load before ${machine.load[0]}`,
    `Beside dexie ${peers.dexie}; ${records.count} records, median ${records.medianBytes} bytes; load ${load}`,
    '',
    `Written: ${besideLine(write.ratio, 'bulkPut')}`,
    cost('plain bulkPut', write.bulkPut),
    cost('plain bulkPut, strict', write.strictBulkPut),
    cost('sealed pages', write.sealed),
    ...write.throughPort.map(({ commits, ms }) =>
      row(`through the port, ${commits} ${commits === 1 ? 'commit' : 'commits'}`, [pair(ms)]),
    ),
    '',
    `Opened: ${besideLine(open.ratio, 'toArray')}`,
    cost('plain toArray', open.toArray),
    cost('sealed pages, held', open.opened),
    row('  pages opened, parsed', [pair(open.loadMs)]),
    row('  records held', [pair(open.holdMs)]),
    cost('whole session', open.session),
    '',
    `One record edited, ${edit.rounds} times, ${edit.sealedBytes} bytes sealed: ×${edit.ratio} one put and one append`,
    row('raw strict put', [pair(edit.putMs)]),
    row('raw flushed append', [pair(edit.appendMs)]),
    row('edit in both stores', [pair(edit.editMs)]),
    ...sizes.flatMap((size) => ['', ...sizeLines(size)]),
    '',
    ...growth.map(
      ({ from, to, searchable, cpu }) =>
        `One record, ${from} to ${to}: ×${searchable}, ×${cpu} processor time`,
    ),
    ...heldLines(figures.targets),
  ].join('\n');
}

function sizeLines(size: SizeFigures): string[] {
  const megabytes = Math.round(size.bytes / 1e6);
  return [
    `${size.count} records, ${megabytes} MB of JSON, heap ${size.heapMb} MB, load ${size.load}: ${besideLine(size.ratio, 'JSON.parse of the bytes')}; ${besideLine(size.ratioOfTexts, 'JSON.parse of texts')}`,
    row('key to session', [pair(size.sessionMs)]),
    row('key to open cases', [pair(size.usableMs)]),
    row('key to a search of all', [pair(size.searchableMs), pair(size.cpuMs)]),
    row('a later search', [pair(size.searchMs)]),
    row('database, files, keys', [pair(size.shelfMs)]),
    row('pages opened, parsed', [pair(size.loadMs)]),
    row('records held', [pair(size.holdMs)]),
    row('decoding and JSON.parse', [pair(size.readMs), pair(size.readCpuMs)]),
    row('JSON.parse of texts alone', [pair(size.parseMs), pair(size.parseCpuMs)]),
    row('filled, compacted', [String(size.commitsMs), String(size.compactMs)]),
  ];
}

function besideLine({ ms, cpu }: Beside, peer: string): string {
  return `×${ms} ${peer}, ×${cpu} in processor time`;
}

function cost(name: string, { ms, cpuMs }: Cost): string {
  return row(name, [pair(ms), pair(cpuMs)]);
}

function row(name: string, cells: readonly string[]): string {
  return `  ${name.padEnd(32)}${cells.map((cell) => cell.padStart(18)).join('')}`;
}

function pair({ p50, p95 }: Spread): string {
  return `${p50} / ${p95}`;
}
