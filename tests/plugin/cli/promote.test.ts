import { describe, expect, it } from 'vitest';
import { tagOf } from '../../../objects/taxonomy/index.ts';
import { insideClient } from '../../../plugin/cli/backup/run-drill.ts';
import { type PromoteOptions, promoteTerm } from '../../../plugin/cli/terms/promote-term.ts';
import { promotionsOf } from '../../../plugin/cli/terms/promotions.ts';
import { entryId } from '../../../workflows/dictionary/entry-id.ts';
import { customerOf, idOf, useOffice } from '../../workflows/support.ts';
import { ADDRESS, folder, NOW, takeBack } from './import/support.ts';

const T = idOf(900);
const one = tagOf('company', 'tagCustomerType');
const several = tagOf('company', 'tagChannels');

describe('what a record says once its term is an option', () => {
  it.each<[string, typeof one, Record<string, unknown>, unknown]>([
    ['other is the option', one, { tagCustomerType: 'OTHER' }, 'DEALER'],
    ['nothing is the option', one, { tagCustomerType: null }, 'DEALER'],
    ['another option stays', one, { tagCustomerType: 'SME' }, 'SME'],
    ['other of several is the option', several, { tagChannels: ['PHONE', 'OTHER'] }, ['PHONE', 'DEALER']],
    [
      'other stays with a word beside it',
      several,
      { tagChannels: ['OTHER'], tagChannelsNote: '展会' },
      ['OTHER', 'DEALER'],
    ],
    ['the option is there once', several, { tagChannels: ['DEALER', 'OTHER'] }, ['DEALER']],
  ])('%s', (_what, list, record, expected) => {
    const [operation] = promotionsOf({ list, termId: T, option: 'DEALER' }, [{ id: 'a', ...record }]);
    expect(operation?.after).toEqual({ [list.name]: expected, [`${list.termIn}Id`]: null });
    expect(operation?.before).toMatchObject({ [`${list.termIn}Id`]: T });
  });
});

describe('promote', () => {
  const office = useOffice(NOW.toISOString());
  const promote = async (runs: string, more: Partial<PromoteOptions> = {}) =>
    promoteTerm({
      client: insideClient(office.workspace, office.workspace.apiKey),
      workspace: ADDRESS,
      term: '代理商',
      option: 'DEALER',
      runs,
      secrets: { passphrase: null, key: office.workspace.apiKey },
      isApplied: true,
      now: () => NOW,
      tell: () => {},
      ...more,
    });
  const fill = (records: number): void => {
    office.workspace.insert('tagDefinition', [
      { id: entryId('company', 'tagCustomerType', 'DEALER'), name: '经销商', term: '经销商', writtenAs: 'digest' },
      { id: T, name: '代理商', term: '代理商', objectName: 'company', tag: 'tagCustomerType', status: 'APPROVED' },
    ]);
    office.workspace.insert(
      'company',
      Array.from({ length: records }, (_unused, at) =>
        customerOf(idOf(at + 1), { name: `客户${at + 1}`, tagCustomerType: 'OTHER', tagCustomerTypeTermId: T }),
      ),
    );
  };
  const types = () =>
    office.all('company').map(({ tagCustomerType, tagCustomerTypeTermId }) => [tagCustomerType, tagCustomerTypeTermId]);

  it('shows first, writes in batches, retires the term by its option, and is taken back', async () => {
    fill(201);
    const runs = await folder();
    const before = types();
    expect(await promote(runs, { isApplied: false })).toMatchObject({ records: 201, run: null });
    expect(types()).toEqual(before);
    const { run, records, failures } = await promote(runs);
    expect({ records, failures }).toEqual({ records: 201, failures: [] });
    expect(new Set(types().map(String))).toEqual(new Set(['DEALER,']));
    expect(office.one('tagDefinition', T)).toMatchObject({ status: 'RETIRED' });
    expect(office.one('tagDefinition', T).replacedById).toBe(entryId('company', 'tagCustomerType', 'DEALER'));
    expect(await promote(runs, { term: T, isApplied: false })).toMatchObject({ records: 0 });
    expect(await takeBack(office.workspace, runs, String(run))).toMatchObject({ undone: 202, touchedRows: 0 });
    expect(types()).toEqual(before);
    expect(office.one('tagDefinition', T)).toMatchObject({ status: 'APPROVED', replacedById: null });
  });

  it('cut off and called again, it goes on with the same run', async () => {
    fill(201);
    const runs = await folder();
    const before = types();
    const inside = insideClient(office.workspace, office.workspace.apiKey);
    let writes = 0;
    const client: typeof inside = {
      ...inside,
      request: async (query, variables) => {
        const answer = await inside.request(query, variables);
        if (!query.startsWith('mutation Write')) return answer as never;
        writes += 1;
        // The first batch is written when the line breaks, and its answer is lost.
        if (writes === 1) throw new Error('cut');
        return answer as never;
      },
    };
    await expect(promote(runs, { client })).rejects.toThrow('cut');
    const { run, failures } = await promote(runs, { client });
    expect({ failures, writes }).toEqual({ failures: [], writes: 3 });
    expect(new Set(types().map(String))).toEqual(new Set(['DEALER,']));
    expect(await takeBack(office.workspace, runs, String(run))).toMatchObject({ undone: 202, touchedRows: 0 });
    expect(types()).toEqual(before);
  });

  it.each([
    ['no such term', { term: '没有' }, 'the tag dictionary has no term "没有" that a person added'],
    ['no option of this version', { option: 'ASSOCIATION' }, 'ASSOCIATION is no option of company.tagCustomerType'],
    ['what every open list ends with', { option: 'OTHER' }, 'OTHER is no option'],
  ])('refuses %s, and writes nothing', async (_what, more, message) => {
    fill(1);
    await expect(promote(await folder(), more)).rejects.toThrow(message);
    expect(types()).toEqual([['OTHER', T]]);
  });
});
