import { describe, expect, it } from 'vitest';
import { valuePaths } from './case-kind.js';
import { loadTemplate, parseTemplate } from './template.js';
import { caseSummary } from './templates/case-summary.js';

const head = '---\nid: note\ntitle: A note\nmarking: OFFICIAL\nneeds: [subject]\n---\n\n';
const issuesOf = (markdown: string) =>
  parseTemplate(markdown).issues.map(({ at, message }) => `${at}: ${message}`);

describe('parseTemplate', () => {
  it('accepts the case summary that ships', () => {
    expect(loadTemplate(caseSummary)).toMatchObject({
      id: 'case-summary',
      marking: 'OFFICIAL-SENSITIVE',
      needs: ['subject'],
    });
  });

  it('names line and column of a path that a case file cannot have, and what it could be', () => {
    const [issue] = issuesOf(`${head}Name: :value[subject.nme]`);
    expect(issue).toMatch(/^line 8, column 7: There is no path "subject\.nme"/);
    expect(issue).toContain('givenNames');
  });

  it.each([
    ['a path through a list', ':value[subject.addresses.lines]', 'There is no path'],
    ['a list printed as a value', ':value[subject.addresses]', 'is a list'],
    ['a thing printed whole', ':value[subject]', 'Say which part'],
    ['a path that the head does not ask for', ':value[referral.reference]', 'Add "referral"'],
    ['a member of every object', ':value[constructor]', 'There is no path'],
    ['an unknown directive', ':name[subject.name]', 'There is no directive "name"'],
    ['a colon that makes a directive', 'At 10:30', 'For a plain colon write \\:'],
    ['a value as a block', '::value[subject.name]', 'There is no directive "value" here'],
    ['an attribute that means nothing', ':value[subject.name]{style=bold}', 'takes no style'],
    ['a form that does not exist', ':value[subject.bornOn]{as=time}', 'There is no form "time"'],
    ['a date that is none', ':value[subject.name]{as=date}', 'is not a date'],
    ['a grade that is none', ':value[subject.name]{as=grade}', 'is not a grade'],
    ['a code without a list', ':value[subject.name]{as=code}', 'draws from no code list'],
    ['a list that does not exist', ':value[subject.name]{as=code list=x}', 'no code list "x"'],
    ['a column that does not exist', '::table{of=subject.schools columns="x"}', 'no column "x"'],
    ['a table without columns', '::table{of=subject.schools}', 'Name the columns'],
    ['a table of one thing', '::table{of=subject columns="name"}', 'is not a list'],
    ['a condition on nothing', ':::when{present=subject.x}\ny\n:::', 'There is no path'],
    ['an absence of nothing', ':::when{absent=subject.x}\ny\n:::', 'There is no path'],
    [
      'two conditions at once',
      ':::when{present=subject.name absent=subject.name}\ny\n:::',
      'Enter a path',
    ],
    ['HTML', '<b>x</b>', 'holds no HTML'],
    ['a link', '[x](https://example.org)', 'holds no links'],
    ['a bare address', 'See https://example.org', 'holds no links'],
    ['an image', '![x](x.png)', 'holds no images'],
  ])('refuses %s', (_, body, message) => {
    const issues = issuesOf(head + body);
    expect(issues.join('\n')).toContain(message);
    expect(issues[0]).toMatch(/^line 8, column \d+: /);
  });

  it.each([
    ['no front matter', '# Report', 'line 1, column 1: Start the template with'],
    ['YAML that cannot be read', '---\nid: [\n---\n', 'The front matter cannot be read'],
    ['a list in place of a head', '---\n- id\n---\n', 'line 2, column 1: Start the template with'],
    ['a missing title', head.replace('title: A note\n', ''), 'Enter title'],
    ['a marking above OFFICIAL', head.replace('OFFICIAL', 'SECRET'), 'line 4, column 10: Select'],
    ['an unknown member', head.replace('needs', 'colour: red\nneeds'), 'no "colour"'],
    ['an unknown need', head.replace('[subject]', '[victim]'), 'line 5, column 9: A case file'],
    ['an alias', head.replace('[subject]', '&a [subject]\nmay: *a'), 'takes no *alias'],
  ])('refuses %s', (_, markdown, message) => {
    expect(issuesOf(markdown).join('\n')).toContain(message);
  });

  it('reports every mistake at once', () => {
    expect(issuesOf(`${head}:value[a]\n\n:value[b]\n\n:value[c]`)).toHaveLength(3);
  });

  it('reads a file with a byte order mark and Windows line ends', () => {
    expect(parseTemplate(`\uFEFF${head.replaceAll('\n', '\r\n')}Text`).ok).toBe(true);
  });
});

it('accepts every path that it offers', () => {
  const all = valuePaths();
  const needs = [...new Set(all.map((path) => path.split('.')[0]))];
  const markdown = head.replace('[subject]', `[${needs.join(', ')}]`);
  expect(all).toContain('subject.bornOn');
  expect(issuesOf(markdown + all.map((path) => `:value[${path}]`).join('\n\n'))).toEqual([]);
});

describe('loadTemplate', () => {
  it('throws with the place of the mistake: a package that ships it is wrong', () => {
    expect(() => loadTemplate({ id: 'note', markdown: `${head}:value[x]` })).toThrow(
      expect.objectContaining({
        code: 'CP_TEMPLATE_INVALID',
        message: expect.stringContaining('line 8, column 1'),
      }),
    );
  });

  it('throws when the id and the front matter differ', () => {
    expect(() => loadTemplate({ id: 'other', markdown: head })).toThrow('calls itself "note"');
  });
});
