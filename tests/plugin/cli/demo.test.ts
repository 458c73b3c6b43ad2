import { describe, expect, it } from 'vitest';
import type { DemoReport } from '../../../plugin/cli/demo.ts';
import team from '../../../seeds/sample-team.json' with { type: 'json' };
import { run } from './run.ts';

describe('demo', () => {
  it('tells in JSON what it saw', async () => {
    const { code, out } = await run('demo', '--no-build', '--json');
    const report = JSON.parse(out) as DemoReport;
    expect(code).toBe(0);
    expect(Object.keys(report)).toEqual(['installed', 'loaded', 'hooks', 'customers', 'opportunities', 'story']);
    expect(report.loaded).toMatchObject({
      tagMember: team.members.length,
      company: team.companies.length,
      opportunity: team.opportunities.length,
    });
    expect(report.hooks).toMatchObject({ runs: expect.any(Number), failures: 0 });
    expect(report.hooks.runs).toBeGreaterThan(0);
    for (const { total, byStatus } of [report.customers, report.opportunities]) {
      expect(byStatus).not.toHaveProperty('UNJUDGED');
      expect(Object.values(byStatus).reduce((sum, count) => sum + count, 0)).toBe(total);
    }
    for (const gap of report.customers.missing) {
      expect(gap).toEqual({
        tag: expect.any(String),
        label: expect.stringMatching(/\p{sc=Han}/u),
        clause: expect.any(String),
        customers: expect.any(Number),
      });
    }
    const [entered, corrected] = report.story;
    expect(entered).toMatchObject({ at: '2026-09-28T09:30:00+08:00', status: 'INCOMPLETE' });
    expect(entered?.problems.map((problem) => problem.code)).toContain('SEGMENT_NOT_IN_INDUSTRY');
    expect(corrected?.problems.map((problem) => problem.code)).not.toContain('SEGMENT_NOT_IN_INDUSTRY');
    expect(report.story.find((step) => step.deadline)?.deadline).toMatchObject({
      startDate: '2026-09-30',
      dueDate: '2026-10-08',
      dueAt: '2026-10-09T00:00:00+08:00',
      calendar: 'OFFICIAL',
    });
  });

  it('is an account to read, in the language asked for', async () => {
    const { code, out } = await run('demo', '--no-build', '--language', 'zh-TW');
    expect(code).toBe(0);
    for (const heading of ['installed into an embedded workspace', 'What is missing where', "A rep's story"]) {
      expect(out).toContain(heading);
    }
    expect(out).toMatch(/所屬行業|行業細分領域/);
    expect(out).toContain('→ due on 2026-10-08, until 2026-10-09T00:00:00+08:00 (OFFICIAL); counted: 2026-10-08');
  });
});
