import { describe, expect, it, vi } from 'vitest';
import { dropHosts, makeHostAccess, type Permissions, patternOf } from './host-access.js';

/** A browser in which the officer gives this answer. */
function browser(answer: boolean | Error, held: readonly string[] = []) {
  let origins = [...held];
  const permissions = {
    request: vi.fn(async (asked: { origins?: string[] }) => {
      if (answer instanceof Error) throw answer;
      if (answer) origins.push(...(asked.origins ?? []));
      return answer;
    }),
    remove: vi.fn(async (gone: { origins?: string[] }) => {
      origins = origins.filter((each) => !gone.origins?.includes(each));
      return true;
    }),
    getAll: async () => ({ origins, permissions: ['scripting'] }),
  };
  return {
    permissions: permissions as unknown as Permissions,
    request: permissions.request,
    held: () => origins,
  };
}

describe('a host that the press does not open', () => {
  it('is asked for alone, at once, and given back', async () => {
    const { permissions, request, held } = browser(true);
    const hosts = makeHostAccess(permissions);
    const answer = hosts.ask('https://forms.school.example:8443');
    // Requested in the press itself: after an await the browser would refuse.
    expect(request).toHaveBeenCalledExactlyOnceWith({
      origins: ['https://forms.school.example/*'],
    });
    expect(await answer).toBe(true);
    expect(held()).toEqual(['https://forms.school.example/*']);
    await hosts.giveBack();
    expect(held()).toEqual([]);
  });

  it.each([
    ['the officer says no', false],
    ['the browser does not take the press', new Error('must be called during a user gesture')],
  ])('is not got when %s', async (_, answer) => {
    const { permissions, held } = browser(answer);
    expect(await makeHostAccess(permissions).ask('https://forms.school.example')).toBe(false);
    expect(held()).toEqual([]);
  });

  it.each(['null', 'about:blank', 'blob:https://a.example/1', 'data:text/html,x', 'file:///'])(
    'is not asked for where no permission helps: %s',
    async (origin) => {
      const { permissions, request } = browser(true);
      expect(await makeHostAccess(permissions).ask(origin)).toBe(false);
      expect(request).not.toHaveBeenCalled();
    },
  );

  it('is given back by whoever got it, and everything by a fresh start', async () => {
    const { permissions, held } = browser(true, ['https://left.example/*']);
    const hosts = makeHostAccess(permissions);
    await hosts.ask('http://a.example');
    await hosts.giveBack();
    expect(held()).toEqual(['https://left.example/*']);
    await dropHosts(permissions);
    expect(held()).toEqual([]);
  });
});

it('names a host without its port', () => {
  expect(patternOf('http://localhost:4173')).toBe('http://localhost/*');
});
