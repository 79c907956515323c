import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import { AgencyVersion } from '../src/agencies/agency.entity.ts';
import { Database } from '../src/database/database.ts';
import { verifyRequests } from '../src/requests/verify.ts';
import { type Desk, startDesk } from './support/desk.ts';
import { eachEngine } from './support/engines.ts';
import { anAgency, aPerson, deadlineOf, file, filedOn } from './support/filing.ts';

const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT'].join('\r\n');
const ics = (...events: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'X-WR-CALNAME:State holidays', ...events, 'END:VCALENDAR', ''].join('\r\n');
const dayOff = (on: string, ...lines: string[]) => event(`DTSTART;VALUE=DATE:${on}`, ...lines);

eachEngine((engine) => {
  let desk: Desk;
  let agencyId: string;

  beforeAll(async () => {
    desk = await startDesk({ engine });
    desk.now.set('2026-11-02T17:00:00Z');
  }, 60_000);
  afterAll(() => desk?.stop());

  const CITES = `cites=${encodeURIComponent("Tex. Gov't Code 552.0031")}`;
  const sent = (body: string | FormData, type: string | null, query: string, headers: object = {}) =>
    desk.call('POST', `/agencies/${agencyId}/calendar/import?${query}`, body, {
      headers: { 'if-match': '*', ...(type && { 'content-type': type }), ...headers },
    });
  const sendCsv = (body: string, query = `mode=add&${CITES}`) => sent(body, 'text/csv', query);
  const sendIcs = (body: string, query = `mode=add&${CITES}`) => sent(body, 'text/calendar; charset=utf-8', query);
  const own = async () => (await desk.call('GET', `/agencies/${agencyId}`)).body.overrides.calendar?.add ?? [];
  const short = async () => (await own()).map((one: any) => `${one.from}${one.to ? `/${one.to}` : ''} ${one.name}`);
  const anew = async (fields: object = {}) => void (agencyId = await anAgency(desk, fields));

  it('of a CSV puts named days beside those there are, and moves dates with the reason', async () => {
    await anew({ overrides: { calendar: { add: ['2026-12-24'], remove: ['2026-11-11'] } } });
    const { id } = await file(desk, agencyId, [filedOn('2026-11-02'), { kind: 'received', on: '2026-11-02' }]);
    const csv = '\uFEFFdate,name\r\n2026-11-27,Day after Thanksgiving\r\n\r\n2026-12-05,"Saturday, of all days"\r\n';
    const query = `mode=add&${CITES}&url=${encodeURIComponent('https://statutes.example/552')}`;
    const answer = await sendCsv(csv, query);
    expect(answer.status).toBe(200);
    expect(answer.headers.etag).toBe('W/"2"');
    expect(answer.body).toMatchObject({ days: 2, changed: true, version: 2, agency: { id: agencyId, version: 2 } });
    expect(answer.body.notes).toEqual([
      'Sat 5 Dec 2026 (Saturday, of all days) is a weekend: it is kept, and changes nothing',
    ]);
    const cites = { label: "Tex. Gov't Code 552.0031", url: 'https://statutes.example/552' };
    expect(await own()).toEqual([
      '2026-12-24',
      { from: '2026-11-27', name: 'Day after Thanksgiving', cites },
      { from: '2026-12-05', name: 'Saturday, of all days', cites },
    ]);
    await desk.sweep();
    const request = (await desk.call('GET', `/requests/${id}`)).body;
    const determination = deadlineOf(request, 'determination');
    expect(determination.dueOn).toBe('2026-12-02');
    const says = 'Fri 27 Nov 2026 is not counted: Day after Thanksgiving';
    expect(determination.steps).toContainEqual({ on: '2026-11-27', says, cites });
    const { items } = (await desk.call('GET', `/requests/${id}/timeline`)).body;
    expect(items.at(-1)).toMatchObject({
      from: '2026-12-01',
      to: '2026-12-02',
      because: "the agency's calendar was imported from Tex. Gov't Code 552.0031",
    });
    expect((await desk.app.get(Database).snapshot(verifyRequests)).faults).toEqual([]);
  });

  it('a second time changes nothing: no version, no reading', async () => {
    await anew();
    const list = ics(dayOff('20261127', 'SUMMARY:Day after Thanksgiving'), dayOff('20261224'));
    for (const [mode, changed] of [
      ['add', true],
      ['add', false],
      ['replace', false],
    ]) {
      const { status, body } = await sendIcs(list, `mode=${mode}&${CITES}`);
      expect([mode, status, body.changed, body.version]).toEqual([mode, 200, changed, 2]);
    }
    expect(await short()).toEqual(['2026-11-27 Day after Thanksgiving', '2026-12-24 State holidays']);
    const versions = await desk.app.get(Database).read((scope) => scope.em.findBy(AgencyVersion, { agencyId }));
    expect(versions.map(({ version, because }) => [version, because])).toEqual([
      [1, null],
      [2, "the agency's calendar was imported from State holidays [Tex. Gov't Code 552.0031]"],
    ]);
  });

  it('may replace what there was, but for optional holidays and days worked', async () => {
    await anew({ overrides: { calendar: { add: ['inauguration-day', '2026-12-24'], remove: ['2026-11-11'] } } });
    await sendCsv('2026-11-27,Old\n2026-12-31,Gone\n');
    await sendCsv('from,to,name\n2026-12-28,2026-12-31,Winter closing\n', `mode=replace&${CITES}`);
    const { calendar } = (await desk.call('GET', `/agencies/${agencyId}`)).body.overrides;
    expect(calendar).toMatchObject({ remove: ['2026-11-11'] });
    expect(calendar.add[0]).toBe('inauguration-day');
    expect(calendar.add.slice(1)).toMatchObject([{ from: '2026-12-28', to: '2026-12-31', name: 'Winter closing' }]);
  });

  it('reads a day again under a new source in place of the old one', async () => {
    await anew();
    await sendCsv('2026-11-27,Closed\n', 'mode=add&cites=Draft');
    expect((await sendCsv('2026-11-27,Closed\n', 'mode=add&cites=Final')).body.changed).toBe(true);
    expect(await own()).toEqual([{ from: '2026-11-27', name: 'Closed', cites: { label: 'Final' } }]);
  });

  it('takes a file of a form, by its ending, and says its name', async () => {
    await anew();
    const form = (name: string, text: string, part = 'file') => {
      const data = new FormData();
      data.set(part, new Blob([text]), name);
      return data;
    };
    const headers = { 'idempotency-key': v7() };
    const query = `mode=add&${CITES}`;
    expect(await sent(form('days.csv', '2026-11-27\n'), null, query, headers)).toMatchObject({ status: 200 });
    const again = await sent(form('days.csv', '2026-11-27\n'), null, query, headers);
    expect([again.status, again.headers['idempotency-replayed']]).toEqual([200, 'true']);
    expect((await sent(form('days.csv', '2026-11-28\n'), null, query, headers)).status).toBe(422);
    expect((await sent(form('x/../days.ICS', ics(dayOff('20261225'))), null, query)).body.changed).toBe(true);
    expect((await sent(form('days.xlsx', 'PK'), null, query)).status).toBe(415);
    expect((await sent(form('days.csv', '2026-11-27\n', 'list'), null, query)).status).toBe(400);
    const versions = await desk.app.get(Database).read((scope) => scope.em.findBy(AgencyVersion, { agencyId }));
    expect(versions.map(({ because }) => because)).toEqual([
      null,
      "the agency's calendar was imported from days.csv [Tex. Gov't Code 552.0031]",
      "the agency's calendar was imported from days.ICS [Tex. Gov't Code 552.0031]",
    ]);
  });

  it('of an iCalendar reads spans, years, folded lines and what is cancelled', async () => {
    await anew();
    const list = ics(
      'BEGIN:VTIMEZONE',
      'TZID:X',
      'END:VTIMEZONE',
      event('DTSTART;VALUE=DATE:20261228', 'DTEND;VALUE=DATE:20270102', 'SUMMARY:Winter\\, closing\\nof all'),
      event('DTSTART;VALUE=DATE:20261110', 'DURATION:P2D', 'SUMMARY:Moving to an', '  other house'),
      event('DTSTART;VALUE=DATE:20240704', 'RRULE:FREQ=YEARLY;UNTIL=20270704', 'EXDATE;VALUE=DATE:20250704'),
      event('DTSTART;VALUE=DATE:20000229', 'RRULE:FREQ=YEARLY;COUNT=8', 'SUMMARY:Leap day'),
      event('DTSTART;VALUE=DATE:20261130', 'STATUS:CANCELLED', 'SUMMARY:Not any more'),
      event('DTSTART:20261203', 'SUMMARY:Without VALUE=DATE'),
    );
    const { status, body } = await sendIcs(list);
    expect(status).toBe(200);
    expect(await short()).toEqual([
      '2024-02-29 Leap day',
      '2024-07-04 State holidays',
      '2026-07-04 State holidays',
      '2026-11-10/2026-11-11 Moving to an other house',
      '2026-12-03 Without VALUE=DATE',
      '2026-12-28/2027-01-01 Winter, closing of all',
      '2027-07-04 State holidays',
      '2028-02-29 Leap day',
    ]);
    expect(body.notes).toEqual([
      'event 4: 6 of its years are more than 5 years from today and left out',
      'event 5: is cancelled and left out',
      'Sat 4 Jul 2026 (State holidays) is a weekend: it is kept, and changes nothing',
      'Sun 4 Jul 2027 (State holidays) is a weekend: it is kept, and changes nothing',
    ]);
  });

  it('takes cells that a spreadsheet would run, or a program would trip over, for names', async () => {
    await anew();
    const names = ['=HYPERLINK("http://x")', '@SUM(A1)', '-1+1', '__proto__', 'constructor', '<script>'];
    const csv = names.map((name, i) => `2026-12-0${i + 1},"${name.replaceAll('"', '""')}"`).join('\n');
    expect((await sendCsv(csv)).status).toBe(200);
    expect((await own()).map((one: any) => one.name)).toEqual(names);
  });

  describe('is refused whole', () => {
    beforeAll(() => anew());
    const refused = async (answer: { status: number; body: any }, status: number, pointer: string, says: string) => {
      expect([answer.status, answer.body.detail]).toEqual([status, expect.stringContaining(says)]);
      expect(answer.body.errors?.map((one: any) => one.pointer)).toContain(pointer);
      expect(await own()).toEqual([]);
    };

    it.each([
      ['a day that does not exist', '2026-11-27\n2026-02-30,x', '/rows/2', 'row 2: "2026-02-30" is no real day'],
      ['days written otherwise', 'date\n20261127', '/rows/2', 'row 2: "20261127" is no real day'],
      ['a second day that is none', '2026-11-27,2026-02-30', '/rows/1', '"2026-02-30" is no real day'],
      ['an end before its beginning', '2026-11-27,2026-11-26', '/rows/1', 'is before its first day'],
      ['a span too long', '2026-11-27,2028-11-26,x', '/rows/1', 'at most 400 days'],
      ['cells too many', '2026-11-27,2026-11-28,x,y', '/rows/1', 'has 4 cells'],
      ['a name too long', `2026-11-27,${'x'.repeat(201)}`, '/rows/1', 'at most 200 characters'],
      ['a column that is none', 'date,__proto__\n2026-11-27,x', '', 'a column "__proto__"'],
      ['a column twice', 'date,name,name\n2026-11-27,x,y', '', 'a column "name"'],
      ['semicolons', '2026-11-27;x', '/rows/1', 'is no real day'],
      ['an open quote', '2026-11-27,"x', '', 'is no CSV'],
      ['nothing', 'date,name\n', '', 'has no days'],
      ['NUL', '2026-11-27,a\u0000b', '', 'NUL'],
      ['too many rows', '2026-11-27,x\n'.repeat(10_000), '', 'has 10000 rows; at most 1000'],
      ['a row without end', `2026-11-27,"${'x'.repeat(500_000)}"`, '', 'is no CSV'],
    ])('as a CSV with %s', async (_, csv, pointer, says) => {
      await refused(await sendCsv(csv), 422, pointer, says);
    });

    it.each([
      ['a day that does not exist', [dayOff('20261127'), dayOff('20260230')], '/events/2', '2026-02-30 is no real day'],
      ['an hour', [event('DTSTART:20261127T090000Z')], '/events/1', 'DTSTART must be a whole day'],
      ['no day', [event('SUMMARY:x')], '/events/1', 'DTSTART is missing'],
      [
        'an end that is no later',
        [dayOff('20261127', 'DTEND;VALUE=DATE:20261127')],
        '/events/1',
        'DTEND 2026-11-27 must',
      ],
      ['a span too long', [dayOff('20261127', 'DTEND;VALUE=DATE:20281127')], '/events/1', 'at most 400 days'],
      ['a length in hours', [dayOff('20261127', 'DURATION:PT8H')], '/events/1', 'DURATION must be of whole days'],
      ['a rule for ever', [dayOff('20261127', 'RRULE:FREQ=YEARLY')], '/events/1', 'RRULE has no end'],
      ['a rule of days', [dayOff('20261127', 'RRULE:FREQ=DAILY;COUNT=9')], '/events/1', 'FREQ=DAILY is not read'],
      [
        'a rule of weekdays',
        [dayOff('20261127', 'RRULE:FREQ=YEARLY;COUNT=9;BYDAY=4TH')],
        '/events/1',
        'RRULE with BYDAY is not read',
      ],
      ['a rule that is none', [dayOff('20261127', 'RRULE:FREQ=NEVER;COUNT=9')], '', 'is no iCalendar'],
      [
        'a rule until no day',
        [dayOff('20261127', 'RRULE:FREQ=YEARLY;UNTIL=20281301')],
        '/events/1',
        'UNTIL is no real day',
      ],
      ['days in a list', [dayOff('20261127', 'RDATE;VALUE=DATE:20261128')], '/events/1', 'RDATE is not read'],
      [
        'a changed one of several',
        [dayOff('20261127', 'RECURRENCE-ID;VALUE=DATE:20261128')],
        '/events/1',
        'RECURRENCE-ID',
      ],
      ['a name too long', [dayOff('20261127', `SUMMARY:${'x'.repeat(201)}`)], '/events/1', 'at most 200 characters'],
      ['no events', [], '', 'has no days'],
      ['too many', [Array.from({ length: 10_000 }, () => dayOff('20261127')).join('\r\n')], '', 'has 10000 events'],
      ['a line without end', [dayOff('20261127', `X-A${';B=C'.repeat(100_000)}:1`)], '', 'has a line of more than'],
      [
        'a line that is folded without end',
        [dayOff('20261127', `SUMMARY:a${'\r\n b'.repeat(100_000)}`)],
        '',
        'has a line',
      ],
      ['boxes in boxes', ['BEGIN:A\r\n'.repeat(100_000)], '', 'is no iCalendar'],
    ])('as an iCalendar with %s', async (_, events, pointer, says) => {
      const list = ics(...events);
      await refused(await sendIcs(list), list.length > 1024 * 1024 ? 413 : 422, pointer, says);
    });

    it('when its years make too many days', async () => {
      const many = Array.from({ length: 200 }, (_, i) =>
        dayOff('20220103', `SUMMARY:${i}`, 'RRULE:FREQ=YEARLY;COUNT=9'),
      );
      await refused(await sendIcs(ics(...many)), 422, '', 'has 1800 days; at most 1000');
    });

    it('when the agency would have too many', async () => {
      const csv = (year: number) =>
        Array.from({ length: 9 }, (_, i) => `${year + i}-01-01,${year + i + 1}-01-31,x`).join('\n');
      expect((await sendCsv(csv(2030))).status).toBe(200);
      const answer = await sendCsv(csv(2050));
      expect([answer.status, answer.body.errors[0].pointer]).toEqual([422, '/overrides/calendar/add']);
      expect((await sendCsv('2026-11-27', `mode=replace&${CITES}`)).status).toBe(200);
      await anew();
    });

    it.each([
      ['what is no iCalendar', 'text/calendar', 'nonsense', 422],
      ['two calendars', 'text/calendar', ics() + ics(), 422],
      ['JSON', 'application/json', '{"days":[]}', 415],
      ['words', 'text/plain', '2026-11-27', 415],
      ['another alphabet', 'text/csv; charset=iso-8859-1', '2026-11-27', 415],
      ['over a mebibyte', 'text/csv', '2026-11-27,x\n'.repeat(90_000), 413],
    ])('as %s', async (_, type, body, status) => {
      expect((await sent(body, type, `mode=add&${CITES}`)).status).toBe(status);
      expect(await own()).toEqual([]);
    });

    it('as bytes that are no UTF-8', async () => {
      const options = { headers: { 'if-match': '*', 'content-type': 'text/csv' } };
      const path = `/agencies/${agencyId}/calendar/import?mode=add&${CITES}`;
      expect((await desk.call('POST', path, Buffer.from([0x32, 0xff, 0xfe]), options)).status).toBe(400);
    });

    it.each([
      ['without its source', 'mode=add', '/cites'],
      ['in no mode', CITES, '/mode'],
      ['in a mode that is none', `mode=merge&${CITES}`, '/mode'],
      ['from no web address', `mode=add&${CITES}&url=javascript:0`, '/url'],
    ])('%s', async (_, query, pointer) => {
      const answer = await sendCsv('2026-11-27', query);
      expect([answer.status, answer.body.errors[0].pointer]).toEqual([400, pointer]);
    });

    it('without its version, with an old one, of no agency, by a viewer', async () => {
      const path = `/agencies/${agencyId}/calendar/import?mode=add&${CITES}`;
      const post = (to: string, headers: object, key?: string) =>
        desk.call('POST', to, '2026-11-27', {
          headers: { 'content-type': 'text/csv', ...headers },
          ...(key && { key }),
        });
      expect((await post(path, {})).status).toBe(428);
      expect((await post(path, { 'if-match': 'W/"9"' })).status).toBe(412);
      expect((await post(path.replace(agencyId, v7()), { 'if-match': '*' })).status).toBe(404);
      const viewer = await aPerson(desk, 'viewer');
      expect((await post(path, { 'if-match': '*' }, viewer.key)).status).toBe(403);
      expect(await own()).toEqual([]);
    });

    it('anywhere else: a list of days is no agency', async () => {
      const options = { headers: { 'content-type': 'text/csv' } };
      expect((await desk.call('POST', '/agencies', '2026-11-27', options)).status).toBe(415);
    });
  });

  describe('own days written by hand', () => {
    const change = (calendar: object, fields: object = {}) =>
      desk.call(
        'PATCH',
        `/agencies/${agencyId}`,
        { overrides: { calendar }, ...fields },
        { headers: { 'if-match': '*' } },
      );

    it('may have names and sources; holidays are those of the law’s own calendar', async () => {
      await anew();
      const cites = { label: 'Notice of 1 November 2026' };
      const named = [{ from: '2026-12-28', to: '2026-12-31', name: 'Winter closing', cites }];
      expect((await change({ add: ['inauguration-day', ...named] })).body.overrides.calendar.add[1]).toEqual(named[0]);
      const foreign = await change({ add: ['augsburger-friedensfest'] });
      expect([foreign.status, foreign.body.errors[0].pointer]).toEqual([422, '/overrides/calendar/add/0']);
      const moved = await desk.call(
        'PATCH',
        `/agencies/${agencyId}`,
        { statute: 'uk-foia-2000' },
        { headers: { 'if-match': '*' } },
      );
      expect([moved.status, moved.body.errors[0].pointer]).toEqual([422, '/overrides/calendar/add/0']);
      const given = {
        statute: 'us-foia',
        statusChanges: [filedOn('2026-11-02')],
        agency: { overrides: { calendar: { add: ['augsburger-friedensfest'] } } },
      };
      const clock = await desk.call('POST', '/clock', given);
      expect([clock.status, clock.body.errors[0].pointer]).toEqual([422, '/agency/overrides/calendar/add/0']);
    });
  });
});
