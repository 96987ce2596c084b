// @vitest-environment happy-dom
import { type CodeList, gatherCodeLists } from '@cyber-prevent/core';
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { StandingList } from './standing-list.js';
import { rowOfList, summaryWords } from './standing-words.js';

afterEach(cleanup);

const necessity = gatherCodeLists().get('necessity') as CodeList;
const gradings = gatherCodeLists().get('source-evaluation') as CodeList;
const given = (isOfficial: boolean): CodeList => ({
  ...necessity,
  givenBy: { issuer: 'Wendingshire cyber unit', isOfficial },
});

it('puts rows of one standing under one line, each with its source and day', () => {
  render(<StandingList rows={[necessity, gradings, necessity].map(rowOfList)} />);
  expect(screen.getAllByText('This toolkit’s own, not official')).toHaveLength(1);
  expect(screen.getByText('Quoted by others, not confirmed by your force')).toBeTruthy();
  expect(screen.getAllByRole('listitem')[0]?.textContent).toBe(
    `${necessity.title}: ${necessity.source}. Last checked 24 November 2026.`,
  );
});

it('names the issuer of what a pack gives, and any version that was recalled', () => {
  const recalls = [
    {
      version: '1.0.0',
      issuer: 'Wendingshire cyber unit',
      recalledOn: necessity.checkedOn,
      reason: 'Two were mixed up.',
    },
  ];
  render(<StandingList rows={[rowOfList({ ...given(false), recalls })]} />);
  expect(
    screen.getByText('From Wendingshire cyber unit. The issuer’s own, not official'),
  ).toBeTruthy();
  expect(screen.getByText(/was recalled on 24 November 2026\. Two were mixed up\.$/)).toBeTruthy();
});

it('says in one line if anything is official, and never that all is while something is not', () => {
  const words = (lists: readonly CodeList[], hasOthers = false) =>
    summaryWords(lists.map(rowOfList), hasOthers);
  expect(words([necessity])).toBe('Not official: the lists and rules on this page');
  expect(words([necessity, given(false)])).toMatch(/^Not official: .*, some from a pack$/);
  expect(words([given(true)])).toMatch(/^Official/);
  expect(words([given(true)], true)).toMatch(/^Some/);
  expect(words([given(true), gradings])).toMatch(/^Some/);
});
