import { describe, expect, it } from 'vitest';
import { HOST_CLASSES, hostClassOf } from './host-class.js';

describe('hostClassOf', () => {
  it.each([
    ['https://rms.example.org/records/1', 'force'],
    ['http://localhost:4000/', 'force'],
    ['', 'force'],
    ['file:///record.html', 'force'],
    ['https://x.com/somebody', 'open-source'],
    ['https://www.github.com/x', 'open-source'],
    ['https://box.com/x', 'force'],
    ['https://t.me/x', 'open-source'],
    ['https://portal.fernbrook.sch.uk/', 'partner'],
    ['https://rms.northmoor.police.uk/', 'force'],
    ['https://pnc.northmoor.police.uk/', 'never'],
    ['https://LEDS-live.example.org/', 'never'],
    ['https://pnd/', 'never'],
    ['https://topnd.example.org/', 'force'],
  ])('%s is %s', (url, expected) => {
    expect(hostClassOf(url)).toBe(expected);
  });

  it('lets a force allow a host by naming it', () => {
    const rows = [
      ...HOST_CLASSES.rows,
      { class: 'force' as const, domains: ['pnc.northmoor.police.uk'] },
    ];
    expect(hostClassOf('https://pnc.northmoor.police.uk/', { ...HOST_CLASSES, rows })).toBe(
      'force',
    );
    expect(
      hostClassOf('https://pnc.northmoor.police.uk/', {
        ...HOST_CLASSES,
        rows: rows.toReversed(),
      }),
    ).toBe('force');
    expect(hostClassOf('https://pnc.southmarch.police.uk/', { ...HOST_CLASSES, rows })).toBe(
      'never',
    );
  });

  it('is dated, and says where it comes from', () => {
    expect(HOST_CLASSES).toMatchObject({
      checkedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      status: 'proposed',
    });
  });
});
