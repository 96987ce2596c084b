import type { FieldPath, ImportedReferral, Issue } from '@cyber-prevent/core/plugin';
import { importContext } from '@cyber-prevent/core/testing';
import { describe, expect, it } from 'vitest';
import { csvImporter } from './index.js';

const context = importContext();

async function read(text: string, columns?: readonly (FieldPath | undefined)[]) {
  const bytes = new TextEncoder().encode(text);
  const result = await csvImporter.read(bytes, { ...context, ...(columns ? { columns } : {}) });
  const referrals: readonly ImportedReferral[] = result.ok ? result.value : [];
  return { ok: result.ok, referrals, issues: result.issues };
}

const names = (referrals: readonly ImportedReferral[]) =>
  referrals.map(({ values }) => values['subject.name']?.[0]);
const codes = (issues: readonly Issue[] = []) => issues.map(({ code }) => code);
/** True if nothing of the referral starts as taken. */
const isAllAsked = ({ values, unsure = [] }: ImportedReferral) =>
  Object.keys(values).every((path) => unsure.includes(path as FieldPath));

describe('a row', () => {
  it('of another length than the headings starts with nothing taken', async () => {
    const { referrals } = await read(
      'Name,DOB,Telephone,Postcode\nWren Abara 14/03/2010,07700 900301,ZZ99 1AA\nIvo Abara,14/03/2010,,ZZ99 1AA\nMo, Abara,14/03/2010,07700 900302,ZZ99 1AA\n',
    );
    expect(referrals.map(isAllAsked)).toEqual([true, false, true]);
    expect(codes(referrals[0]?.issues)).toContain('row-too-short');
    expect(referrals[2]?.issues[0]?.message).toContain('“ZZ99 1AA”');
  });

  it('of the right length with its cells under the wrong headings starts with nothing taken', async () => {
    const { referrals } = await read(
      'Name,DOB,Telephone,Email\nAbara,Wren,14/03/2010,07700 900301\nIvo Abara,not known yet,ask mother,none\n',
    );
    expect(referrals.map(isAllAsked)).toEqual([true, false]);
    expect(referrals.map(({ issues }) => codes(issues).includes('row-shifted'))).toEqual([
      true,
      false,
    ]);
  });

  it('with a quotation mark that nothing closes is asked, and swallows nobody below it', async () => {
    for (const end of ['', 'Sol Reyes,15/05/2010,he "left\n']) {
      const { referrals } = await read(
        `Name,DOB,What happened\nWren Abara,14/03/2010,"said so\nIvo Quay,15/04/2010,x\n${end}`,
      );
      expect(names(referrals).slice(0, 2)).toEqual(['Wren Abara', 'Ivo Quay']);
      expect(referrals.map(isAllAsked).slice(0, 2)).toEqual([true, false]);
      expect(codes(referrals[0]?.issues)).toContain('row-broken');
      expect(referrals[0]?.values['referral.narrative']).toEqual(['said so']);
    }
  });

  it('within a cell of another is pointed out, and the cell stays as it is', async () => {
    const { referrals } = await read(
      'Name,DOB,What happened\nWren Abara,14/03/2010,"said\nIvo Quay,15/04/2010,x"\nSol Reyes,15/05/2010,"one, two, three\nand four, five, six"\n',
    );
    expect(referrals.map(({ issues }) => codes(issues))).toEqual([['cell-holds-row'], []]);
    expect(isAllAsked(referrals[0] as ImportedReferral)).toBe(false);
  });

  it('ends at a CR, an LF or both, each as it comes', async () => {
    const { referrals } = await read('Name,Postcode\r\nWren,ZZ99 1AA\nIvo,ZZ99 1AB\rSol,ZZ99 1AC');
    expect(names(referrals)).toEqual(['Wren', 'Ivo', 'Sol']);
    expect(referrals.map(({ at }) => at)).toEqual(['row 2', 'row 3', 'row 4']);
  });

  it('that is the headings again, or the sign at the end of a DOS file, is nobody', async () => {
    const { referrals, issues } = await read('Name,DOB\nWren,14/03/2010\nNAME, DOB \nIvo,\n\u001a');
    expect(names(referrals)).toEqual(['Wren', 'Ivo']);
    expect(issues).toMatchObject([{ code: 'row-of-headings', at: 'row 3' }]);
  });

  it('with a word under no heading, or under a status, shows it', async () => {
    const { referrals } = await read(
      'Name,Status,Colour,\nWren,Wrong child,red,\nIvo,,blue,do not ring home\n',
    );
    expect(referrals.map(({ issues }) => issues.map(({ message }) => message))).toEqual([
      ['Not read, under “Status”: “Wrong child”'],
      ['Not read, without a heading: “do not ring home”'],
    ]);
  });

  it('whose age is not that of its date of birth has the date asked', async () => {
    const { referrals } = await read(
      'Name,DOB,Age\nWren,14/03/2010,9\nIvo,14/03/2010,16\nSol,14/03/2010,\nMo,14/03/2010,40\n',
    );
    expect(referrals.map(({ unsure }) => unsure)).toEqual([
      ['subject.bornOn'],
      undefined,
      undefined,
      ['subject.bornOn'],
    ]);
    expect(codes(referrals[0]?.issues)).toEqual(['age-differs']);
  });
});

