/** The figures for a reader. */
import type { CaptureFigures, PeerFigures, SizeFigures } from './capture.ts';
import type { Spread } from './figures.ts';
import type { Held } from './targets.ts';

export function captureTable(figures: CaptureFigures): string {
  const { machine, browser, peers, sizes, growth, closedPanel, targets } = figures;
  const versions = Object.entries(peers).map(([name, version]) => `${name} ${version}`);
  return [
    `Press to draft, panel open, milliseconds, p50 / p95`,
    `${browser} on ${machine.processor}, ${machine.coreCount} cores; load before ${machine.load[0]}`,
    `Beside ${versions.join(', ')}`,
    ...sizes.flatMap((size) => ['', ...sizeLines(size)]),
    '',
    ...growth.map(
      ({ from, to, perNode }) =>
        `One node, ${from} to ${to}: toolkit ×${perNode.toolkit}, readability + turndown ×${perNode.readabilityTurndown}, defuddle ×${perNode.defuddle}, DOMParser ×${perNode.domParser}`,
    ),
    `Closed panel, ${closedPanel.rounds} presses: shell ${pair(closedPanel.shellMs)}, draft ${pair(closedPanel.draftMs)}`,
    ...heldLines(targets),
  ].join('\n');
}

export function heldLines(targets: readonly Held[]): string[] {
  return [
    '',
    'Targets',
    ...targets.map(
      ({ what, figure, target, isMet }) =>
        `  ${isMet ? 'met   ' : 'missed'}  ${what}: ${figure}, at most ${target}`,
    ),
  ];
}

function sizeLines(size: SizeFigures): string[] {
  const { nodes, nodeCount, rounds, load, toolkit, ratio } = size;
  const { longest } = toolkit;
  return [
    `${nodes} nodes (${nodeCount} counted), ${rounds} rounds, load ${load}`,
    row('', ['total', 'told', 'in page', 'hand-over', 'reading', 'paint', 'first']),
    row('toolkit', [
      pair(toolkit.totalMs),
      pair(toolkit.toldMs),
      pair(toolkit.walkMs),
      pair(toolkit.handOverMs),
      pair(toolkit.readingMs),
      pair(toolkit.paintMs),
      String(toolkit.firstMs),
    ]),
    row('  in the worker', [
      '',
      '',
      '',
      `parse ${toolkit.parseMs.p50}`,
      `read ${toolkit.readMs.p50}`,
      `draft ${toolkit.draftMs.p50}`,
    ]),
    peerRow('readability + turndown', size.readabilityTurndown),
    peerRow('defuddle', size.defuddle),
    row('DOMParser, one parse', [pair(size.domParserMs)]),
    `  toolkit is ×${ratio.readabilityTurndown} readability + turndown, ×${ratio.defuddle} defuddle, ×${ratio.domParser} DOMParser; ${toolkit.rowCount} values`,
    `  longest task: page ${longest.pageMs} (one stretch of the walk ${longest.stretchMs}), panel ${longest.panelMs}, panel afterwards ${longest.panelLaterMs}`,
  ];
}

function peerRow(name: string, peer: PeerFigures): string {
  return row(name, [
    pair(peer.totalMs),
    pair(peer.toldMs),
    pair(peer.readMs),
    pair(peer.handOverMs),
    '',
    pair(peer.paintMs),
    String(peer.firstMs),
  ]);
}

function row(name: string, cells: readonly string[]): string {
  return `  ${name.padEnd(24)}${cells.map((cell) => cell.padStart(16)).join('')}`.trimEnd();
}

function pair({ p50, p95 }: Spread): string {
  return `${p50} / ${p95}`;
}
