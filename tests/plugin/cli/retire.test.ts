import { readdir } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tagOf } from '../../../objects/taxonomy/index.ts';
import { insideClient } from '../../../plugin/cli/backup/run-drill.ts';
import type { PacedClient } from '../../../plugin/cli/backup/workspace-client.ts';
import type { Entry } from '../../../plugin/cli/retire/find-entry.ts';
import { assertReplaceable, outcomeOf } from '../../../plugin/cli/retire/plan-retirement.ts';
import { type RetireOptions, retireEntry } from '../../../plugin/cli/retire/retire-entry.ts';
import { entryId } from '../../../workflows/dictionary/entry-id.ts';
import { TwentyError } from '../../../workflows/gateway/errors.ts';
import { customerOf, idOf, type Row, useOffice } from '../../workflows/support.ts';
import { ADDRESS, folder, NOW, takeBack } from './import/support.ts';
import { run as runCommand } from './run.ts';

const [T, U, V] = [idOf(900), idOf(901), idOf(902)];

const entryOf = (kind: Entry['kind'], object: string, name: string, option = '', more: Partial<Entry> = {}): Entry => ({
  kind,
  id: kind === 'TERM' ? T : entryId(object, name, option),
  word: 'word',
  tag: tagOf(object, name),
  option,
  record: {},
  ...more,
});
const option = (value: string, name = 'tagCustomerType'): Entry => entryOf('OPTION', 'company', name, value);
const term = (id: string, name = 'tagCustomerType'): Entry => entryOf('TERM', 'company', name, '', { id });
const tag = (object: string, name: string): Entry => entryOf('TAG', object, name);

