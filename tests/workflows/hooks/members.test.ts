import { describe, expect, it } from 'vitest';
import { idOf, travel, useOffice } from '../support.ts';

// Wednesday 30 September 2026, 15:00 in Shanghai.
const NOW = '2026-09-30T07:00:00.000Z';
const N = idOf(4);
const office = useOffice(NOW);

const profileOf = (who: 'rep' | 'manager') =>
  office.all('tagMember').find(({ workspaceMemberId }) => workspaceMemberId === office.team[who].id);
const profileId = (who: 'rep' | 'manager') => String(profileOf(who)?.id);
const edit = (by: 'rep' | 'manager', whose: 'rep' | 'manager', data: Record<string, unknown>) =>
  office.update(office.team[by], 'tagMember', profileId(whose), data);
const reverted = (who: 'rep' | 'manager') => office.log(profileId(who)).filter(({ kind }) => kind === 'REVERTED');

describe('duties and teamwork tags', () => {
  it('that a member gives themselves are put back and logged (A27, 6.1.2)', async () => {
    travel('2026-09-30T07:01:00.000Z');
    await edit('rep', 'rep', { duties: ['REVIEWER'], teamwork: ['STRONG_COMMUNICATION'] });
    expect(profileOf('rep')).toMatchObject({ duties: [], teamwork: [] });
    expect(profileOf('rep')?.tagActionResult).toContain('Given by the member themselves');
    expect(reverted('rep')).toMatchObject([{ byId: office.team.rep.id, tag: 'duties, teamwork' }]);
    expect(office.notices(profileId('rep'))).toEqual([]);
    // The next sweep finds nothing to do.
    await office.sweep();
    expect(reverted('rep')).toHaveLength(1);
  });

  it('that somebody else gives stay, whatever the member edits afterwards', async () => {
    travel('2026-09-30T07:01:00.000Z');
    await edit('manager', 'rep', { duties: ['REVIEWER'], teamwork: ['STRONG_COMMUNICATION'] });
    travel('2026-09-30T07:02:00.000Z');
    await edit('rep', 'rep', { expertiseNote: 'robots' });
    await office.sweep();
    expect(profileOf('rep')).toMatchObject({ duties: ['REVIEWER'], teamwork: ['STRONG_COMMUNICATION'] });
    travel('2026-09-30T07:03:00.000Z');
    await edit('rep', 'rep', { duties: ['REVIEWER', 'SENIOR'] });
    expect(profileOf('rep')).toMatchObject({ duties: ['REVIEWER'] });
    travel('2026-09-30T07:04:00.000Z');
    await edit('manager', 'rep', { duties: ['REVIEWER', 'SENIOR'] });
    expect(profileOf('rep')).toMatchObject({ duties: ['REVIEWER', 'SENIOR'] });
    expect(reverted('rep')).toHaveLength(1);
  });

  it('and what qualifies a reviewer is noted by others, and asked for until it is (4.3.2)', async () => {
    const asked = 'REVIEWER_SKILLS_MISSING reviewerSkills';
    travel('2026-09-30T07:01:00.000Z');
    await edit('manager', 'rep', { duties: ['REVIEWER'] });
    expect(office.problems('tagMember', profileId('rep'))).toContain(asked);
    travel('2026-09-30T07:02:00.000Z');
    await edit('rep', 'rep', { reviewerSkills: 'I know it all' });
    expect(profileOf('rep')).toMatchObject({ reviewerSkills: '' });
    expect(office.problems('tagMember', profileId('rep'))).toContain(asked);
    expect(reverted('rep')).toMatchObject([{ byId: office.team.rep.id, tag: 'reviewerSkills' }]);
    travel('2026-09-30T07:03:00.000Z');
    await edit('manager', 'rep', { reviewerSkills: 'Nine years of sales; a course in statistics' });
    expect(office.problems('tagMember', profileId('rep'))).not.toContain(asked);
    travel('2026-09-30T07:04:00.000Z');
    await edit('rep', 'rep', { reviewerSkills: 'A course in statistics, nine years of sales' });
    expect(profileOf('rep')).toMatchObject({ reviewerSkills: 'Nine years of sales; a course in statistics' });
    await office.sweep();
    expect(reverted('rep')).toHaveLength(2);
  });

  it('are put back whichever of two quick writes is told of first, or when one never is', async () => {
    for (const [hour, order] of (['straight', 'crooked', 'lost'] as const).entries()) {
      const at = (minute: number) => travel(`2026-09-30T0${7 + hour}:0${minute}:00.000Z`);
      at(1);
      await edit('manager', 'rep', { duties: [] });
      const held = await office.holding(async () => {
        at(2);
        await office.write(office.team.manager, 'tagMember', profileId('rep'), { duties: ['REVIEWER'] });
        at(3);
        await office.write(office.team.rep, 'tagMember', profileId('rep'), { duties: ['REVIEWER', 'SENIOR'] });
      });
      const deliveries = [...held];
      if (order === 'crooked') deliveries.reverse();
      if (order === 'lost') deliveries.shift();
      for (const delivery of deliveries) office.workspace.deliver(delivery);
      await office.workspace.settle();
      expect(profileOf('rep')?.duties, order).toEqual(['REVIEWER']);
    }
  });

  it('an outstanding result is told with its reason, answered by teamwork tags, and seen by the team (4.1.12)', async () => {
    travel('2026-09-30T08:00:00.000Z');
    const memberId = profileId('rep');
    await office.create(office.team.other, 'tagChangeNotice', {
      id: N,
      kind: 'ACHIEVEMENT',
      memberId,
      description: '签下框架合同',
    });
    expect(office.one('tagChangeNotice', N)).toMatchObject({ status: 'OPEN', assigneeId: office.team.manager.id });
    expect(office.log(memberId).at(-1)).toMatchObject({ kind: 'NOTICE_OPENED', note: '签下框架合同' });
    travel('2026-09-30T09:00:00.000Z');
    await edit('manager', 'rep', { teamwork: ['STRONG_COMMUNICATION'] });
    expect(office.one('tagChangeNotice', N)).toMatchObject({ status: 'DONE' });
  });
});
