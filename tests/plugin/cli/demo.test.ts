import { beforeAll, describe, expect, it } from 'vitest';
import { printAccount } from '../../../plugin/cli/demo/account.ts';
import type { Look, Scene } from '../../../plugin/cli/demo/diary.ts';
import { labelledFacts, objectCounts, statusCounts } from '../../../plugin/cli/demo/labels.ts';
import type { DemoReport } from '../../../plugin/cli/demo/run-demo.ts';
import team from '../../../seeds/sample-team.json' with { type: 'json' };
import { run } from './run.ts';

/** What a month of the sample team came to, in English, as the build speaks unless asked for another language. */
let report: DemoReport;
beforeAll(async () => {
  const { code, out } = await run('demo', '--no-build', '--json');
  expect(code).toBe(0);
  report = JSON.parse(out) as DemoReport;
});

describe('demo --json', () => {
  const scene = (start: string): Scene => {
    const found = report.month.find(({ what }) => what.startsWith(start));
    if (!found) throw new Error(`no scene "${start}…" among ${report.month.map(({ what }) => what).join('; ')}`);
    return found;
  };
  const look = (start: string, object: string, at = 0): Look => {
    const found = scene(start).look.filter((one) => one.object === object)[at];
    if (!found) throw new Error(`no ${object} in "${start}…"`);
    return found;
  };

  it('tells what was installed and loaded, and that nothing failed', () => {
    expect(Object.keys(report)).toEqual([
      'installed',
      'loaded',
      'hooks',
      'customers',
      'opportunities',
      'month',
      'totals',
    ]);
    expect(report.loaded).toMatchObject({
      tagMember: team.members.length,
      company: team.companies.length,
      opportunity: team.opportunities.length,
    });
    expect(report.hooks).toMatchObject({ runs: expect.any(Number), failures: 0 });
    expect(report.hooks.runs).toBeGreaterThan(0);
  });

  it('costs few calls a hook run', () => {
    expect(report.hooks.apiCalls / report.hooks.runs).toBeLessThanOrEqual(3.5);
  });

  it('counts every customer and opportunity, and names what is missing with its clause', () => {
    for (const { total, byStatus } of [report.customers, report.opportunities]) {
      expect(byStatus).not.toHaveProperty('UNJUDGED');
      expect(Object.values(byStatus).reduce((sum, count) => sum + count, 0)).toBe(total);
    }
    for (const gap of report.customers.missing) {
      expect(gap).toEqual({
        tag: expect.any(String),
        label: expect.any(String),
        clause: expect.stringMatching(/^2\.\d/),
        customers: expect.any(Number),
      });
    }
  });

  it('every scene names its clauses and the records to look at', () => {
    for (const { what, clauses, look: records } of report.month) {
      expect(clauses.length, what).toBeGreaterThan(0);
      expect(records.length, what).toBeGreaterThan(0);
    }
  });

  it('an entry with slips, and its correction', () => {
    expect(look('Wang enters', 'company').lines.join()).toContain('does not belong to');
    expect(look('Wang enters', 'task').facts).toEqual({ status: 'TODO', for: '王志强', dueAt: '2026-09-29' });
    expect(look('He corrects', 'company').lines).toEqual([expect.stringContaining('Contact phone')]);
    expect(look('Sun corrects', 'company')).toMatchObject({
      facts: { review: 'PENDING (Awaiting review)', enteredBy: '孙立新' },
      lines: [],
    });
    expect(look('Sun corrects', 'task').facts.status).toBe('DONE');
    expect(look('Sun corrects', 'tagLog').facts).toMatchObject({ kind: 'COMPLETED (Completed)', onTime: true });
  });

  it('a review returned, refused to whoever entered it, approved by another pair of eyes', () => {
    expect(look('Zhou', 'company').facts.review).toBe('RETURNED (Returned)');
    expect(look('Zhou', 'task').facts.status).toBe('TODO');
    expect(look('Zhou', 'tagLog').facts).toMatchObject({ failedPoints: 'TRUTH (True and reliable)' });
    expect(look('Another pair', 'tagLog').facts.passedPoints).toContain('FORM (Proper form), TRUTH');
    // In the language of the workspace, whoever asked.
    expect(look('Wang looks it up', 'company').lines.join()).toContain('Refused (Approve)');
    expect(look('Wang looks it up', 'task').facts.status).toBe('DONE');
    expect(look('Another pair', 'company').facts).toMatchObject({
      review: 'APPROVED (Approved)',
      tagNextCheckOn: '2026-10-30',
    });
  });

  it('a new name before National Day: overdue at the instant, escalated, done late', () => {
    expect(look('Wang reports', 'tagChangeNotice').facts).toMatchObject({
      status: 'OPEN (To be updated)',
      dueOn: '2026-10-08',
      calendar: 'OFFICIAL',
    });
    expect(scene('Midnight of 8 October').at).toBe('2026-10-09T00:00:00+08:00');
    expect(look('Midnight', 'tagChangeNotice').facts.status).toBe('OVERDUE (Overdue)');
    expect(look('Midnight', 'task').facts).toMatchObject({ status: 'TODO', for: '陈建国' });
    expect(look('He enters the new name', 'tagChangeNotice').facts).toMatchObject({
      status: 'DONE_LATE (Done late)',
      workingDays: 2,
    });
    expect(look('He enters the new name', 'task').facts.status).toBe('DONE');
  });

  it('a product over the make-up Saturday: two working days, in time', () => {
    expect(look('An upgrade', 'tagChangeNotice').facts.dueOn).toBe('2026-10-12');
    expect(look('The features', 'tagChangeNotice').facts).toMatchObject({
      status: 'DONE (Done in time)',
      workingDays: 2,
    });
  });

  it('a weekly check kept, another missed and escalated', () => {
    expect(look('Confirmed', 'opportunity').facts.tagCheckState).toBe('CURRENT (Current)');
    expect(look('The week is over', 'opportunity').facts.tagCheckState).toBe('OVERDUE (Overdue)');
    expect(look('The week is over', 'task', 1).facts.for).toBe('陈建国');
    expect(look('The week is over', 'tagLog').facts).toMatchObject({ onTime: false });
  });

  it('a stage jump flagged, and put back', () => {
    expect(look('ENFORCEMENT = FLAG', 'opportunity').facts.tagStage).toMatch(/^DELIVERY/);
    expect(look('ENFORCEMENT = FLAG', 'opportunity').lines.join()).toContain('cannot be entered from');
    expect(look('ENFORCEMENT = REVERT', 'opportunity').facts.tagStage).toMatch(/^INTERESTED/);
    expect(look('ENFORCEMENT = REVERT', 'tagLog').facts.kind).toMatch(/^REVERTED/);
  });

  it('a check by several people, and what nobody gives themselves', () => {
    expect(look('The tag manager hears', 'task').facts).toMatchObject({ status: 'TODO', for: '孙立新' });
    expect(look('He enters the new name', 'company').facts.tagVerification).toMatch(/^UNVERIFIED/);
    expect(look('Wang confirms', 'company').facts).toMatchObject({ tagNextCheckOn: '2026-10-30' });
    expect(String(look('Wang confirms', 'company').facts.tagGroupsLeft)).toContain('CREDIT');
    expect(look('Chen, his manager', 'company').facts).toMatchObject({
      tagCheckState: 'CURRENT (Current)',
      tagNextCheckOn: '2026-11-30',
    });
    expect(look('Zhao makes herself', 'tagLog').facts.kind).toMatch(/^REVERTED/);
  });

  it('a deal followed up sooner for a competitor, held up by a late payment, and let go on', () => {
    expect(look('A competitor turns up', 'opportunity').facts.tagNextFollowUpOn).toBe('2026-10-22');
    const stopped = look('The customer is behind', 'opportunity');
    expect(stopped.facts).toMatchObject({ tagFeasibility: 'LOW (Low)' });
    expect(stopped.facts.tagRisks).toContain('CREDIT_STOP (Credit: stop)');
    expect(stopped.lines.join()).toContain("although the customer's credit signal is Stop");
    expect(look('The customer is behind', 'task').facts).toMatchObject({ status: 'TODO', for: '陈建国' });
    expect(look('It has paid', 'opportunity').facts.tagRisks).toContain('CREDIT_CAUTION');
    expect(look('It has paid', 'task').facts).toMatchObject({ status: 'DONE' });
  });

  it('an assessment a member, confirmed by a supervisor, who cannot confirm her own', () => {
    expect(look('The third quarter', 'tagAssessment').facts).toMatchObject({
      score: expect.any(Number),
      status: 'DRAFT (Draft)',
      accuracy: expect.any(Number),
    });
    expect(look('Zhou, the supervisor', 'tagAssessment').facts).toMatchObject({
      status: 'CONFIRMED (Confirmed)',
      appealUntil: '2026-10-23',
    });
    const own = look('Zhou, the supervisor', 'tagAssessment', 1);
    expect(own.facts).toMatchObject({ status: 'DRAFT (Draft)' });
    expect(own.lines.join()).toContain('nobody confirms or decides on their own assessment');
  });

  it('a backup in two places, and the drill that proves it', () => {
    expect(look('The day’s backup', 'tagBackup').facts).toMatchObject({ result: 'DONE', isEncrypted: true });
    expect(look('The quarter’s drill', 'tagBackup').facts).toMatchObject({
      result: 'DONE',
      differences: 0,
      lossSeconds: 14_400,
      recoverySeconds: expect.any(Number),
    });
  });

  it('a file shown before it is written, gone on with where the line broke, and taken back', () => {
    const lines = look('Before anything is written', 'company').lines.join('\n');
    expect(lines).toMatch(/row 1, create: 镇江海源仪表有限公司; .*Contact phone: •••/);
    expect(lines).toMatch(/row 3, update: 苏州明锐光学有限公司; /);
    expect(lines).toMatch(/row 5, conflict: 泰州春兰塑业有限公司; other rows of the file are of the same record/);
    expect(scene('The line breaks').what).toMatch(/: 2 new, 1 changed, 2 left to people, none twice$/);
    expect(look('The line breaks', 'company').facts.review).not.toBe('UNJUDGED');
    expect(scene('It was the wrong list').what).toContain('2 rows are taken back, 1 is not');
    expect(look('It was the wrong list', 'company').name).toBe('扬州邗江泵阀有限公司');
  });

  it('a word typed beside Other that becomes a tag: a draft, defined by the tag manager, used and counted', () => {
    const first = look('No customer type fits', 'company');
    expect(first.facts.tagCustomerType).toBe('OTHER (Other)');
    expect(first.lines.join()).toContain('“事业单位” is used before the tag dictionary defines it');
    expect(look('No customer type fits', 'tagDefinition').facts).toMatchObject({ status: 'DRAFT (Draft)' });
    expect(look('No customer type fits', 'task').facts).toEqual({ status: 'TODO', for: '孙立新', dueAt: '2026-10-20' });
    expect(look('Sun, the tag manager', 'task').facts.status).toBe('DONE');
    expect(look('Sun, the tag manager', 'company').lines.join()).not.toContain('事业单位');
    expect(look('The night’s sweep', 'company').lines.join()).not.toContain('事业单位');
    expect(look('The night’s sweep', 'tagDefinition').facts).toMatchObject({
      status: 'APPROVED (Accepted)',
      useCount: 2,
      lastUsedOn: '2026-10-19',
    });
  });

  it('a customer that was entered twice, merged with all that belongs to it', () => {
    expect(look('Lin enters a customer', 'company').lines.join()).toContain('another record bears the same name');
    expect(scene('Chen merges them').what).toContain('(Policy log entry 1 · Opportunity 1)');
    const survivor = look('Chen merges them', 'company');
    expect(survivor).toMatchObject({ name: '常州恒力传感科技有限公司', lines: [] });
    expect(survivor.facts).toMatchObject({
      review: 'PENDING (Awaiting review)',
      completeness: 100,
      tagCustomerType: 'SME (SME)',
      tagRegion: 'JIANGSU (Jiangsu)',
    });
    expect(look('Chen merges them', 'tagLog').facts).toMatchObject({ kind: 'MERGED (Merged)', by: '陈建国' });
  });

  it('an agreement that ends within the month, and one that has ended', () => {
    expect(look('Wang acknowledges', 'tagMember').facts.agreementState).toMatch(/^EXPIRING/);
    expect(look('Wang acknowledges', 'task').facts).toMatchObject({ for: '陈建国', dueAt: '2026-11-10' });
    const ended = look('Lin’s ended', 'tagMember');
    expect(ended.facts.agreementState).toMatch(/^EXPIRED/);
    expect(ended.lines.join()).toContain('has no confidentiality agreement in force');
  });

  it('time goes on from scene to scene', () => {
    const times = report.month.map(({ at }) => Date.parse(at));
    expect(times).toEqual([...times].sort((left, right) => left - right));
  });

  it('an inspection, a notice that is closed and one that is overdue', () => {
    const inspected = look('Zhou, who supervises', 'tagInspection').facts;
    expect(inspected).toMatchObject({ status: 'DONE', creationAccuracy: 85 });
    const { look: shown } = scene('RECTIFICATION_DAYS = 1');
    expect(shown.filter(({ object }) => object === 'tagRectification').map(({ facts }) => facts)).toMatchObject([
      { status: 'CLOSED', dueOn: '2026-10-21', outcome: 'IN_TIME' },
      { status: 'OVERDUE', dueOn: '2026-10-21', outcome: 'NOT_IN_TIME' },
    ]);
    expect(look('RECTIFICATION_DAYS = 1', 'task').facts).toMatchObject({ status: 'TODO' });
  });

  it('lost events healed by the sweep, which then has nothing left to write', () => {
    expect(look('2 events are dropped', 'company').facts.judged).toBe(false);
    expect(scene('The hourly sweep').what).toMatch(/run again, it writes 0$/);
    expect(look('The hourly sweep', 'company').facts).toMatchObject({
      review: 'INCOMPLETE (Incomplete)',
      enteredBy: '赵雨婷',
    });
    expect(look('The hourly sweep', 'tagChangeNotice').facts).toMatchObject({ detected: true });
  });

  it('a target, and a contract that counts towards it', () => {
    expect(look('Chen sets', 'tagTarget').facts).toEqual({
      state: 'CURRENT (This quarter)',
      salesTarget: 'CNY 900,000',
      salesActual: 'CNY 0',
      salesAttainment: 0,
      // The deal whose stage was jumped is signed too, and bears no amount.
      newCustomerActual: 1,
    });
    expect(look('Wang signs', 'tagTarget').facts).toMatchObject({ salesActual: 'CNY 720,000', salesAttainment: 80 });
  });
});

