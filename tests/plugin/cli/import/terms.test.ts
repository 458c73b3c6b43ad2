import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { customerOf, idOf, type Row, useOffice } from '../../../workflows/support.ts';
import { fileOf, run } from '../run.ts';
import { bring, folder, NOW, takeBack } from './support.ts';

const office = useOffice(NOW.toISOString());
const GUILD = idOf(900);
const FAIR = idOf(901);

const dictionary = (): void => {
  const entry = (id: string, term: string, tag: string, more: Row = {}): Row => ({
    id,
    name: term,
    term,
    objectName: 'company',
    tag,
    definition: '供测试使用的词条定义内容',
    status: 'APPROVED',
    ...more,
  });
  office.workspace.insert('tagDefinition', [
    entry(GUILD, '行业协会', 'tagCustomerType', { aliases: ['商会'] }),
    entry(FAIR, '展会', 'tagChannels', { status: 'DRAFT' }),
  ]);
};
const HEADER = 'name,tagCustomerType,tagIndustry,tagChannels\n';
const told = (rows: readonly unknown[]) => JSON.stringify(rows);

describe('an import whose cells are terms of the dictionary', () => {
  it('writes OTHER and names the term, by its word and by what else it is called, and is taken back', async () => {
    dictionary();
    const runs = await folder();
    const file = await fileOf(`${HEADER}甲协会,行业协会,C,DIRECT；展会\n乙商会,商会,C,DIRECT\n`);
    const report = await bring(office.workspace, file, 'company', { runs });
    await office.workspace.settle();
    expect(report).toMatchObject({ counts: { create: 2 }, failures: [], errors: 0 });
    expect(office.all('company').map((row) => [row.tagCustomerType, row.tagCustomerTypeTermId])).toEqual([
      ['OTHER', GUILD],
      ['OTHER', GUILD],
    ]);
    expect(office.all('company')[0]).toMatchObject({ tagChannels: ['DIRECT', 'OTHER'], tagChannelsTermId: FAIR });
    // A draft may be used, with a warning.
    expect(told(report.rows)).toContain('is used before the tag dictionary defines it');
    const again = await bring(office.workspace, file, 'company', { runs: await folder() });
    expect(again).toMatchObject({ counts: { same: 2 } });
    await takeBack(office.workspace, runs, String(report.run));
    expect(office.all('company')).toEqual([]);
  });

  it('takes the term off where the file says an option, and guesses none', async () => {
    dictionary();
    const runs = await folder();
    const A = idOf(1);
    office.workspace.insert('company', [
      customerOf(A, { name: '甲协会', tagCustomerType: 'OTHER', tagCustomerTypeTermId: GUILD }),
      customerOf(idOf(2), { name: '乙商会', tagCustomerType: 'OTHER', tagCustomerTypeTermId: GUILD }),
    ]);
    const file = await fileOf(`name,tagCustomerType\n甲协会,SME\n乙商会,行业协会分会\n`);
    const report = await bring(office.workspace, file, 'company', { runs });
    expect(office.one('company', A)).toMatchObject({ tagCustomerType: 'SME', tagCustomerTypeTermId: null });
    expect(office.one('company', idOf(2))).toMatchObject({ tagCustomerType: 'OTHER', tagCustomerTypeTermId: GUILD });
    expect(report).toMatchObject({ counts: { update: 1, same: 1 }, errors: 1 });
    await takeBack(office.workspace, runs, String(report.run));
    expect(office.one('company', A)).toMatchObject({ tagCustomerType: 'OTHER', tagCustomerTypeTermId: GUILD });
  });

  it('takes a column of the term itself, by word or id', async () => {
    dictionary();
    const runs = await folder();
    const header = 'name,tagCustomerType,tagIndustry,tagCustomerTypeTerm\n';
    const file = await fileOf(`${header}甲,OTHER,C,商会\n乙,OTHER,C,${GUILD}\n丙,OTHER,C,没有\n`);
    const report = await bring(office.workspace, file, 'company', { runs });
    // What is none of the list's terms is told, and written nowhere.
    expect(report).toMatchObject({ counts: { create: 3 }, errors: 1 });
    const terms = office.all('company').map(({ name, tagCustomerTypeTermId }) => [name, tagCustomerTypeTermId]);
    expect(Object.fromEntries(terms)).toEqual({ 甲: GUILD, 乙: GUILD, 丙: null });
  });
});

describe('a check with the dictionary of a workspace', () => {
  it('takes terms for what they are, and names them among the choices for what is none', async () => {
    dictionary();
    const file = await fileOf(`${HEADER}甲工业行业协会,行业协会,C,DIRECT\n乙机械有限公司,行会组织,C,展会\n`);
    const out = `${await folder()}/out.csv`;
    const check = async (...more: readonly string[]) => {
      const ran = await run('check', file, '--object', 'customer', '--today', '2026-01-10', '--json', ...more);
      const { records } = JSON.parse(ran.out) as {
        records: { problems: { code: string; tag: string; message: string }[] }[];
      };
      return records.map(({ problems }) => problems.filter(({ code }) => /OPTION|TERM|OTHER/.test(code)));
    };
    const alone = await check();
    const [first = [], second = []] = await check(
      '--url',
      office.workspace.url,
      '--key',
      office.workspace.apiKey,
      '--out',
      out,
    );
    expect(alone.map((problems) => problems.map(({ code }) => code))).toEqual([
      ['OPTION_UNKNOWN'],
      ['OPTION_UNKNOWN', 'OPTION_UNKNOWN'],
    ]);
    expect(first).toEqual([]);
    expect(second.map(({ code, tag }) => `${code} ${tag}`).sort()).toEqual([
      'OPTION_UNKNOWN tagCustomerType',
      'TERM_UNDEFINED tagChannelsTerm',
    ]);
    expect(told(second)).toContain('行业协会');
    const [header = '', row = ''] = (await readFile(out, 'utf8')).split('\r\n');
    expect(header).toContain('Type term / Id');
    expect(row).toContain(GUILD);
  });
});