describe('a heading', () => {
  it('that comes again among the columns of a parent is not read as the child’s', async () => {
    const text =
      'Name,DOB,Telephone,Mother,DOB,Telephone\nWren,14/03/2010,,Ada,01/02/1980,07700 900303\nIvo,,,Ada,01/02/1980,07700 900303\n';
    const { referrals, issues } = await read(text);
    expect(referrals.map(({ values }) => values['subject.bornOn'])).toEqual([
      ['14/03/2010'],
      undefined,
    ]);
    expect(referrals.map(({ values }) => values['subject.phones[]'])).toEqual([
      undefined,
      undefined,
    ]);
    expect(referrals[0]?.unsure).toEqual(['subject.bornOn']);
    expect(issues).toMatchObject([
      { code: 'heading-twice', at: 'row 1, column 5' },
      { code: 'heading-twice', at: 'row 1, column 6' },
    ]);
    const asked = await csvImporter.columns?.(new TextEncoder().encode(text), context);
    expect(asked?.ok && asked.value.map(({ path }) => path).slice(3)).toEqual([
      'relatedPersons[].name',
      undefined,
      undefined,
    ]);
  });

  it('that comes again, with or without a number, is asked where one value is the person’s', async () => {
    const { referrals, issues } = await read(
      'Name,DOB,DOB.1,Telephone,Telephone 2\nWren,14/03/2010,15/03/2010,07700 900301,07700 900302\n',
    );
    expect(referrals[0]?.values['subject.bornOn']).toEqual(['14/03/2010', '15/03/2010']);
    expect(referrals[0]?.unsure).toEqual(['subject.bornOn']);
    expect(codes(referrals[0]?.issues)).toEqual(['column-twice']);
    expect(codes(issues)).toEqual(['heading-twice']);
  });

  it('of a form that keeps its sender, or of a contact, is asked', async () => {
    const form = await read(
      'Timestamp,Email address,Your name,Name of young person\n1/9/2026 8:14,t@example.org,Ms Ade,Wren\n',
    );
    expect(form.referrals[0]?.unsure).toEqual(['subject.emails[]']);
    expect(codes(form.issues)).toContain('heading-of-other');
    const contact = await read('Name,Contact name,Contact email\nWren,Ada Abara,a@example.org\n');
    expect(contact.referrals[0]?.unsure).toEqual(
      expect.arrayContaining(['subject.name', 'subject.emails[]']),
    );
    const own = await read('Name,Contact email\nWren,w@example.org\n');
    expect(own.referrals[0]?.unsure).toBeUndefined();
  });

  it('that an officer has settled is taken as they said', async () => {
    const { referrals, issues } = await read(
      'Name,DOB,Mother,DOB\nWren,14/03/2010,Ada,1/2/1980\n',
      ['subject.name', 'subject.bornOn', 'relatedPersons[].name', undefined],
    );
    expect(referrals[0]?.unsure).toBeUndefined();
    expect(issues).toEqual([]);
  });

  it('of middle names adds to the given names', async () => {
    const { referrals } = await read(
      'First name,Middle names,Surname\nWren,Ada Mo,Abara\nIvo,,Quay\n',
    );
    expect(referrals.map(({ values }) => values['subject.givenNames'])).toEqual([
      ['Wren Ada Mo'],
      ['Ivo'],
    ]);
    expect(referrals.map(({ unsure }) => unsure)).toEqual([undefined, undefined]);
  });
});