// Each lives the whole month, which takes the longer the busier the machine is.
describe('demo', { timeout: 120_000 }, () => {
  /** API names and stored options, which nobody but a program reads; beside an id they help to find the record. */
  const apiNames = (out: string): readonly string[] =>
    out.replaceAll(/\[\w+ \w{8}\]/g, '').match(/\b(tag[A-Z]\w*|[a-z]+[A-Z]\w*|[A-Z]{4,}[A-Z_]*)\b/g) ?? [];
  const SETTINGS = ['ENFORCEMENT', 'FLAG', 'REVERT', 'RECTIFICATION_DAYS', 'PubSub'];

  it('is an account to read, its labels in the language asked for', async () => {
    const { code, out } = await run('demo', '--no-build', '--language', 'zh-TW');
    expect(code).toBe(0);
    for (const heading of [
      'installed into an embedded workspace',
      'What is missing where',
      "A rep's first customer",
      'A customer is renamed before National Day',
      'The month left',
    ]) {
      expect(out).toContain(heading);
    }
    expect(out).toMatch(/所屬行業|行業細分領域/);
    expect(out).toContain('最後一天：2026-10-08');
    expect(out).toContain(`團隊成員 ${team.members.length} · `);
    expect(out).toContain('客戶 无锡精控自动化有限公司  [company c0ffee00]');
    expect(apiNames(out).filter((name) => !SETTINGS.includes(name))).toEqual([]);
  });

  it('speaks English where English is asked for', () => {
    const lines: string[] = [];
    printAccount(report, { out: (line) => lines.push(line), err: () => {} }, 'en', 1);
    const out = lines.join('\n');
    expect(out).toContain('Review status: Awaiting review · Complete (%): 100');
    expect(out).toMatch(/Task .*\n {6}Status: To do · Assignee: 孙立新/);
  });

  it('names records, facts and options in English when English is asked for', () => {
    const facts = { review: 'PENDING (Awaiting review)', enteredBy: '王志强', completeness: 100 };
    const lookOf = (object: string, shown: Look['facts']): Look => ({
      object,
      id: '',
      name: '',
      facts: shown,
      lines: [],
    });
    expect(labelledFacts(lookOf('company', facts), 'en')).toBe(
      'Review status: Awaiting review · Entered by: 王志强 · Complete (%): 100',
    );
    expect(labelledFacts(lookOf('task', { status: 'TODO', for: '陈建国', dueAt: null }), 'en')).toBe(
      'Status: To do · Assignee: 陈建国 · Due: —',
    );
    expect(objectCounts({ tagMember: 6, task: 2 }, 'en')).toBe('Team member 6 · Task 2');
    expect(statusCounts({ APPROVED: 3, UNJUDGED: 1 }, 'en')).toBe('Approved 3 · Not judged 1');
  });
});
