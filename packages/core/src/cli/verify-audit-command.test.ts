import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signCheckpoint, writeCheckpoint } from '../store/audit/audit-file-checkpoint.js';
import { type AuditUnderTest, at, auditUnderTest } from '../testing/store/signed-chain.js';
import { verifyAuditCommand } from './verify-audit-command.js';

const folder = mkdtempSync(join(tmpdir(), 'audit-'));
let audit: AuditUnderTest;
beforeAll(async () => {
  audit = await auditUnderTest(40);
});
afterAll(() => rmSync(folder, { recursive: true }));

function kept(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function run(...args: string[]) {
  const [out, error]: [string[], string[]] = [[], []];
  const code = await verifyAuditCommand(args, {
    out: (line) => out.push(line),
    error: (line) => error.push(line),
  });
  return { code, out: out.join('\n'), error: error.join('\n') };
}

describe('verify-audit', () => {
  it('ends with 0 for a whole file, names whose key it is, and says what it cannot see', async () => {
    const { code, out, error } = await run(kept('whole.jsonl', audit.lines.join('')));
    expect([code, error]).toEqual([0, '']);
    expect(out).toMatch(/^WHOLE: 40 entries/);
    expect(out).toContain(audit.key.signingKey);
    expect(out).toContain(audit.end.head.slice(0, 4));
    expect(out).toContain('No earlier checkpoint was handed in');
  });

  it('compares with a checkpoint, as exported or as typed from paper', async () => {
    const file = kept('file.jsonl', audit.lines.join(''));
    const place = await audit.placeAt(20);
    const signed = await signCheckpoint(place, at(20), audit.signer);
    const checkpoint = kept('checkpoint.txt', writeCheckpoint(signed));
    const good = await run(file, '--checkpoint', checkpoint);
    expect(good.code).toBe(0);
    expect(good.out).not.toContain('No earlier checkpoint');
    const paper = kept('paper.txt', `Sequence: 20\nHead: ${'ab12 '.repeat(16)}`);
    const other = await run('--checkpoint', paper, file);
    expect(other.code).toBe(1);
    expect(other.out).toMatch(/^NOT WHOLE\.\n {2}This is another history: entry 20 /);
  });

  it('ends with 1 for a bad entry, and names the first', async () => {
    const altered = audit.withLine(7, audit.lineOf(7).replace(/"at":"2026/, '"at":"2025'));
    const { code, out } = await run(kept('altered.jsonl', altered));
    expect(code).toBe(1);
    expect(out).toMatch(/^NOT WHOLE\.\n {2}Entry 7 of the log does not have/);
    expect(out).toContain('Good entries, from the first on: 6');
  });

  it('ends with 1 for a file that was cut short', async () => {
    const { code, out } = await run(kept('cut.jsonl', audit.lines.slice(0, 31).join('')));
    expect(code).toBe(1);
    expect(out).toContain('10 entries are missing at the end: there are 30, and there were 40.');
  });

  it('gives the verdict as JSON when asked', async () => {
    const file = kept('json.jsonl', audit.lines.slice(0, 31).join(''));
    const { code, out } = await run('--json', file);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ isWhole: false, firstBad: 31, entries: 30 });
  });

  it('ends with 2 when there is nothing to judge', async () => {
    const file = kept('good.jsonl', audit.lines.join(''));
    for (const args of [
      [],
      [file, file],
      [file, '--loud'],
      [join(folder, 'none.jsonl')],
      [folder],
      [kept('letter.txt', 'Dear Sir')],
      [file, '--checkpoint', kept('letter-too.txt', 'Dear Sir')],
      [file, '--checkpoint', kept('long.txt', 'x'.repeat(200_000))],
      [file, '--checkpoint', join(folder, 'none.txt')],
    ]) {
      const { code, out, error } = await run(...args);
      expect([code, out]).toEqual([2, '']);
      expect(error).not.toBe('');
    }
    const told = await run('--json', kept('letter.json', 'Dear Sir'));
    expect(told.code).toBe(2);
    expect(JSON.parse(told.out)).toMatchObject({ isRead: false, issues: [{}] });
  });

  it('prints no mark that steers a terminal, whatever the file says', async () => {
    const hostile = audit.lineOf(0).replace('"team":"practice"', '"team":"\\u001b[2J\u009b\u202e"');
    expect(hostile).not.toBe(audit.lineOf(0));
    const file = kept('hostile.jsonl', [hostile, ...audit.lines.slice(1)].join(''));
    for (const args of [[file], [file, '--json']]) {
      const { code, out } = await run(...args);
      expect(code).toBe(1);
      expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }
  });

  it('says how it is used', async () => {
    expect(await run('--help')).toMatchObject({ code: 0, out: expect.stringContaining('--json') });
    expect((await run('--', '--help')).code).toBe(0);
  });
});
