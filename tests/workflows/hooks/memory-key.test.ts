import { describe, expect, it } from 'vitest';
import { roleEntries } from '../../../plugin/roles/role-table.ts';
import { digest } from '../../../workflows/rules/digest.ts';
import { idOf, useOffice } from '../support.ts';

const A = idOf(1);
const office = useOffice('2026-09-28T01:00:00.000Z', { isStaffed: false });
const credit = async (number: number) => {
  const companyId = idOf(number);
  await office.create(office.team.rep, 'company', { id: companyId, name: `第${number}号精密机械有限公司` });
  await office.create(office.team.manager, 'tagCredit', { companyId, rating: 'CCC' });
};

describe('what is remembered of sensitive tags', () => {
  it('cannot be guessed by whoever may filter but not read', async () => {
    await credit(1);
    const memory = JSON.stringify(office.one('company', A).tagBaseline);
    expect(memory).toContain('"rating"');
    expect(memory).not.toContain(digest('"CCC"'));
  });

  it('differs from workspace to workspace', async () => {
    await credit(1);
    const here = office.one('company', A).tagBaseline as { seen: Record<string, string> };
    const [row] = office.open({ isStaffed: false }).all('tagSweep');
    await office.workspace
      .client(office.workspace.applicationToken)
      .request('mutation($i:UUID!,$d:TagSweepUpdateInput!){updateTagSweep(id:$i,data:$d){id}}', {
        i: row?.id,
        d: { cursor: 'c7'.repeat(32) },
      });
    await credit(1);
    const there = office.one('company', A).tagBaseline as { seen: Record<string, string> };
    expect(there.seen.rating).not.toBe(here.seen.rating);
    expect(there.seen.name).toBe(here.seen.name);
  });

  it('has its key where nobody sees it who may not see sensitive tags', () => {
    for (const { key, objects, sensitive } of roleEntries) {
      if (objects.tagSweep === 'NONE') continue;
      expect(sensitive, key).not.toBe('NONE');
      expect(objects.tagCredit, key).not.toBe('NONE');
    }
  });
});