describe('what a record holds once something is retired', () => {
  const [type, types] = ['tagCustomerTypeTermId', 'tagChannelsTermId'];
  it.each<[string, Entry, Entry, Row, unknown]>([
    ['another option', option('SME'), option('DEALER'), { tagCustomerType: 'SME' }, { tagCustomerType: 'DEALER' }],
    [
      'another of several, in its place',
      option('PHONE', 'tagChannels'),
      option('EMAIL', 'tagChannels'),
      { tagChannels: ['PHONE', 'VISIT'] },
      { tagChannels: ['EMAIL', 'VISIT'] },
    ],
    [
      'the one it has already, once',
      option('PHONE', 'tagChannels'),
      option('EMAIL', 'tagChannels'),
      { tagChannels: ['EMAIL', 'PHONE'] },
      { tagChannels: ['EMAIL'] },
    ],
    [
      'a term beside Other',
      option('SME'),
      term(T),
      { tagCustomerType: 'SME' },
      { tagCustomerType: 'OTHER', [type]: T },
    ],
    [
      'a term beside Other among several',
      option('PHONE', 'tagChannels'),
      term(T, 'tagChannels'),
      { tagChannels: ['PHONE', 'OTHER'], [types]: T },
      { tagChannels: ['OTHER'], [types]: T },
    ],
    ['another term', term(T), term(U), { tagCustomerType: 'OTHER', [type]: T }, { [type]: U }],
    [
      'an option for a term',
      term(T),
      option('DEALER'),
      { tagCustomerType: 'OTHER', [type]: T },
      { tagCustomerType: 'DEALER', [type]: null },
    ],
    [
      'what the other tag holds from now on',
      tag('opportunity', 'tagAdvantage'),
      tag('opportunity', 'tagDisadvantage'),
      { tagAdvantage: '价格', tagDisadvantage: '' },
      { tagAdvantage: '', tagDisadvantage: '价格' },
    ],
    [
      'an amount in another tag',
      tag('company', 'tagBudgetMin'),
      tag('company', 'tagBudgetMax'),
      {
        tagBudgetMin: { amountMicros: 5, currencyCode: 'CNY' },
        tagBudgetMax: { amountMicros: null, currencyCode: null },
      },
      {
        tagBudgetMax: { amountMicros: 5, currencyCode: 'CNY' },
        tagBudgetMin: { amountMicros: null, currencyCode: null },
      },
    ],
  ])('%s', (_what, entry, by, record, after) => {
    expect(outcomeOf({ entry, by }, { id: 'a', ...record })).toMatchObject({ after });
  });

  it.each<[string, Entry, Entry, Row, string]>([
    [
      'another term stands there',
      option('SME'),
      term(T),
      { tagCustomerType: 'SME', tagCustomerTypeTermId: U },
      'OTHER_TERM',
    ],
    [
      'an option beside the term',
      term(T),
      option('DEALER'),
      { tagCustomerType: 'SME', tagCustomerTypeTermId: T },
      'OTHER_OPTION',
    ],
    [
      'another value there',
      tag('opportunity', 'tagAdvantage'),
      tag('opportunity', 'tagDisadvantage'),
      { tagAdvantage: '价格', tagDisadvantage: '交期' },
      'OTHER_VALUE',
    ],
    [
      'no option of the other list',
      tag('company', 'tagInfoSources'),
      tag('company', 'tagChannels'),
      { tagInfoSources: ['NO_SUCH_CHANNEL'], tagChannels: [] },
      'NO_OPTION',
    ],
  ])('is not guessed: %s', (_what, entry, by, record, conflict) => {
    expect(outcomeOf({ entry, by }, { id: 'a', ...record })).toEqual({ conflict });
  });

  it('says when the replacement is there already', () => {
    const [entry, by] = [option('PHONE', 'tagChannels'), option('EMAIL', 'tagChannels')];
    const isThere = (tagChannels: readonly string[]) => outcomeOf({ entry, by }, { id: 'a', tagChannels });
    expect(isThere(['PHONE'])).toMatchObject({ isThere: false });
    expect(isThere(['PHONE', 'EMAIL'])).toMatchObject({ isThere: true });
  });

  it.each<[string, Entry, Entry, string]>([
    ['itself', option('SME'), option('SME'), 'cannot replace itself'],
    ['what is retired', option('SME'), { ...option('DEALER'), record: { status: 'RETIRED' } }, 'is retired itself'],
    ['Other', option('SME'), option('OTHER'), 'stands for its terms'],
    ['a tag for an option', option('SME'), tag('company', 'tagRegion'), 'a tag is replaced by a tag alone'],
    ['an option of another list', option('SME'), option('PHONE', 'tagChannels'), 'of the same list'],
    ['a tag of another kind', tag('company', 'tagEmployees'), tag('company', 'tagSpecialNeeds'), 'of one kind'],
    ['a tag of another object', tag('company', 'tagSpecialNeeds'), tag('opportunity', 'tagAdvantage'), 'of one kind'],
    ["Twenty's own", tag('opportunity', 'closeDate'), tag('opportunity', 'tagDeliveredOn'), "Twenty's own field"],
    [
      'what the application keeps',
      tag('company', 'tagFirstCooperationDate'),
      tag('company', 'tagOpeningSince'),
      'people fill in',
    ],
    ['what a contact holds', tag('company', 'contactTitle'), tag('company', 'tagBusinessScope'), 'people fill in'],
  ])('refuses %s', (_what, entry, by, words) => {
    expect(() => assertReplaceable({ entry, by })).toThrow(words);
  });
});

class Cut extends Error {}

