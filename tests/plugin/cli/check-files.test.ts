import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { CheckReport } from '../../../plugin/cli/check/check-records.ts';
import { fileOf, fixture, run } from './run.ts';

const check = async (file: string, ...args: readonly string[]) => {
  const { code, out } = await run('check', file, '--object', 'customer', '--today', '2026-09-30', '--json', ...args);
  return { code, report: JSON.parse(out) as CheckReport };
};
const text = async (file: string, ...args: readonly string[]) =>
  run('check', file, '--object', 'customer', '--today', '2026-09-30', ...args);

const codes = ({ records }: CheckReport): string[][] =>
  records.map(({ problems }) => problems.map(({ code, tag }) => `${code} ${tag}`));
const messages = ({ notes }: CheckReport): string[] => notes.map(({ message }) => message);
const faults = ({ errors }: CheckReport): string[] => errors.map(({ message }) => message);
const losses = ({ records }: CheckReport): string[] =>
  records.flatMap((record) => record.losses.map(({ message }) => message));

const header = '客户名称,客户类型,所属行业';
const record = '测试甲有限公司,中小企业,制造业';

describe('the export of Twenty itself', () => {
  it.each([
    ['of customers', 'twenty-export-company.csv', 'customer'],
    ['of opportunities', 'twenty-export-opportunity.csv', 'opportunity'],
  ])('%s is read without a word', async (_what, name, object) => {
    const { report, code } = await check(fixture(name), '--object', object);
    expect([code, report.errors, report.notes, codes(report), losses(report)]).toEqual([0, [], [], [[]], []]);
    expect((await text(fixture(name), '--object', object)).err).toBe('');
  });

  it.each([
    [
      'columns Twenty keeps',
      'Id,Name,Customer type,Industry,Last update,Deleted at,Created by / Source,Updated by / Name,Account Owner Id,Linkedin / Link URL,ARR / Amount\n1,测试甲有限公司,SME,C,2026-01-01T00:00:00Z,,API,Tim,x,,\n',
    ],
    [
      'what the application keeps',
      'Name,Customer type,Industry,Review status,Complete (%),Problem tags,Entered by Id,Entered at\n测试甲有限公司,SME,C,PENDING,100,"[]",20202020-1111-4111-8111-111111111111,2026-01-01T00:00:00.000Z\n',
    ],
    ['lists', 'Name,Customer type,Industry,Service needs,Info sources\n测试甲有限公司,SME,C,"[""TRAINING""]","[]"\n'],
    [
      'a column of one name twice, one empty',
      'Name,Customer type,Industry,Employees,Employees\n测试甲有限公司,SME,C,,120\n',
    ],
    [
      'text that begins like a formula',
      'Name,Customer type,Industry,Business scope\n测试甲有限公司,SME,C,"\u200d=1+1"\n',
    ],
    [
      'an amount without its currency',
      'Name,Customer type,Industry,Annual revenue / Amount,Annual revenue / Currency\n测试甲有限公司,SME,C,5000000,\n',
    ],
  ])('has %s', async (_what, content) => {
    const { code, report } = await check(await fileOf(`\uFEFF${content}`));
    expect([code, report.errors, report.notes, codes(report)]).toEqual([0, [], [], [[]]]);
  });

  it('has amounts in units', async () => {
    const at = async (from: string, to: string) =>
      codes(
        (
          await check(
            await fileOf(
              `Name,Customer type,Industry,Budget from / Amount,Budget from / Currency,Budget to / Amount,Budget to / Currency\n测试甲有限公司,SME,C,${from},CNY,${to}\n`,
            ),
          )
        ).report,
      )[0];
    expect(await at('5', '5,CNY')).toEqual([]);
    expect(await at('6', '5,CNY')).toEqual(['BUDGET_RANGE tagBudgetMax']);
    expect(await at('5', '5,USD')).toEqual(['BUDGET_CURRENCY tagBudgetMax']);
  });

  it('names a contact by its id, whose tags stand with the contact', async () => {
    const id = '20202020-2222-4222-8222-222222222222';
    const of = async (contact: string) =>
      (await check(await fileOf(`Name,Key contact Id\n测试甲有限公司,${contact}\n`), '--stage', 'INTERESTED')).report;
    expect(codes(await of(id))[0]).not.toContain('REQUIRED_MISSING contactName');
    expect(codes(await of(''))[0]).toContain('REQUIRED_MISSING contactName');
  });

  it('leaves out a field that has a default', async () => {
    const content = 'name,owner,company,tagSource\n测试单,李某,甲公司,TRADE_FAIR\n';
    expect(codes((await check(await fileOf(content), '--object', 'opportunity')).report)).toEqual([[]]);
    const blank = 'name,owner,company,tagSource,tagStage\n测试单,李某,甲公司,TRADE_FAIR,\n';
    expect(codes((await check(await fileOf(blank), '--object', 'opportunity')).report)).toEqual([[]]);
  });
});

