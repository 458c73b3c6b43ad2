import { describe, expect, it } from 'vitest';
import { createWorkspace } from '../../../plugin/embedded/workspace.ts';
import { probeManifest } from './probe-manifest.ts';

const A = 'aaaaaaaa-0000-4000-8000-000000000001';
const AT = '2026-09-28T01:00:00.000Z';
const AFTER = '2026-09-28T01:00:00.001Z';

/** As a live server answered: it names the table of an application's object right once a condition. */
describe('a filter that several records are written by', () => {
  const written = async (object: string, data: string, filter: unknown): Promise<unknown> => {
    const workspace = createWorkspace({ app: { manifest: probeManifest, directory: '/nowhere', version: '0.0.0' } });
    workspace.insert(object === 'Company' ? 'company' : 'tagNotice', [{ id: A, updatedAt: AT }]);
    const [many, one] = object === 'Company' ? ['Companies', 'Company'] : ['TagNotices', 'TagNotice'];
    const answer = workspace
      .client(workspace.apiKey)
      .request(`mutation($f:${one}FilterInput!){update${many}(filter:$f,data:${data}){id}}`, { f: filter });
    return answer.catch((error: Error) => error.message);
  };
  const notice = (filter: unknown) => written('TagNotice', '{key:"new"}', filter);

  it.each<[string, unknown]>([
    ['an instant', { updatedAt: { eq: AT } }],
    ['any other instant', { updatedAt: { neq: AFTER } }],
    ['an instant among others', { and: [{ id: { eq: A } }, { updatedAt: { eq: AT } }] }],
    ['an instant of one of several', { or: [{ id: { eq: A } }, { updatedAt: { eq: AT } }] }],
    ['no instant of others', { not: { updatedAt: { eq: AFTER } } }],
    ['a text that is empty', { key: { is: 'NULL' } }],
    ['a text that is ""', { key: { eq: '' } }],
  ])('of an application’s object is refused by %s', async (_name, filter) => {
    expect(await notice(filter)).toMatch(/Data validation error/);
  });

  it.each<[string, unknown]>([
    ['an instant’s bounds', { and: [{ updatedAt: { gte: AT } }, { updatedAt: { lt: AFTER } }] }],
    ['what is deleted or not', { and: [{ id: { in: [A] } }, { deletedAt: { is: 'NULL' } }] }],
    ['a text', { key: { neq: 'other' } }],
  ])('of an application’s object is taken by %s', async (_name, filter) => {
    expect(await notice(filter)).toHaveProperty('updateTagNotices');
  });

  it('of Twenty’s own object is taken by an instant', async () => {
    expect(await written('Company', '{name:"甲"}', { updatedAt: { eq: AT } })).toEqual({
      updateCompanies: [{ id: A }],
    });
  });
});