describe('retire', () => {
  const office = useOffice(NOW.toISOString());
  const inside = () => insideClient(office.workspace, office.workspace.apiKey);
  const retire = async (runs: string, more: Partial<RetireOptions> = {}) => {
    const report = await retireEntry({
      client: inside(),
      workspace: ADDRESS,
      entry: 'company.tagCustomerType:SME',
      by: 'DEALER',
      language: 'en',
      runs,
      secrets: { passphrase: null, key: office.workspace.apiKey },
      isApplied: true,
      now: () => NOW,
      tell: () => {},
      ...more,
    });
    await office.workspace.settle();
    return report;
  };
  const policys = (name: string, value: string, word: string): Row => ({
    id: entryId('company', name, value),
    name: word,
    term: word,
    objectName: 'company',
    tag: name,
    option: value,
    status: 'APPROVED',
    writtenAs: 'digest',
  });
  const terms = (id: string, word: string): Row => ({
    id,
    name: word,
    term: word,
    objectName: 'company',
    tag: 'tagCustomerType',
    status: 'APPROVED',
  });
  const fill = (records: number): void => {
    office.workspace.insert('tagDefinition', [
      policys('tagCustomerType', 'SME', '中小企业'),
      policys('tagCustomerType', 'DEALER', '经销商'),
      { ...policys('tagCustomerType', '', '客户类型'), id: entryId('company', 'tagCustomerType') },
      policys('tagRegion', 'JIANGSU', '江苏'),
      terms(T, '代理商'),
      terms(U, '同名'),
      terms(V, '同名'),
    ]);
    office.workspace.insert(
      'company',
      Array.from({ length: records }, (_unused, at) =>
        customerOf(idOf(at + 1), { name: `客户${at + 1}有限公司`, tagCustomerType: 'SME' }),
      ),
    );
  };
  const types = () => office.all('company').map((one) => [one.tagCustomerType, one.tagCustomerTypeTermId]);

  it('shows first, writes in batches, retires the entry by its replacement, and is taken back', async () => {
    fill(401);
    const runs = await folder();
    const before = types();
    expect(await retire(runs, { isApplied: false })).toMatchObject({
      entry: { kind: 'OPTION', word: '中小企业', tag: 'company.tagCustomerType', option: 'SME' },
      replacement: { option: 'DEALER' },
      records: 401,
      values: [{ object: 'company', value: 'SME', label: 'SME', records: 401 }],
      rewritten: 401,
      conflicting: 0,
      run: null,
    });
    expect(types()).toEqual(before);
    const lines: string[] = [];
    const { run, failures } = await retire(runs, { tell: (line) => lines.push(line) });
    expect(failures).toEqual([]);
    expect(lines.at(-1)).toContain('401 of 401 records');
    expect(new Set(types().map(String))).toEqual(new Set(['DEALER,']));
    const entry = entryId('company', 'tagCustomerType', 'SME');
    expect(office.one('tagDefinition', entry)).toMatchObject({
      status: 'RETIRED',
      replacedById: entryId('company', 'tagCustomerType', 'DEALER'),
      replacement: '经销商',
    });
    expect(await retire(runs)).toMatchObject({ records: 0, run: null });
    expect(await takeBack(office.workspace, runs, String(run))).toMatchObject({ undone: 402, touchedRows: 0 });
    expect(types()).toEqual(before);
    expect(office.one('tagDefinition', entry)).toMatchObject({ status: 'APPROVED', replacedById: null });
  }, 60_000);

  it('without a replacement the records keep it, and are warned with what replaces it once there is one', async () => {
    fill(2);
    const runs = await folder();
    const found = await retire(runs, { by: null });
    expect(found).toMatchObject({
      records: 2,
      values: [{ value: 'SME', records: 2 }],
      rewritten: 0,
      replacement: null,
    });
    expect(types()).toEqual([
      ['SME', null],
      ['SME', null],
    ]);
    await office.update(office.team.rep, 'company', idOf(1), { tagRegion: 'JIANGSU' });
    expect(office.problems('company', idOf(1))).toContain('OPTION_RETIRED tagCustomerType');
  });

  it('of an open list it tells Other and its terms apart, as the dictionary counts them, with a replacement or without', async () => {
    const policysTag = (name: string, id: string): Row => ({ ...policys(name, '', name), id });
    office.workspace.insert('tagDefinition', [
      policysTag('tagChannels', entryId('company', 'tagChannels')),
      policysTag('tagInfoSources', entryId('company', 'tagInfoSources')),
      policys('tagChannels', 'OTHER', '其他'),
      { ...terms(T, '直播'), tag: 'tagChannels' },
      { ...terms(U, '短信'), objectName: '', tag: '' },
    ]);
    const channels: readonly Row[] = [
      { tagChannels: ['DIRECT'] },
      { tagChannels: ['OTHER'] },
      { tagChannels: ['DIRECT', 'OTHER'], tagChannelsTermId: T },
      { tagChannels: ['OTHER'], tagChannelsTermId: T },
      { tagChannels: ['OTHER'], tagChannelsTermId: U },
    ];
    office.workspace.insert(
      'company',
      channels.map((more, at) => customerOf(idOf(at + 1), { name: `客户${at + 1}有限公司`, ...more })),
    );
    const runs = await folder();
    const shown = async (more: Partial<RetireOptions>) => {
      const { records, values } = await retire(runs, { isApplied: false, by: null, ...more });
      return [records, Object.fromEntries(values.map(({ label, records: some }) => [label, some]))];
    };
    const whole = [5, { 'Direct with the customer': 2, Other: 1, 直播: 2, 短信: 1 }];
    expect(await shown({ entry: 'company.tagChannels' })).toEqual(whole);
    expect(await shown({ entry: 'company.tagChannels', by: 'company.tagInfoSources' })).toEqual(whole);
    expect(await shown({ entry: 'company.tagChannels:OTHER' })).toEqual([1, { Other: 1 }]);
  });

  it('leaves what is not clear, tells it, and takes back what nobody has touched', async () => {
    fill(3);
    office.workspace.insert('company', [
      customerOf(idOf(50), { name: '有词条有限公司', tagCustomerType: 'SME', tagCustomerTypeTermId: U }),
    ]);
    const runs = await folder();
    const { run, ...report } = await retire(runs, { by: '代理商' });
    expect(report).toMatchObject({ records: 4, rewritten: 3, conflicting: 1 });
    expect(report.conflicts).toEqual([{ object: 'company', id: idOf(50), name: '有词条有限公司', why: 'OTHER_TERM' }]);
    expect(office.one('company', idOf(1))).toMatchObject({ tagCustomerType: 'OTHER', tagCustomerTypeTermId: T });
    expect(office.one('company', idOf(50))).toMatchObject({ tagCustomerType: 'SME', tagCustomerTypeTermId: U });
    await office.update(office.team.rep, 'company', idOf(2), { tagCustomerType: 'GOVERNMENT' });
    const back = await takeBack(office.workspace, runs, String(run));
    expect(back).toMatchObject({ undone: 3, touchedRows: 1, touched: [{ id: idOf(2), fields: ['tagCustomerType'] }] });
    expect(office.one('company', idOf(1))).toMatchObject({ tagCustomerType: 'SME', tagCustomerTypeTermId: null });
    expect(office.one('company', idOf(2))).toMatchObject({ tagCustomerType: 'GOVERNMENT' });
  });

  it('moves the values of a tag to the one that replaces it, and back', async () => {
    const entry = (name: string): Row => ({ ...policys(name, '', name), id: entryId('company', name) });
    const yuan = (amount: number) => ({ amountMicros: amount * 1_000_000, currencyCode: 'CNY' });
    office.workspace.insert('tagDefinition', [entry('tagBudgetMin'), entry('tagBudgetMax')]);
    office.workspace.insert('company', [
      customerOf(idOf(1), { name: '甲有限公司', tagBudgetMin: yuan(5) }),
      customerOf(idOf(2), { name: '乙有限公司', tagBudgetMin: yuan(5), tagBudgetMax: yuan(5) }),
      customerOf(idOf(3), { name: '丙有限公司', tagBudgetMin: yuan(5), tagBudgetMax: yuan(9) }),
      customerOf(idOf(4), { name: '丁有限公司', tagBudgetMax: yuan(9) }),
    ]);
    const budgets = () =>
      office
        .all('company')
        .map(({ tagBudgetMin, tagBudgetMax }) =>
          [tagBudgetMin, tagBudgetMax].map((money) => (money as { amountMicros: number | null }).amountMicros),
        );
    const before = budgets();
    const runs = await folder();
    const { run, ...report } = await retire(runs, { entry: 'customer.tagBudgetMin', by: 'company.tagBudgetMax' });
    expect(report).toMatchObject({
      records: 3,
      values: [{ value: null, records: 3 }],
      rewritten: 2,
      already: 1,
      conflicts: [{ id: idOf(3), why: 'OTHER_VALUE' }],
    });
    expect(budgets()).toEqual([
      [null, 5_000_000],
      [null, 5_000_000],
      [5_000_000, 9_000_000],
      [null, 9_000_000],
    ]);
    expect(await takeBack(office.workspace, runs, String(run))).toMatchObject({ undone: 3, touchedRows: 0 });
    expect(budgets()).toEqual(before);
  });

  it('cut off anywhere and called again, it leaves what it leaves in one go, in one run, and writes nothing twice', async () => {
    const clientCutAt = (at: number, isCarriedOut: boolean, writes: string[]): PacedClient => {
      const client = inside();
      let requests = 0;
      return {
        ...client,
        request: async (query, variables = {}) => {
          requests += 1;
          if (requests === at && !isCarriedOut) throw new Cut();
          const answer = await client.request(query, variables);
          if (query.startsWith('mutation Write'))
            for (const data of Object.values(variables).flat()) writes.push(JSON.stringify(data));
          if (requests === at) throw new Cut();
          return answer as never;
        },
      };
    };
    office.workspace.intercept(() => []);
    fill(450);
    const before = types();
    const cuts = fc.array(fc.record({ at: fc.integer({ min: 1, max: 13 }), isCarriedOut: fc.boolean() }), {
      minLength: 1,
      maxLength: 3,
    });
    await fc.assert(
      fc.asyncProperty(cuts, async (some) => {
        const runs = await folder();
        const writes: string[] = [];
        for (const { at, isCarriedOut } of [...some, { at: Number.POSITIVE_INFINITY, isCarriedOut: false }]) {
          await retire(runs, { client: clientCutAt(at, isCarriedOut, writes) }).catch((error: unknown) => {
            if (!(error instanceof Cut)) throw error;
          });
        }
        expect(new Set(types().map(String))).toEqual(new Set(['DEALER,']));
        expect(writes).toHaveLength(451);
        expect(new Set(writes).size).toBe(451);
        const [run = '', ...others] = (await readdir(runs)).filter((name) => name.endsWith('.import.ndjson'));
        expect(others).toEqual([]);
        const back = await takeBack(office.workspace, runs, run.replace('.import.ndjson', ''));
        expect(back).toMatchObject({ undone: 451, touchedRows: 0, failures: [] });
        expect(types()).toEqual(before);
      }),
      { numRuns: 12, seed: 14 },
    );
  }, 60_000);

  it('a key that may not read what is retired sees no number of it, and replaces nothing', async () => {
    const entry = (option: string): Row => ({
      ...policys('rating', option, option),
      id: entryId('tagCredit', 'rating', option),
      objectName: 'tagCredit',
    });
    office.workspace.insert('tagDefinition', [entry('CCC'), entry('CC')]);
    office.workspace.insert('company', [customerOf(idOf(1), { name: '甲有限公司' })]);
    office.workspace.insert('tagCredit', [{ id: idOf(70), companyId: idOf(1), rating: 'CCC' }]);
    const client = inside();
    const closed: PacedClient = {
      ...client,
      request: async (query, variables) => {
        if (/tagCredits(GroupBy)?\(/.test(query)) throw new TwentyError('FORBIDDEN', 'permission denied', false);
        return (await client.request(query, variables)) as never;
      },
    };
    const runs = await folder();
    const more = { client: closed, entry: 'company.rating:CCC', isApplied: false };
    expect(await retire(runs, { ...more, by: null })).toMatchObject({ records: null, values: [] });
    await expect(retire(runs, { ...more, by: 'CC' })).rejects.toThrow('may not read what the records hold');
    expect(await retire(runs, { entry: 'company.rating:CCC', by: 'CC' })).toMatchObject({ rewritten: 1 });
    expect(office.one('tagCredit', idOf(70))).toMatchObject({ rating: 'CC' });
  });

  it.each([
    ['nothing', { entry: '没有' }, 'the tag dictionary has no entry "没有"'],
    ['several', { entry: '同名' }, 'the tag dictionary has 2 entries "同名"; give the id of one'],
    ['no option', { entry: 'company.tagCustomerType:NONE' }, 'NONE is no option of company.tagCustomerType'],
    ['another list', { by: 'company.tagRegion:JIANGSU' }, 'by an option or a term of the same list'],
  ])('refuses %s, and writes nothing', async (_what, more, words) => {
    fill(1);
    await expect(retire(await folder(), more)).rejects.toThrow(words);
    expect(types()).toEqual([['SME', null]]);
  });

  it('is a command that says what it would do, and how it is taken back', async () => {
    fill(2);
    const remote = ['--url', office.workspace.url, '--key', office.workspace.apiKey, '--runs', await folder()];
    const shown = await runCommand('retire', '中小企业', '--replace', 'DEALER', ...remote);
    expect(shown).toMatchObject({ code: 0, out: expect.stringContaining('Nothing was written; --apply writes it') });
    expect(shown.out).toContain(
      'Would retire “中小企业” (company.tagCustomerType:SME), replaced by “经销商” (company.tagCustomerType:DEALER): 2 records',
    );
    const done = await runCommand(
      'retire',
      entryId('company', 'tagCustomerType', 'SME'),
      '--replace',
      '代理商',
      '--apply',
      '--json',
      ...remote,
    );
    expect(JSON.parse(done.out)).toMatchObject({ rewritten: 2, isApplied: true, run: expect.stringContaining('SME') });
  });
});