describe('what Twenty would take otherwise', () => {
  it('is told of each cell, in the file of the kind', async () => {
    const { code, report } = await check(fixture('clean-but-lost-on-import.csv'), '--object', 'opportunity');
    expect([code, codes(report)]).toEqual([0, [[]]]);
    expect(losses(report)).toEqual([
      "Owner (李某): Twenty's import would make nothing of it",
      "Customer (测试甲有限公司): Twenty's import would make nothing of it",
      "No competitor (是): Twenty's import would make it false",
      "Advantages in (产品;价格): Twenty's import would make nothing of it",
      "Amount (120万元): Twenty's import would make nothing of it",
    ]);
  });

  const fates = async (column: string, cell: string): Promise<string[]> => {
    const content = `name,${column}\n测试甲,"${cell.replaceAll('"', '""')}"\n`;
    const { report } = await check(await fileOf(content), '--object', 'opportunity');
    return report.records.flatMap((one) => one.losses.map(({ fate }) => fate));
  };
  it.each([
    ['tagNoCompetitor', '是', ['FALSE']],
    ['tagNoCompetitor', '1', ['FALSE']],
    ['tagNoCompetitor', '√', ['FALSE']],
    ['tagNoCompetitor', 'TRUE', []],
    ['tagNoCompetitor', 'yes', []],
    ['tagNoCompetitor', '否', []],
    ['tagAdvantageKinds', '产品;价格', ['NOTHING']],
    ['tagAdvantageKinds', '产品、价格', ['NOTHING']],
    ['tagAdvantageKinds', '产品,价格', []],
    ['tagAdvantageKinds', 'PRODUCT, PRICE', []],
    ['tagAdvantageKinds', '["PRODUCT"]', []],
    ['tagCompetitors', '甲公司', ['EMPTY']],
    ['tagCompetitors', '甲公司、乙公司', ['EMPTY']],
    ['tagCompetitors', '["甲公司"]', []],
    ['amount', '120万元', ['NOTHING']],
    ['amount', '¥1,200', ['NOTHING']],
    ['amount', '1200.50', []],
    ['amount（万元）', '120', ['OTHER']],
    ['closeDate', '2026年9月30日', ['REFUSED']],
    ['closeDate', '2026/9/30', ['OTHER']],
    ['closeDate', '46295', ['OTHER']],
    ['closeDate', '2026-09-30', []],
    ['closeDate', '2026-09-30T09:00:00+08:00', []],
    ['tagDeliveredOn', '2026-09-30T01:00:00+08:00', ['OTHER']],
    ['tagSource', '行业展会', []],
    ['tagSource', 'Trade fair', []],
    ['tagSource', 'ＴＲＡＤＥ＿ＦＡＩＲ', ['NOTHING']],
    ['company', '甲公司', ['NOTHING']],
    ['company', '20202020-1111-4111-8111-111111111111', []],
    ['name', '任何', []],
  ])('%s %s: %j', async (column, cell, expected) => expect(await fates(column, cell)).toEqual(expected));

  it('shows nothing of what is sensitive', async () => {
    const { out } = await text(await fileOf('name,tagBudgetMin\n测试甲有限公司,7654万元\n'));
    expect(out).toContain("Budget from: Twenty's import would make nothing of it");
    expect(out).not.toContain('7654');
  });

  it('is written as Twenty takes it, and is then the same to the check', async () => {
    const out = await fileOf('', 'out.csv');
    const file = fixture('clean-but-lost-on-import.csv');
    const first = await text(file, '--object', 'opportunity', '--out', out);
    expect(first.out).toContain(`Written for Twenty's import: ${out}`);
    const lines = (await readFile(out, 'utf8')).split('\r\n');
    expect(lines).toEqual([
      '\uFEFFName,Owner / Id,Company / Id,Source,Policy stage,Amount / Amount,Amount / Currency,No competitor,Advantages in',
      '测试单,,,TRADE_FAIR,PROSPECT,1200000,CNY,true,"[""PRODUCT"",""PRICE""]"',
      '',
    ]);
    const again = await check(out, '--object', 'opportunity');
    expect(losses(again.report)).toEqual([]);
  });

  it.each([
    ['industry.csv', []],
    ['money-words.csv', []],
    ['twenty-export-company.csv', []],
    ['customers.zh-CN.bom.csv', []],
    ['registry-layout.csv', []],
  ])('%s, written for Twenty, is judged the same and loses nothing', async (name, expected) => {
    const out = await fileOf('', 'out.csv');
    const before = await check(fixture(name), '--out', out);
    const after = await check(out);
    expect(losses(after.report)).toEqual(expected);
    expect(after.report.errors).toEqual([]);
    const own = (report: CheckReport) =>
      codes(report).map((list) => list.filter((one) => !/ (?:contact|rating|hasOverdue|overdue|longest)/.test(one)));
    expect(own(after.report)).toEqual(own(before.report));
  });

  it('keeps what begins like a formula as Twenty does, a time of day, an id and text nobody could read', async () => {
    const id = '20202020-1111-4111-8111-111111111111';
    const file = await fileOf(
      `Id,Name,经营范围,特殊需求确认时间,员工数量\n${id},测试甲有限公司,=1+1,2026/9/30 9:30,约120\n`,
    );
    const out = await fileOf('', 'out.csv');
    await text(file, '--out', out, '--language', 'zh-CN');
    expect((await readFile(out, 'utf8')).split('\r\n').slice(0, 2)).toEqual([
      '\uFEFFId,Name,经营范围,员工数量,特殊需求确认时间',
      `${id},测试甲有限公司,\u200d=1+1,约120,2026-09-30T09:30+08:00`,
    ]);
  });

  it('leaves out what other records hold, and says so', async () => {
    const out = await fileOf('', 'out.csv');
    const printed = await text(await fileOf(`${header},联系人姓名,信用评级\n${record},李某,AA\n`), '--out', out);
    expect(printed.out).toContain('Not in it, for other records or the application hold it: 联系人姓名, 信用评级');
    expect((await readFile(out, 'utf8')).split('\r\n')[0]).toBe('\uFEFFName,Customer type,Industry');
  });

  it('has the region of a registry, and says in JSON what is left out', async () => {
    const out = await fileOf('', 'out.csv');
    const { report } = await check(fixture('registry-layout.csv'), '--out', out);
    expect(report).toMatchObject({ written: { file: out, leftOut: [] } });
    const regions = (await readFile(out, 'utf8')).match(/TIBET|HUBEI/g);
    expect(regions).toEqual(['TIBET', 'TIBET', 'HUBEI']);
  });

  it('does not overwrite the file that is judged', async () => {
    const file = await fileOf(`${header}\n${record}\n`);
    expect(await text(file, '--out', file)).toMatchObject({ code: 2, err: expect.stringContaining('another') });
    expect((await text(file, '--out', '/no/such/folder/x.csv')).code).toBe(2);
  });
});

