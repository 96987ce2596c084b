/** An organisation becomes another by a named act alone. */
import { expect, it } from 'vitest';
import { buildId, buildOrganisation, newRecord } from '../../testing/fiction/builder.js';
import { refused, setting, underLaw } from '../../testing/law-under-test.js';

it('refuses that an organisation became one that is not held, or without how it is known', async () => {
  const { keep, store } = await underLaw();
  const organisation = buildOrganisation();
  const now = buildOrganisation({ name: 'Testford Upper School' });
  await keep(newRecord('organisation', organisation), newRecord('organisation', now));
  const became = async (set: object) => {
    const before = await store.get('organisation', organisation.id);
    if (!before) throw new Error('not held');
    const said = { becameId: now.id, becameHow: 'renamed', becameOn: '2026-11-01' };
    return keep(setting(before, { ...said, becameWhy: 'Its letter says so', ...set }));
  };
  await expect(became({ becameId: buildId() })).rejects.toMatchObject(refused('organisation-gone'));
  for (const name of ['becameHow', 'becameOn', 'becameWhy'])
    await expect(became({ [name]: null })).rejects.toMatchObject(refused('became-unsaid'));
  await became({});
});
