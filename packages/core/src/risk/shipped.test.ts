import { describe, expect, it } from 'vitest';
import { HANDMADE } from '../testing/instrument-under-test.js';
import { levelOf } from './level.js';
import { protectedWords } from './protected-words.js';
import { gatherInstruments } from './shipped.js';

const shipped = gatherInstruments();
function instrument(id: string) {
  const found = shipped.get(id);
  if (!found) throw new Error(`no instrument ${id}`);
  return found;
}

it('ships no instrument with age, sex, ethnicity, religion, disability or neurodiversity as an item', () => {
  const instruments = [...gatherInstruments().values()];
  expect(instruments.length).toBeGreaterThan(0);
  for (const { items } of instruments)
    for (const each of items) expect(protectedWords(each)).toEqual([]);
});

it('ships no instrument that asks for a fact, or which adjustments somebody needs', () => {
  for (const { applies = [] } of shipped.values()) expect(applies).toEqual([]);
  const near = [...shipped.values()].flatMap(({ items }) =>
    items.filter(({ prompt }) => /\b(?:adjustments?|needs?)\b/iu.test(prompt)),
  );
  expect(near.map(({ id }) => id)).toEqual(['adjustments']);
  expect(near[0]?.hint).toContain('only whether there are any');
  expect(near[0]?.answers).toBeUndefined();
});

it('ships instruments that say how far their evidence goes', () => {
  for (const { status, source, items } of gatherInstruments().values()) {
    expect(['illustrative', 'professional-judgement']).toContain(status);
    for (const each of [source, ...items.map((one) => one.source)]) expect(each).not.toBe('');
  }
});

it('takes a later instrument of the same id, and refuses what is none', () => {
  expect(gatherInstruments([{ ...HANDMADE, id: 'demo-screen' }]).get('demo-screen')?.title).toBe(
    'Handmade',
  );
  expect(() => gatherInstruments([{ ...HANDMADE, version: '1' }])).toThrow(
    'Use a version like 1.0.0',
  );
});

it('calls nothing validated, and gives each item a source with its status', () => {
  for (const id of ['cyber-prevent-judgement', 'thrive-record', 'impact-scale'])
    for (const { status, source } of instrument(id).items) {
      expect(status).toBeDefined();
      expect(source).not.toBe('');
    }
});

describe('the structured judgement', () => {
  const judgement = instrument('cyber-prevent-judgement');
  const all = (answer: string) => Object.fromEntries(judgement.items.map(({ id }) => [id, answer]));

  it('asks of all nine domains', () => {
    expect(judgement.domains).toHaveLength(9);
    for (const { id } of judgement.domains ?? [])
      expect(judgement.items.some(({ domain }) => domain === id)).toBe(true);
  });

  it('gives no level from nothing, and is low only where the answers say so', () => {
    expect(levelOf(judgement, {})).toMatchObject({
      bands: ['low', 'medium', 'high'],
      noLevel: 'too-few-answers',
    });
    expect(levelOf(judgement, all('unknown')).bands).toEqual(['low', 'medium', 'high']);
    expect(levelOf(judgement, all('absent')).level).toBe('low');
    expect(levelOf(judgement, all('present')).level).toBe('high');
  });

  it('lets no need, no adjustment and no knowledge of the law move a level', () => {
    const context = judgement.items.filter(({ bears }) => bears === 'context');
    expect(context.length).toBeGreaterThan(4);
    const without = levelOf(judgement, { ...all('absent'), recruited: 'present' });
    for (const { id } of context)
      for (const answer of ['present', 'partly', 'unknown'])
        expect(
          levelOf(judgement, { ...all('absent'), recruited: 'present', [id]: answer }).level,
        ).toBe(without.level);
  });

  it.each([
    [{ 'unauthorised-access': 'present' }, 'medium'],
    [{ 'unauthorised-access': 'partly' }, 'low'],
    [{ forums: 'partly', peers: 'partly', standing: 'partly' }, 'medium'],
    [{ 'held-over': 'present' }, 'medium'],
    [{ 'means-harm': 'present' }, 'low'],
    [{ 'means-harm': 'present', skill: 'present' }, 'high'],
    [{ 'people-harmed': 'present' }, 'low'],
    [{ 'people-harmed': 'present', 'impairing-acts': 'partly' }, 'high'],
    [{ 'serious-damage': 'present' }, 'high'],
  ])('with %j and all else absent is %s', (given, level) => {
    expect(levelOf(judgement, { ...all('absent'), ...given }).level).toBe(level);
  });
});

it('takes the gravest impact on any kind of victim', () => {
  const scale = instrument('impact-scale');
  const none = { person: 'none', school: 'none', business: 'none', 'essential-service': 'none' };
  expect(levelOf(scale, none)).toMatchObject({ level: 'none', concerns: [] });
  expect(levelOf(scale, { ...none, school: 'moderate', person: 'slight' }).level).toBe('moderate');
  expect(levelOf(scale, { ...none, person: 'grave' }).level).toBe('grave');
  expect(levelOf(scale, { person: 'moderate' }).bands).toEqual(['moderate', 'serious', 'grave']);
});

it('records THRIVE and gives no level', () => {
  expect(levelOf(instrument('thrive-record'), { threat: 'present' })).toMatchObject({
    bands: [],
    noLevel: 'gives-no-level',
    concerns: [{ item: 'threat', answer: 'present' }],
  });
});

it('says of nobody that an act is established, which no answer records', () => {
  for (const { id, rules = [], bands } of gatherInstruments().values())
    for (const { reason } of [...rules, ...bands])
      expect([id, reason?.text ?? '']).not.toEqual([
        id,
        expect.stringMatching(/(?<!not mean it )is (?:admitted or )?established/),
      ]);
});