describe('columns', () => {
  it('of a registry are what they hold, and what nobody needs is a note', async () => {
    const { code, report } = await check(fixture('registry-layout.csv'));
    expect(code).toBe(1);
    expect(report.errors).toEqual([]);
    expect(report.records.map(({ name }) => name)).toEqual([
      '测试水利设备有限公司',
      '甲市场乙某摊位',
      '测试建筑股份有限公司',
    ]);
    expect(messages(report)).toContain(`column "地区" was left out: its values are not those of "Region"`);
    expect(report.missingColumns.map(({ tag, records }) => [tag, records])).toEqual([
      ['tagCustomerType', 3],
      ['tagIndustry', 3],
    ]);
    expect(report.summary.errors).toBe(2);
    const { out } = await text(fixture('registry-layout.csv'));
    expect(out.match(/is missing/g)).toHaveLength(2);
  });

  it('may bear marks', async () => {
    const { code, report } = await check(fixture('star-headers.csv'), '--stage', 'PROSPECT');
    expect([code, report.errors, report.notes, codes(report)]).toEqual([0, [], [], [[]]]);
  });

  it.each([
    [
      'name',
      [
        '企业名称',
        '公司名称',
        '單位名稱',
        'Account Name',
        'Company',
        'COMPANY NAME',
        '*公司名称',
        '公司名称：',
        '企业 名称',
        '公司全称（必填）',
        '企业名称(与营业执照一致)',
      ],
    ],
    ['contactPhone', ['手机', '手机号码', '联系电话（手机）', 'Mobile', 'Tel.', '電話號碼', '联系方式*']],
    ['tagIndustry', ['行业', '所在行业', '行业分类 *', '行業類別', 'INDUSTRY']],
    ['contactTitle', ['职位', '職務', 'Job Title', 'Title', '联系人职务（选填）']],
    ['tagRegion', ['所在省份', '省', '省份(必选)', 'Province', '所屬省份']],
  ])('%s is found as the trade names it', async (tag, names) => {
    for (const name of names) {
      const file = await fileOf(`${name},备用\n江苏,1\n`);
      const { report } = await check(file, '--stage', 'NEGOTIATION');
      expect([name, report.missingColumns.map((column) => column.tag)]).not.toContain(tag);
      expect([name, report.missingColumns.some((column) => column.tag === tag)]).toEqual([name, false]);
      expect([name, messages(report).some((message) => message.includes(`"${name}"`))]).toEqual([name, false]);
    }
  });

  it.each([
    ['地区', '江苏', '西藏', true],
    ['地区', '江苏省', '', true],
    ['地区', '拉萨', '荆州', false],
    ['区域', '华东', '华北', false],
    ['规模', '大型', '中型', true],
    ['规模', '100-200人', '20人以下', false],
    ['类型', '中小企业', '经销商', true],
    ['类型', 'A类', 'B类', false],
    ['State', 'Jiangsu', 'Beijing', true],
    ['State', 'active', 'closed', false],
  ])('%s with %s and %s: %s', async (name, first, second, isTaken) => {
    const { code, report } = await check(
      await fileOf(`客户名称,${name}\n测试甲有限公司,${first}\n测试乙有限公司,${second}\n`),
    );
    expect(messages(report).some((message) => message.includes(`"${name}"`))).toBe(!isTaken);
    expect([code, report.errors]).toEqual([1, []]);
  });

  it('of the surer name counts, wherever it stands', async () => {
    const { report } = await check(await fileOf(`公司,客户名称,客户类型,所属行业\n乙,${record}\n`));
    expect(report.records[0]?.name).toBe('测试甲有限公司');
    expect([report.errors, messages(report)]).toEqual([
      [],
      ['column "公司" is the same tag as "客户名称" and was left out'],
    ]);
  });

  it('--map says what a column is, by API name, label or a word of the trade', async () => {
    const file = await fileOf(`甲,乙=丙,丁\n${record}\n`);
    const args = ['--map', '甲=name', '--map', '乙=丙=Customer type', '--map', '丁=行业'];
    const { code, report } = await check(file, ...args);
    expect([code, codes(report), report.notes]).toEqual([0, [[]], []]);
    expect(report.records[0]?.name).toBe('测试甲有限公司');
  });

  it.each([
    [['--map', '戊=name'], '--map: the file has no column "戊"'],
    [['--map', '甲=客户明称'], '--map: there is no tag "客户明称"; did you mean "客户名称"?'],
    [['--map', '甲'], 'Give COLUMN=TAG'],
    [['--map', '=name'], 'Give COLUMN=TAG'],
  ])('%j is wrong use', async (args, message) => {
    const { code, err } = await text(await fileOf(`甲\n测试甲有限公司\n`), ...args);
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
  });

  it.each([
    ['客戶明稱', '客户名称'],
    ['企业名称称', '企业名称'],
    ['手机号吗', '手机号'],
    ['客户所属行业名称', '所属行业'],
    ['Custmer type', 'Customer type'],
    ['统一社会信用代马', '统一社会信用代码'],
  ])('%s: did you mean %s?', async (name, meant) => {
    const { report } = await check(await fileOf(`${name}\nx\n`));
    expect(messages(report)).toEqual([`unknown column "${name}" was left out; did you mean "${meant}"?`]);
  });
});

