import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Adapter } from './adapter.js';
import { AdapterSwitch, adaptersInUse, isSwitchedOff } from './adapter-switch.js';

const adapter = (id: string, version: string): Adapter => ({
  id,
  title: id,
  version,
  owner: 'Test',
  engine: '>=0.0.1',
  match: { anchors: [{ label: 'A' }] },
  screens: [{ fields: {} }],
  fixtures: [],
});
const ticket = adapter('request-tracker/ticket', '1.2.0');

describe('a switch', () => {
  it('takes out the versions that it names, and no others', () => {
    const off = (id: string, versions: string) => isSwitchedOff(ticket, [{ id, versions }]);
    expect(off('request-tracker/ticket', '<1.3')).toBe(true);
    expect(off('request-tracker/ticket', '>=1.3')).toBe(false);
    expect(off('request-tracker/*', '*')).toBe(true);
    expect(off('request-tracker/user', '*')).toBe(false);
    expect(off('request/*', '*')).toBe(false);
  });

  it('refuses an id or a range that is none', () => {
    expect(v.is(AdapterSwitch, { id: 'a/b', versions: '<1.3' })).toBe(true);
    expect(v.is(AdapterSwitch, { id: '*', versions: '*' })).toBe(false);
    expect(v.is(AdapterSwitch, { id: 'a/b', versions: 'old' })).toBe(false);
    expect(v.is(AdapterSwitch, { id: 'a/b', versions: '*', script: '1' })).toBe(false);
  });
});

describe('the adapters in use', () => {
  it('are the newest of each id, the later source’s between equals', () => {
    const [old, same] = [adapter('request-tracker/ticket', '1.1.9'), { ...ticket, owner: 'Force' }];
    expect(adaptersInUse([[ticket], [old]])).toEqual([ticket]);
    expect(adaptersInUse([[ticket], [same]])).toEqual([same]);
    expect(adaptersInUse([[ticket, adapter('a/b', '1.0.0')]])).toHaveLength(2);
  });

  it('fall back to the version that is left when the newest is switched off', () => {
    const old = adapter('request-tracker/ticket', '1.1.9');
    const off = [{ id: 'request-tracker/ticket', versions: '>=1.2' }];
    expect(adaptersInUse([[ticket], [old]], off)).toEqual([old]);
  });
});