describe('the top of a file', () => {
  it('may say its separator, or have a title above its headings', async () => {
    const said = await read('sep=;\r\nName;DOB\r\nWren;14/03/2010\r\n');
    expect(said.referrals).toMatchObject([{ at: 'row 3', values: { 'subject.name': ['Wren'] } }]);
    const titled = await read('Autumn list,\nMade by A. Ade,\n,\nName,DOB\nWren,14/03/2010\n');
    expect(titled.referrals).toMatchObject([{ at: 'row 5', values: { 'subject.name': ['Wren'] } }]);
    expect(titled.issues).toMatchObject([{ code: 'rows-above-headings', at: 'row 1' }]);
    expect(titled.issues[0]?.message).toContain('“Made by A. Ade”');
  });

  it('with two rows of headings is asked, and no child is called Name', async () => {
    const text = 'Young person,,Parent,\nName,DOB,Name,DOB\nWren,14/03/2010,Ada,01/02/1980\n';
    const own = await read(text);
    expect(own).toMatchObject({ ok: false, issues: [{ code: 'headings-unknown' }] });
    const asked = await csvImporter.columns?.(new TextEncoder().encode(text), context);
    expect(asked?.ok && asked.value.map(({ heading, path }) => [heading, path])).toEqual([
      ['Young person: Name', undefined],
      ['Young person: DOB', undefined],
      ['Parent: Name', undefined],
      ['Parent: DOB', undefined],
    ]);
    const { referrals } = await read(text, [
      'subject.name',
      'subject.bornOn',
      undefined,
      undefined,
    ]);
    expect(names(referrals)).toEqual(['Wren']);
  });

  it('without headings loses nobody once an officer says what the columns hold', async () => {
    const text = 'Wren Abara,14/03/2010\nIvo Quay,15/04/2010\n';
    expect((await read(text)).ok).toBe(false);
    const asked = await csvImporter.columns?.(new TextEncoder().encode(text), context);
    expect(asked?.ok && asked.value).toEqual([
      { heading: '', first: 'Wren Abara' },
      { heading: '', first: '14/03/2010' },
    ]);
    const { referrals } = await read(text, ['subject.name', 'subject.bornOn']);
    expect(referrals.map(({ at }) => at)).toEqual(['row 1', 'row 2']);
    expect(names(referrals)).toEqual(['Wren Abara', 'Ivo Quay']);
  });

  it('of headings with nobody below says so', async () => {
    expect(codes((await read('Name,DOB\n')).issues)).toEqual(['file-no-rows']);
  });
});

describe('a file', () => {
  it('in UTF-16 without its mark is refused, whoever says what it holds', async () => {
    const wide = new Uint8Array(
      [...'Name,DOB\nWren,14/03/2010\n'].flatMap((letter) => [letter.charCodeAt(0), 0]),
    );
    const said = await csvImporter.read(wide, { ...context, columns: ['subject.name'] });
    expect(said.ok).toBe(false);
    expect(codes(said.issues)).toEqual(['file-not-utf-8']);
    expect((await csvImporter.columns?.(wide, context))?.ok).toBe(false);
  });

  it('whose quotation marks do not pair at all is refused soon', async () => {
    const { ok, issues } = await read(`Name,Postcode\n${'"Wren,ZZ99 1AA x\n'.repeat(20_000)}`);
    expect(ok).toBe(false);
    expect(codes(issues)).toEqual(['file-not-csv']);
  });
});