/** A workbook of one sheet or more, as spreadsheets save it: without compression, its parts as XML. */
const workbookOf = (sheets: Readonly<Record<string, readonly (readonly (string | number | null)[])[]>>): Uint8Array => {
  const names = Object.keys(sheets);
  const cell = (value: string | number | null, at: string): string => {
    if (value === null) return '';
    return typeof value === 'number'
      ? `<c r="${at}"><v>${value}</v></c>`
      : `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
  };
  const sheetOf = (rows: readonly (readonly (string | number | null)[])[]): string =>
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows
      .map(
        (row, y) =>
          `<row r="${y + 1}">${row.map((value, x) => cell(value, `${String.fromCharCode(65 + x)}${y + 1}`)).join('')}</row>`,
      )
      .join('')}</sheetData></worksheet>`;
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const files: Record<string, string> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relation}"><sheets>${names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="s${at + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names.map((_name, at) => `<Relationship Id="s${at + 1}" Type="${relation}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}</Relationships>`,
  };
  names.forEach((name, at) => {
    files[`xl/worksheets/sheet${at + 1}.xml`] = sheetOf(sheets[name] ?? []);
  });
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])));
};

const headerCells = header.split(',');
const recordCells = record.split(',');

describe('layout', () => {
  it.each([
    ['sep=, above', `sep=,\n${header}\n${record}\n`],
    ['sep=; above', `sep=;\n${header.replaceAll(',', ';')}\n${record.replaceAll(',', ';')}\n`],
    ['a quoted sep', `"sep=,"\r\n${header}\r\n${record}\r\n`],
    ['bars between cells', `${header.replaceAll(',', '|')}\n${record.replaceAll(',', '|')}\n`],
    ['a title above, merged', `客户名单,,\n${header}\n${record}\n`],
    ['a title without commas', `2026年第三季度客户名单\n${header}\n${record}\n`],
    ['a title, a date and a blank line above', `客户名单,,\n日期：2026-09-30,,\n,,\n${header}\n${record}\n`],
    ['a sum below', `${header}\n${record}\n合计,1,\n`],
    ['a sum behind a number', `序号,${header}\n1,${record}\n2,总计,,\n`],
    ['a sum in English', `${header}\n${record}\nGrand total,1,\n`],
    ['a remark below', `${header}\n${record}\n制表人：李某,,\n`],
    ['who made it, and when, in shorter lines', `${header}\n${record}\n\n备注：内部使用\n共 1 条记录\n`],
  ])('%s is passed over', async (_what, content) => {
    const { code, report } = await check(await fileOf(content));
    expect([code, report.errors, codes(report)]).toEqual([0, [], [[]]]);
    expect(report.records[0]?.name).toBe('测试甲有限公司');
  });

  it('what is passed over is told, by line', async () => {
    const { report } = await check(await fileOf(`客户名单,,\n${header}\n${record}\n合计,1,\n`));
    expect(report.notes.map(({ code, line }) => [code, line])).toEqual([
      ['PASSED_OVER', 1],
      ['PASSED_OVER', 4],
    ]);
  });

  it.each([
    ['a company whose name begins with such a word', '合计算科技有限公司,中小企业,制造业'],
    ['a customer of one word', '总部有限公司,中小企业,制造业'],
  ])('%s is none', async (_what, line) => {
    expect((await check(await fileOf(`${header}\n${line}\n`))).report.records).toHaveLength(1);
  });

  it.each([
    ['html.xls', readFileSync(fixture('html.xls')), 'an HTML table'],
    ['a.xls', '<table><tr><td>客户名称</td></tr></table>', 'an HTML table'],
    ['a.csv', '\uFEFF<!DOCTYPE html><html></html>', 'an HTML table'],
    ['a.xls', '<meta http-equiv="Content-Type"><table></table>', 'an HTML table'],
    ['a.xls', '<?xml version="1.0"?><Workbook></Workbook>', 'an XML spreadsheet'],
    ['a.csv', '%PDF-1.7', 'a PDF document'],
  ])('%s of another form is told as what it is: %s', async (name, content, form) => {
    const file = await fileOf(content, name);
    expect(await text(file)).toEqual({ code: 2, out: '', err: `error: ${file} is ${form}; save it as CSV or xlsx` });
  });
});

