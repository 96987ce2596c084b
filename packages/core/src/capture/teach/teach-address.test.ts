import { describe, expect, it } from 'vitest';
import { readPage } from '../../page/read-page.js';
import { snapshotOfHtml } from '../../page/saved-page.js';
import { taughtAddress } from './teach-address.js';

describe('taughtAddress', () => {
  const of = (url: string) => {
    const snapshot = snapshotOfHtml(
      '<h1>Enquiry register</h1><dl><dt>Known as</dt><dd>Kit Wraxhollow</dd></dl>',
      { url },
    );
    return taughtAddress({ snapshot, reading: readPage(snapshot) });
  };

  it('keeps the screen and leaves out the record', () => {
    expect(of('https://rms.example.org/records/17/view?id=17&_task=mail&q=Kit')).toEqual({
      hosts: ['rms.example.org'],
      paths: ['/records/*/view'],
      query: { _task: 'mail' },
      link: { query: ['id'] },
    });
    expect(of('https://rms.example.org/Ticket/Display.html')?.paths).toEqual([
      '/Ticket/Display.html',
    ]);
  });

  it.each(['wraxhollow', 'kit-wraxhollow', 'some-body', 'Kit', 'AB12', '%41'])(
    'takes no name into a path: %s',
    (name) => {
      expect(of(`https://rms.example.org/people/${name}`)?.paths).toEqual(['/people/*']);
    },
  );

  it('says nothing of what has no address on a network', () => {
    expect(of('file:///home/kit/page.html')).toBeUndefined();
    expect(of('pasted')).toBeUndefined();
  });
});
