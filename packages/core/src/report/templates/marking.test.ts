import { expect, it } from 'vitest';
import { MARKING_OF_A_PERSON } from '../../record/marking.js';
import * as report from '../index.js';
import type { TemplateSource } from '../template.js';

const isTemplate = (each: unknown): each is TemplateSource =>
  typeof each === 'object' &&
  each !== null &&
  'markdown' in each &&
  typeof each.markdown === 'string';
const shipped = Object.values<unknown>(report).filter(isTemplate);

it('finds the documents that ship', () => {
  expect(shipped.length).toBeGreaterThan(6);
});

it.each(shipped)('marks $id as whatever is about a named person', ({ markdown }) => {
  const head = markdown.split('---')[1]?.split('\n') ?? [];
  expect(head).toContain(`marking: ${MARKING_OF_A_PERSON}`);
});