describe('a workbook', () => {
  it.each(['a.xlsx', 'a.xls', 'a.csv'])('is read, and when it is named otherwise that is told: %s', async (name) => {
    const file = await fileOf(
      workbookOf({ 客户: [['客户名单', null, null], headerCells, recordCells, ['合计', 1, null]] }),
      name,
    );
    const { code, report } = await check(file);
    expect([code, report.errors, codes(report), report.records[0]?.line]).toEqual([0, [], [[]], 3]);
    expect(messages(report).includes('it is an .xlsx workbook, whatever its name says')).toBe(name !== 'a.xlsx');
  });

  it('has numbers as numbers, and names what a number has lost', async () => {
    const columns = [...headerCells, '联系电话', '统一社会信用代码', '特殊需求确认时间'];
    const cells = [...recordCells, 13_800_138_000, 911_100_001_234_567_900, 45_292];
    const { report } = await check(await fileOf(workbookOf({ a: [columns, cells] }), 'a.xlsx'));
    expect(codes(report)).toEqual([['CREDIT_CODE_FORMAT tagCreditCode']]);
    expect(report.records[0]?.problems[0]).toMatchObject({ data: { why: 'EXPONENT' } });
  });

  it('of several sheets gives the first that holds anything', async () => {
    const file = await fileOf(workbookOf({ 空: [], 客户: [headerCells, recordCells], 说明: [['填写说明']] }), 'a.xlsx');
    const { code, report } = await check(file);
    expect([code, messages(report)]).toEqual([0, ['sheet "说明" was passed over; "客户" was read']]);
  });

  it('that is empty or in pieces is told as that', async () => {
    expect((await text(await fileOf(workbookOf({ a: [] }), 'a.xlsx'))).err).toContain('is empty');
    const whole = workbookOf({ a: [headerCells, recordCells] });
    expect(await text(await fileOf(whole.slice(0, 200), 'a.xlsx'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('cannot be read'),
    });
  });
});

describe('encodings', () => {
  const bytesOf = (...parts: readonly (string | Uint8Array)[]): Uint8Array =>
    Buffer.concat(parts.map((part) => Buffer.from(part as string)));
  /** 测试乙有限公司,中小企业,制造业 in GBK. */
  const gbk = Buffer.from('b2e2cad4d2d2d3d0cfdeb9abcbbe2cd6d0d0a1c6f3d2b52cd6c6d4ecd2b5', 'hex');
  /** 客戶名稱,客戶類型,所屬行業 and 測試甲有限公司,中小企業,製造業 in Big5. */
  const big5Header = Buffer.from('abc8a4e1a657bad92cabc8a4e1c3feaBac2ca9d2c4ddA6e6b77e'.replace('ABac', 'abac'), 'hex');

  it('a line in another encoding is named, and the rest is judged', async () => {
    const { code, report } = await check(fixture('mixed-encoding.csv'));
    expect([code, faults(report)]).toEqual([2, ['line 3: it is not UTF-8, as the other lines are; it was left out']]);
    expect([report.records.map(({ name }) => name), codes(report)]).toEqual([['测试甲有限公司'], [[]]]);
  });

  it.each([
    ['two lines in GBK among three in UTF-8', bytesOf(`${header}\n`, gbk, `\n${record}\n`, gbk, '\n'), [2, 4]],
    [
      'a line cut within a character',
      bytesOf(`${header}\n${record}\n`, Uint8Array.of(0xe6, 0xb5), ',中小企业,制造业\n'),
      [3],
    ],
    [
      'a line of UTF-8 with NULs',
      bytesOf(`${header}\n${record}\n测试\0乙有限公司,中小企业,制造业\n${record.replace('甲', '丙')}\n`),
      [3],
    ],
    [
      'a quoted cell over a line that is damaged',
      bytesOf(`${header}\n${record}\n"测试\n`, gbk.subarray(0, 4), '乙",中小企业,制造业\n'),
      [3, 4],
    ],
  ])('%s', async (_what, content, lines) => {
    const { code, report } = await check(await fileOf(content));
    expect([code, report.errors.map(({ line }) => line)]).toEqual([2, lines]);
    expect(
      report.records.every(({ problems }) => problems.every(({ code: found }) => found === 'NAME_DUPLICATE')),
    ).toBe(true);
    expect(report.records.length).toBeGreaterThan(0);
  });

  it('GBK without a line of anything else', async () => {
    const { report } = await check(await fileOf(bytesOf('name,tagCustomerType,tagIndustry\n', gbk, '\n')));
    expect([report.records[0]?.name, codes(report)]).toEqual(['测试乙有限公司', [[]]]);
  });

  it('Big5 is told from GB18030 by what it says', async () => {
    const { report } = await check(await fileOf(bytesOf(big5Header, '\n')));
    expect([report.notes, report.errors]).toEqual([[], []]);
    expect(faults(report)).toEqual([]);
  });

  it.each(['utf-16le', 'utf-16be'])('%s without a mark', async (encoding) => {
    const little = Buffer.from(`${header}\n${record}\n`, 'utf16le');
    const { code, report } = await check(await fileOf(encoding === 'utf-16le' ? little : Buffer.from(little).swap16()));
    expect([code, report.records[0]?.name]).toEqual([0, '测试甲有限公司']);
  });
});

describe('characters', () => {
  it('that cannot be seen are no part of phone, address, code or name', async () => {
    const { code, report } = await check(fixture('invisible.csv'));
    expect([code, codes(report)]).toEqual([0, [[], []]]);
  });

  it('that are the same make namesakes', async () => {
    expect(codes((await check(fixture('dash-names.csv'))).report)).toEqual(Array(6).fill(['NAME_DUPLICATE name']));
  });

  it.each([
    ['一汽‑大众测试汽车有限公司', '一汽－大众测试汽车有限公司'],
    ['测试［集团］有限公司', '测试【集团】有限公司'],
    ['测试\u202d贸易\u202c有限公司', '测试贸易有限公司\ufeff'],
    ["Let's Go Co., Ltd.", 'Let’s Go Co., Ltd.'],
    ['测试・贸易有限公司', '測試·貿易有限公司'],
    ['ＡＢＣ贸易有限公司', 'abc贸易 有限公司'],
  ])('%j and %j are one name', async (left, right) => {
    const content = `${header}\n"${left}",中小企业,制造业\n"${right}",中小企业,制造业\n`;
    expect(codes((await check(await fileOf(content))).report)).toEqual([
      ['NAME_DUPLICATE name'],
      ['NAME_DUPLICATE name'],
    ]);
  });

  it('of damage are an error each, and make no namesakes', async () => {
    const content = `${header}\n锟斤拷锟斤拷公司,中小企业,制造业\n锟斤拷锟斤拷公司,中小企业,制造业\n测试\ufffd有限公司,中小企业,制造业\n烫烫烫,中小企业,制造业\n`;
    const { report } = await check(await fileOf(content));
    expect(codes(report)).toEqual(Array(4).fill(['TEXT_DAMAGED name']));
    expect(report.records[0]?.problems[0]?.message).toContain('锟斤拷');
  });

  it('of damage in what is sensitive are not shown', async () => {
    const { report } = await check(await fileOf(`${header},特殊需求\n${record},机密锟斤拷\n`));
    expect(report.records[0]?.problems).toMatchObject([
      { code: 'TEXT_DAMAGED', data: {} },
      { code: 'SPECIAL_NEED_UNCONFIRMED', data: {} },
    ]);
    expect(JSON.stringify(report)).not.toContain('锟斤拷');
  });

  it.each(['N/A', '#N/A', 'n/a', 'NULL', '#REF!', '#DIV/0!', '-', '—', '\u200b', '\u3164'])(
    '%j in a cell is nothing',
    async (cell) => {
      const content = `${header},员工数量,统一社会信用代码,地域,成立\n${record},${cell},${cell.length > 1 ? cell : ''},${cell},\n`;
      expect(codes((await check(await fileOf(content))).report)).toEqual([[]]);
    },
  );
});

describe('industries', () => {
  it('by code and name, in either column', async () => {
    const { report } = await check(fixture('industry.csv'));
    expect(codes(report)).toEqual([[], [], ['SEGMENT_NOT_IN_INDUSTRY tagIndustrySegment'], []]);
    expect(report.records[2]?.problems[0]?.data).toEqual({ segment: 'C36', industry: 'A' });
  });

  const read = async (industry: string, segment: string) => {
    const out = await fileOf('', 'out.csv');
    const content = `name,tagCustomerType,tagIndustry,tagIndustrySegment\n测试甲有限公司,SME,"${industry}","${segment}"\n`;
    await check(await fileOf(content), '--out', out);
    return (await readFile(out, 'utf8')).split('\r\n')[1]?.split(',').slice(2);
  };
  it.each([
    ['C 制造业', 'C36 汽车制造业', 'C', 'C36'],
    ['C-制造业', '36', 'C', 'C36'],
    ['C制造业', '3670', 'C', 'C36'],
    ['C3670', 'C3670', 'C', 'C36'],
    ['c36', 'c367', 'C', 'C36'],
    ['农林牧渔业', '农、林、牧、渔服务业', 'A', 'A05'],
    ['信息传输、计算机服务和软件业', '65 软件和信息技术服务业', 'I', 'I65'],
    ['汽车制造业', '汽车制造', 'C', 'C36'],
    ['製造業', '石油加工、炼焦和核燃料加工业', 'C', 'C25'],
    ['计算机、通信和其他电子设备制造业', '计算机通信和其他电子设备制造业', 'C', 'C39'],
    ['公共管理和社会组织', '基层群众自治组织', 'S', 'S96'],
    ['Manufacturing', '开采辅助活动', 'C', 'B11'],
    ['C 农业', 'A36', 'C 农业', 'A36'],
    ['C 房地产业', 'C99', 'C 房地产业', 'C99'],
    ['工业品', '制造业', '工业品', '制造业'],
  ])('%s, %s', async (industry, segment, ...expected) => {
    expect(await read(industry, segment)).toEqual(expected);
  });
});

describe('money', () => {
  const read = async (cell: string, column = '年营业收入') => {
    const out = await fileOf('', 'out.csv');
    await check(await fileOf(`客户名称,${column}\n测试甲有限公司,"${cell}"\n`), '--out', out);
    return (await readFile(out, 'utf8')).split('\r\n')[1]?.split(',').slice(1);
  };
  it('in the words of the file of the kind', async () => {
    const out = await fileOf('', 'out.csv');
    const { report } = await check(fixture('money-words.csv'), '--out', out);
    const written = (await readFile(out, 'utf8'))
      .split('\r\n')
      .slice(1, 6)
      .map((line) => line.split(',').slice(3).join(' '));
    expect(written).toEqual(['1000000 JPY', '1000000 TWD', '1000000 USD', '3000000 CNY', '-5000 CNY']);
    expect(codes(report)).toEqual([[], [], [], [], ['NEGATIVE_AMOUNT annualRevenue']]);
    expect(report.records[4]?.problems[0]?.message).toContain('is below zero');
  });
  it.each([
    ['100万日圓', '1000000', 'JPY'],
    ['新臺幣100萬元', '1000000', 'TWD'],
    ['NT$1,000,000', '1000000', 'TWD'],
    ['100万台币', '1000000', 'TWD'],
    ['100万港幣', '1000000', 'HKD'],
    ['HK$ 1.5亿', '150000000', 'HKD'],
    ['100 万欧元', '1000000', 'EUR'],
    ['€1,000', '1000', 'EUR'],
    ['美金 5000', '5000', 'USD'],
    ['5000 美元', '5000', 'USD'],
    ['50万英镑', '500000', 'GBP'],
    ['3亿韩元', '300000000', 'KRW'],
    ['20万新加坡元', '200000', 'SGD'],
    ['4,030(万元)', '40300000', 'CNY'],
    ['300（万）', '3000000', 'CNY'],
    ['（5,000）', '-5000', 'CNY'],
    ['¥(5,000.50)', '-5000.5', 'CNY'],
    ['-¥5', '-5', 'CNY'],
    ['5000-', '-5000', 'CNY'],
    ['人民币壹仟', '人民币壹仟', ''],
  ])('%s', async (cell, ...expected) =>
    expect(await read(cell)).toEqual(expected.filter((part, at) => at === 0 || part !== '')),
  );

  it.each([
    ['年营业收入（万元）', '120', '1200000', 'CNY'],
    ['年营业收入(万美元)', '120', '1200000', 'USD'],
    ['年营业收入（单位：亿元）', '1.2', '120000000', 'CNY'],
    ['年营业收入(USD)', '120', '120', 'USD'],
    ['年营业收入（必填）（万元）', '120', '1200000', 'CNY'],
    ['年营业收入万元', '120', '1200000', 'CNY'],
    ['年营业收入（万元）', '120万', '1200000', 'CNY'],
    ['年营业收入（万元）', '100 USD', '1000000', 'USD'],
  ])('%s above %s', async (column, cell, ...expected) => expect(await read(cell, column)).toEqual(expected));
});

describe('dates', () => {
  const since = async (cell: string) =>
    codes(
      (
        await check(
          await fileOf(`${header},期初首次合作时间,期初合作次数\n${record},"${cell}",1\n`),
          '--today',
          '2024-01-05',
        )
      ).report,
    )[0];
  it.each([
    ['45296', '45297'],
    ['45296.5', '45297.5'],
    ['2024.1.5', '2024.1.6'],
    ['24年1月5日', '24年1月6日'],
    ['2024年01月05日 星期五', '2024年1月6日（周六）'],
    ['民国113年1月5日', '民國113年1月6日'],
    ['二〇二四年一月五日', '二零二四年一月六日'],
    ['5 Jan 2024', '6-Jan-2024'],
    ['January 5, 2024', 'Jan 6th, 2024'],
    ['2024/1/5 下午 3:20', '2024/1/6 9:30 AM'],
    ['\u200e2024-01-05', '2024－01－06'],
  ])('%s is not after 5 January 2024, %s is', async (today, tomorrow) => {
    expect(await since(today)).toEqual([]);
    expect(await since(tomorrow)).toEqual(['DATE_IN_FUTURE tagOpeningSince']);
  });
  it.each(['2024.1.32', '24.1.5', '1/5/2024', '2024年13月5日', '2024-1-5 25:00', '2024-1-5 9:61', '202415'])(
    '%s is none',
    async (cell) => {
      expect(await since(cell)).toEqual(['NOT_A_DATE tagOpeningSince']);
    },
  );
  it.each(['45296', '2024.1.5', '24年1月5日', '2024年1月5日', '20240105'])(
    '%s is read on the command line alike',
    async (today) => {
      const content = `${header},期初首次合作时间,期初合作次数\n${record},2024-01-06,1\n`;
      const file = await fileOf(content);
      expect(codes((await check(file, '--today', today)).report)).toEqual([['DATE_IN_FUTURE tagOpeningSince']]);
    },
  );
  it('an instant of the deadline too', async () => {
    const at = async (from: string) =>
      JSON.parse((await run('deadline', '--from', from, '--days', '1', '--json')).out) as object;
    expect(await at('2026年9月30日 17:00+08:00')).toEqual(await at('2026-09-30T17:00:00+08:00'));
  });
});

describe('--stage', () => {
  it.each(['SIGNED', '合同签订', '合同簽訂', 'Contract signed', 'signed'])('%s', async (stage) => {
    const { report } = await check(await fileOf(`${header}\n${record}\n`), '--stage', stage);
    expect(codes(report)[0]).toContain('REQUIRED_MISSING tagRegisteredAddress');
  });
});

describe('names and codes', () => {
  it('of the register are legal names, company or not', async () => {
    expect(codes((await check(fixture('legal-names.csv'))).report)).toEqual(Array(9).fill([]));
  });
  it('of an individual business are any', async () => {
    const of = async (code: string) =>
      codes((await check(await fileOf(`${header},信用代码\n甲市场乙某菜,中小企业,制造业,${code}\n`))).report)[0];
    expect(await of('92540102MA6TCD347M')).not.toContain('NAME_SHORT_FORM name');
    expect(await of('91540000MA6TAB121Q')).toContain('NAME_SHORT_FORM name');
  });
  it('an id number as a code is doubted', async () => {
    const { code, report } = await check(fixture('id-number-as-credit-code.csv'));
    expect([code, codes(report)]).toEqual([0, [['CREDIT_CODE_INNER tagCreditCode']]]);
    expect((await check(fixture('id-number-as-credit-code.csv'), '--strict')).code).toBe(1);
  });
});

describe('words', () => {
  const said = async (column: string, cell: string, ...args: readonly string[]) => {
    const { report } = await check(await fileOf(`${header},${column}\n${record},"${cell}"\n`), ...args);
    return report.records[0]?.problems.map(({ message }) => message).join('\n') ?? '';
  };
  it.each([
    ['员工数量', '100-200', 'Employees: is not a number: 100-200; it holds several; write one'],
    ['员工数量', '100至200人', 'it holds several; write one'],
    ['年营业收入', '100万、200万', 'it holds several; write one'],
    [
      '统一社会信用代码',
      '9.11101E+17',
      'a spreadsheet made an exponent of it, and its last digits are lost: 9.11101E+17',
    ],
    [
      '统一社会信用代码',
      '110108009045888',
      'is the 15-digit number of an old licence; write the 18 characters that replaced it: 110108009045888',
    ],
    ['统一社会信用代码', '71774346-9', 'is an organisation code of 9 characters'],
    [
      '联系电话',
      '1.38001E+10',
      'is not a phone number; write the area code of a fixed line; a spreadsheet made an exponent of it',
    ],
    ['联系电话', '13800138000/13900139000', 'it holds several; write one'],
    ['电子邮箱', 'a@b.cn;c@d.cn', 'is not an e-mail address; it holds several; write one'],
    ['电子邮箱', 'a b\u200b@c.cn', 'it holds the invisible mark U+200B'],
    ['企业规模', '特大型', 'is not one of the options: 特大型; choose of: Large, Medium-sized, Small, Micro'],
    ['行业细分领域', '汽车制造行业', 'nearest: Manufacture of Automobiles (C36)'],
    ['地域', '江荪', 'nearest: Jiangsu'],
  ])('%s %s: %s', async (column, cell, message) => expect(await said(column, cell)).toContain(message));

  it('are those of the language', async () => {
    expect(await said('企业规模', '特大型', '--language', 'zh-CN')).toBe(
      '企业规模：不在可选范围内：特大型；可选：大型、中型、小型、微型（2.1.11）',
    );
    expect(await said('员工数量', '100-200', '--language', 'zh-TW')).toContain(
      '不是數字：100-200；其中有多個值，請只寫一個',
    );
  });

  it('show nothing of what is sensitive', async () => {
    for (const [column, cell] of [
      ['联系电话', '13800138000/13900139000'],
      ['电子邮箱', 'secret@b.cn;c@d.cn'],
      ['购买预算下限', '7654321-8'],
      ['逾期次数', '7654321x'],
    ] as const) {
      expect(await said(column, cell)).not.toMatch(/1390013|secret|7654321/);
    }
  });
});
