import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GOVERNED_OBJECTS, LANGUAGES, tagsOf } from '../../../objects/taxonomy/index.ts';
import type { CheckReport } from '../../../plugin/cli/check/check-records.ts';
import { findColumn } from '../../../plugin/cli/check/columns.ts';
import { fileOf, fixture, run } from './run.ts';

const TODAY = '2026-09-30';

const check = async (
  file: string,
  ...args: readonly string[]
): Promise<{ code: number | null; report: CheckReport }> => {
  const { code, out } = await run('check', file, '--object', 'customer', '--today', TODAY, '--json', ...args);
  return { code, report: JSON.parse(out) as CheckReport };
};

const codes = (report: CheckReport): string[][] =>
  report.records.map(({ problems }) => problems.map(({ code, tag }) => `${code} ${tag}`));

const customer = 'name,tagCustomerType,tagIndustry\n甲一机械有限公司,SME,C\n';

describe('the two customers of every fixture', () => {
  // The files have no column of channels.
  const careful = ['SINGLE_CHANNEL tagChannels'];
  const hurried = [
    'RATING_MODIFIER rating',
    'REQUIRED_MISSING contactName',
    'REQUIRED_MISSING contactTitle',
    'REQUIRED_MISSING tagProductNeeds',
    'REQUIRED_MISSING tagSpecialNeeds',
    'PHONE_INVALID contactPhone',
    'EMAIL_INVALID contactEmail',
    'SEGMENT_NOT_IN_INDUSTRY tagIndustrySegment',
    'BASIS_MISSING tagAnnualPurchaseBasis',
    'BUDGET_RANGE tagBudgetMax',
    'OVERDUE_CONTRADICTION hasOverdue',
    'SINGLE_CHANNEL tagChannels',
    'NOT_POSITIVE tagDecisionCycleDays',
    'DATE_IN_FUTURE tagOpeningSince',
  ];

  it.each([
    ['columns by API name', 'customers.api.csv'],
    ['English labels', 'customers.en.csv'],
    ['Simplified labels, a byte order mark and CRLF', 'customers.zh-CN.bom.csv'],
    ['Traditional labels', 'customers.zh-TW.csv'],
    ['GB18030', 'customers.zh-CN.gb18030.csv'],
    ['JSON', 'customers.json'],
    ['NDJSON', 'customers.ndjson'],
  ])('are judged alike from %s', async (_what, file) => {
    const { code, report } = await check(fixture(file), '--stage', 'NEGOTIATION');
    expect(report.errors).toEqual([]);
    expect(codes(report)).toEqual([careful, hurried]);
    expect(report.records.map(({ row, name }) => [row, name])).toEqual([
      [1, '无锡精控自动化有限公司'],
      [2, '苏州恒源检测有限公司'],
    ]);
    expect(code).toBe(1);
  });

  it('are the same from UTF-16, tabs and semicolons', async () => {
    const utf16 = Buffer.from(`\uFEFF${customer.replaceAll(',', '\t')}`, 'utf16le');
    const bigEndian = Buffer.from(utf16).swap16();
    for (const content of [utf16, bigEndian, customer.replaceAll(',', ';')]) {
      const { code, report } = await check(await fileOf(content));
      expect([code, report.records[0]?.name]).toEqual([0, '甲一机械有限公司']);
    }
  });

  it('never show what is sensitive', async () => {
    const { out } = await run('check', fixture('customers.en.csv'), '--object', 'customer', '--stage', 'NEGOTIATION');
    expect(out).toContain('Credit rating: has no plus or minus in the policy; write AA (3.2.7)');
    for (const secret of ['AA+', '12345678901', 'tang@', '300000']) expect(out).not.toContain(secret);
  });
});

describe('a credit rating', () => {
  const of = async (rating: string, ...args: readonly string[]) =>
    (await check(await fileOf(`${customer.replace('\n', ',rating\n').trimEnd()},${rating}\n`), ...args)).report
      .records[0]?.problems;
  it.each([
    ['AA+', 'AA'],
    ['BBB-', 'BBB'],
    ['AA +', 'AA'],
    ['bbb －级', 'BBB'],
  ])('%s is refused with the grade %s, once', async (rating, suggest) => {
    const problems = await of(rating, '--stage', 'NEGOTIATION');
    expect(problems?.filter(({ tag }) => tag === 'rating')).toMatchObject([
      { code: 'RATING_MODIFIER', severity: 'ERROR', data: { suggest } },
    ]);
  });
  it.each([
    ['en', 'Credit rating: has no plus or minus in the policy; write AA (3.2.7)'],
    ['zh-CN', '信用评级：不分正负级，请填写 AA（3.2.7）'],
    ['zh-TW', '信用評級：不分正負級，請填寫 AA（3.2.7）'],
  ])('is refused in words: %s', async (language, message) => {
    expect(await of('AA+', '--language', language)).toMatchObject([{ message }]);
  });
  it('that no list has is no option', async () => {
    expect(await of('一级')).toMatchObject([{ code: 'OPTION_UNKNOWN', tag: 'rating', data: {} }]);
    expect(await of('AA级')).toEqual([]);
  });
  it.each(['ratedAt', 'Rated on', '评级日期', '評級日期'])(
    'has its day in "%s", which is not to come',
    async (column) => {
      const content = `${customer.replace('\n', `,${column}\n`).trimEnd()},`;
      const { report } = await check(await fileOf(`${content}2026-10-01\n`));
      expect(report.errors).toEqual([]);
      expect(codes(report)).toEqual([['DATE_IN_FUTURE ratedAt']]);
      expect(codes((await check(await fileOf(`${content}${TODAY}\n`))).report)).toEqual([[]]);
    },
  );
});

describe('an option that no list has', () => {
  it('answers nothing, and is told once', async () => {
    const { report } = await check(await fileOf(customer.replace(',C\n', ',工业品\n')));
    expect(codes(report)).toEqual([['OPTION_UNKNOWN tagIndustry']]);
    expect(report.records[0]?.completeness).toBe(66);
  });
  it('among others leaves them to answer', async () => {
    const header = 'name,advantageKinds\n数控系统,';
    const at = async (kinds: string) => {
      const file = await fileOf(`${header}${kinds}\n`);
      const { out } = await run('check', file, '--object', 'product', '--stage', 'SOLUTION', '--json');
      return codes(JSON.parse(out) as CheckReport)[0]?.filter((one) => one.endsWith('advantageKinds'));
    };
    const [known] = tagsOf('tagProduct').find((tag) => tag.name === 'advantageKinds')?.options ?? [];
    expect(await at('随便')).toEqual(['OPTION_UNKNOWN advantageKinds']);
    expect(await at(`${known?.value};随便`)).toEqual(['OPTION_UNKNOWN advantageKinds']);
    expect(await at(String(known?.value))).toEqual([]);
    expect(await at('')).toEqual(['REQUIRED_MISSING advantageKinds']);
  });
});

describe('--stage', () => {
  it.each([
    ['PROSPECT', []],
    ['INTERESTED', ['tagCompanySize', 'contactName', 'contactTitle', 'contactPhone', 'tagPurchaseIntent']],
    ['NEEDS_CONFIRMED', ['tagIndustrySegment']],
    ['NEGOTIATION', ['rating', 'hasOverdue', 'tagAnnualPurchase', 'contactEmail', 'contactPhone']],
  ] as const)('%s asks for its tags', async (stage, missing) => {
    const { report } = await check(await fileOf(customer), '--stage', stage);
    expect(codes(report)[0]).toEqual(expect.arrayContaining(missing.map((tag) => `REQUIRED_MISSING ${tag}`)));
    if (stage === 'PROSPECT') expect(codes(report)[0]).toEqual([]);
  });

  it('is PROSPECT unless given', async () => {
    const file = await fileOf(customer);
    expect(await check(file)).toEqual(await check(file, '--stage', 'PROSPECT'));
  });

  it.each([
    ['opportunity', 'name,ownerId,tagSource,tagStage\n数控改造,x,客户推荐,潜在客户\n', ['tagItems', 'tagCompetitors']],
    ['product', 'name,model\n数控系统,X1\n', []],
    ['member', 'name\n王志强\n', []],
  ])('applies to each object: %s', async (object, content, missing) => {
    const { out } = await run('check', await fileOf(content), '--object', object, '--stage', 'SOLUTION', '--json');
    const found = codes(JSON.parse(out) as CheckReport)[0];
    for (const tag of missing) expect(found).toContain(`REQUIRED_MISSING ${tag}`);
    expect(found).not.toContain('REQUIRED_MISSING name');
  });

  it('counts products of an opportunity from the column "products"', async () => {
    const content = 'name,products\n数控改造,数控系统、伺服电机\n';
    const { out } = await run(
      'check',
      await fileOf(content),
      '--object',
      'opportunity',
      '--stage',
      'SOLUTION',
      '--json',
    );
    expect(codes(JSON.parse(out) as CheckReport)[0]).not.toContain('REQUIRED_MISSING tagItems');
  });
});

describe('a file that cannot be read', () => {
  it.each([
    ['is missing', '/no/such/file.csv', 'there is no file /no/such/file.csv'],
    ['lies within a file', `${fixture('broken.csv')}/x.csv`, /x\.csv cannot be read \(ENOTDIR\)$/],
    ['is a folder', fixture(''), /fixtures\/cli\/ is a folder; name a file$/],
  ])('%s: named, exit 2', async (_what, file, message) => {
    const { code, out, err } = await run('check', file, '--object', 'customer');
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });

  it('is a folder, whatever its name', async () => {
    const folder = join(dirname(await fileOf('')), 'customers.csv');
    await mkdir(folder);
    expect((await run('check', folder, '--object', 'customer')).err).toBe(`error: ${folder} is a folder; name a file`);
  });

  const workbook = Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0);
  it.each<[string, string | Uint8Array, string, RegExp]>([
    ['a workbook', workbook, 'a.xlsx', /a\.xlsx is a workbook, not text; save it as "CSV UTF-8"/],
    ['an old workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), 'a.xls', /is a workbook/],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0), 'a.csv', /a\.csv is not text/],
    ['neither UTF-8 nor GB18030', Uint8Array.of(0xff, 0xff, 0x41), 'a.csv', /is neither UTF-8 nor GB18030 text/],
    ['empty', '', 'a.csv', /a\.csv is empty: its first line must name the columns/],
    ['blank lines only', ' \n\r\n', 'a.csv', /a\.csv is empty/],
    ['a broken header', '"name,x\n甲,乙\n', 'a.csv', /line 1 must name the columns, but a quotation mark is opened/],
    ['half a JSON file', '[{"name":', 'a.json', /a\.json is not JSON: /],
    ['empty JSON', '', 'a.json', /a\.json is not JSON: /],
    ['JSON of something else', '{"name":"甲"}', 'a.json', /a\.json must hold an array of records/],
  ])('is %s', async (_what, content, name, message) => {
    const file = await fileOf(content, name);
    const { code, err } = await run('check', file, '--object', 'customer');
    expect(code).toBe(2);
    expect(err).toMatch(message);
    const inJson = await run('check', file, '--object', 'customer', '--json');
    expect(JSON.parse(inJson.out)).toEqual({ error: { message: expect.stringMatching(message) } });
    expect([inJson.code, inJson.err]).toEqual([2, '']);
  });
});

describe('what is broken in a file is named, and the rest is judged', () => {
  it('lines and columns of CSV', async () => {
    const { code, report } = await check(fixture('broken.csv'));
    expect(report.errors).toEqual(
      [
        ['BROKEN_LINE', 3, 'line 3: a quotation mark does not close where its cell ends; it was left out'],
        ['BROKEN_LINE', 4, 'line 4: 2 cells where the header has 4; it was left out'],
        ['BROKEN_LINE', 6, 'line 6: 7 cells where the header has 4; it was left out'],
        [
          'BROKEN_LINE',
          7,
          'line 7: a quotation mark stands inside a cell that does not begin with one; it was left out',
        ],
      ].map(([code, line, message]) => ({ code, line, message })),
    );
    expect(report.notes).toEqual([
      { code: 'UNKNOWN_COLUMN', line: null, message: 'unknown column "客户等級" was left out' },
    ]);
    expect(report.records.map(({ row, line, name }) => [row, line, name])).toEqual([
      [1, 2, '甲一机械有限公司'],
      [4, 5, '丁四机械有限公司'],
      [7, 8, '庚七机械有限公司'],
      [8, 10, '辛八机械\n有限公司'],
    ]);
    expect(code).toBe(2);
  });

  it('a quotation mark that is never closed takes its own line only', async () => {
    const { report } = await check(
      await fileOf('name,tagCustomerType,tagIndustry\n"甲公司,SME,C\n乙二机械有限公司,SME,C\n'),
    );
    expect(report.errors.map(({ message }) => message)).toEqual([
      'line 2: a quotation mark is opened and never closed; it was left out',
    ]);
    expect(report.records.map(({ row, line, problems }) => [row, line, problems])).toEqual([[2, 3, []]]);
  });

  it('lines of NDJSON', async () => {
    const { code, report } = await check(fixture('broken.ndjson'));
    expect(report.errors.map(({ code: fault, line }) => [fault, line])).toEqual([
      ['BROKEN_LINE', 2],
      ['BROKEN_LINE', 4],
    ]);
    expect(report.notes[0]?.message).toBe('unknown column "tagIndustri" was left out; did you mean "tagIndustry"?');
    expect(report.records.map(({ row, line }) => [row, line])).toEqual([
      [1, 1],
      [4, 5],
    ]);
    expect(code).toBe(2);
  });

  it('records of JSON', async () => {
    const file = await fileOf(
      '{"records":[3,{"name":"甲一机械有限公司","tagCustomerType":"SME","tagIndustry":"C"},null]}',
      'a.json',
    );
    const { code, report } = await check(file);
    expect(report.errors.map(({ message }) => message)).toEqual([
      'record 1: expected an object in braces; it was left out',
      'record 3: expected an object in braces; it was left out',
    ]);
    expect([code, codes(report), report.records[0]?.row]).toEqual([2, [[]], 2]);
  });

  it.each([
    ['a column named twice', 'name,name\n甲一机械有限公司,乙\n', ['column "name" stands twice; the first one counts']],
    [
      'two columns of one tag',
      'name,客户名称\n甲一机械有限公司,乙\n',
      ['column "客户名称" is the same tag as "name" and was left out'],
    ],
    [
      'a part beside the whole',
      'name,tagBudgetMin,tagBudgetMin.amountMicros\n甲一机械有限公司,1,2\n',
      ['column "tagBudgetMin.amountMicros" is the same tag as "tagBudgetMin" and was left out'],
    ],
    [
      'the whole beside a part',
      'name,contactName.lastName,联系人姓名\n甲一机械有限公司,唐,李\n',
      ['column "联系人姓名" is the same tag as "contactName.lastName" and was left out'],
    ],
  ])('%s', async (_what, content, messages) => {
    const { code, report } = await check(await fileOf(content));
    expect(report.errors.map(({ message }) => message)).toEqual(messages);
    expect(code).toBe(2);
    expect(report.records.every(({ name }) => name === '甲一机械有限公司')).toBe(true);
  });

  it.each([
    [
      'a column without a name but with cells',
      `${customer.replace('\n', ',\n').trimEnd()},乙\n`,
      'column 4 has no name; it was left out',
    ],
    ['an unknown column without records', 'name,等级\n', 'unknown column "等级" was left out'],
  ])('%s is a note, and no fault', async (_what, content, message) => {
    const { code, report } = await check(await fileOf(content));
    expect([code, report.errors, report.notes.map((note) => note.message)]).toEqual([0, [], [message]]);
  });

  it('prints faults on standard error with the name of the file', async () => {
    const file = fixture('broken.csv');
    const { out, err } = await run('check', file, '--object', 'customer');
    expect(err.split('\n')[1]).toBe(`error: ${file}: line 4: 2 cells where the header has 4; it was left out`);
    expect(out).toBe('4 records: 4 clean, 0 errors, 0 warnings; 100 % complete on average');
  });
});

describe('odd but sound files', () => {
  it.each([
    ['commas behind the last column', 'name,tagCustomerType,tagIndustry,,\n甲一机械有限公司,SME,C,,\n'],
    ['commas behind the last cell of a row', `${customer.trimEnd()},,\n`],
    ['rows of commas only', `${customer},,\n,,\n`],
    ['no line end', customer.trimEnd()],
    ['old line ends', customer.replaceAll('\n', '\r')],
    ['white space around cells', 'name , tagCustomerType, tagIndustry\n 甲一机械有限公司,\tSME , C　\n'],
    ['full-width names and letters', 'name,ｔａｇＣｕｓｔｏｍｅｒＴｙｐｅ,tagIndustry\n甲一机械有限公司,ＳＭＥ,ｃ\n'],
    ['columns of an export', 'id,createdAt,name,tagCustomerType,tagIndustry\n1,2,甲一机械有限公司,SME,C\n'],
    ['quoted commas and quotes', 'name,tagCustomerType,tagIndustry,产品需求\n甲一机械有限公司,SME,C,"用"",""分开"\n'],
  ])('%s', async (_what, content) => {
    const { code, report } = await check(await fileOf(content));
    expect([code, report.errors, codes(report)]).toEqual([0, [], [[]]]);
  });

  it.each([
    ['CSV', 'a.txt', customer],
    ['JSON', 'a.txt', '[{"name":"甲一机械有限公司","tagCustomerType":"SME","tagIndustry":"C"}]'],
    [
      'JSON under records',
      'data',
      '{\n"records": [{"name":"甲一机械有限公司","tagCustomerType":"SME","tagIndustry":"C"}]\n}',
    ],
    ['NDJSON', 'data', '{"name":"甲一机械有限公司","tagCustomerType":"SME","tagIndustry":"C"}\n'],
    ['NDJSON by extension', 'a.JSONL', '{"name":"甲一机械有限公司","tagCustomerType":"SME","tagIndustry":"C"}\n'],
  ])('%s is told by how it begins in %s', async (_what, name, content) => {
    const { code, report } = await check(await fileOf(content, name));
    expect([code, report.records.length]).toEqual([0, 1]);
  });

  it('a header alone, or an empty list, holds no record and no problem', async () => {
    const file = await fileOf('name\n');
    expect(await run('check', file, '--object', 'customer')).toEqual({
      code: 0,
      out: `No record was read from ${file}`,
      err: '',
    });
    expect((await check(await fileOf('[]', 'a.json'))).report.records).toEqual([]);
  });

  it('a line break or an escape in a name does not reach the terminal', async () => {
    const { out } = await run(
      'check',
      await fileOf('name,tagIndustry\n"甲\n\u001b[31m公司",x\n'),
      '--object',
      'customer',
    );
    expect(out.split('\n')[1]).toBe('Record 1, line 2: 甲 [31m公司, 33 % complete');
  });
});

describe('values as people write them', () => {
  const judged = async (column: string, cell: string): Promise<string[]> => {
    const quoted = `"${cell.replaceAll('"', '""')}"`;
    const { report } = await check(
      await fileOf(`${customer.split('\n')[0]},${column}\n甲一机械有限公司,SME,C,${quoted}\n`),
    );
    expect(report.errors).toEqual([]);
    return codes(report)[0] ?? [];
  };

  // The upper end of the budget stands at 300,000 yuan: a lower end above it is a problem, one at it is none.
  const budget = async (cell: string): Promise<string[]> => {
    const content = `name,tagCustomerType,tagIndustry,tagBudgetMax,tagBudgetMin\n甲一机械有限公司,SME,C,300000,"${cell}"\n`;
    return codes((await check(await fileOf(content))).report)[0] ?? [];
  };

  it.each([
    ['300000', '300001'],
    ['300,000', '300,001'],
    ['30,0000', '30,0001'],
    ['300 000', '300 001'],
    ['300，000', '300，001'],
    ['３０００００', '３００００１'],
    ['300000.00', '300000.01'],
    ['3E+05', '3.00001E+05'],
    ['30万', '30.0001万'],
    ['30萬元', '30.0001萬元'],
    ['¥30万', '¥31万'],
    ['￥300,000.00', '￥300,000.01'],
    ['300千元', '301千元'],
    ['0.003亿', '0.00300001亿'],
    ['0.3百万', '0.300001百万'],
    ['0.03千万', '0.0300001千万'],
    ['300000元', '300001元'],
    ['人民币30万元', '人民币31万元'],
    ['30万元人民币', '31万元人民币'],
    ['CNY 300000', 'CNY 300001'],
    ['300000 rmb', '300001 rmb'],
  ])('amount %s is 300,000 yuan, %s is above it', async (at, above) => {
    expect(await budget(at)).toEqual([]);
    expect(await budget(above)).toEqual(['BUDGET_RANGE tagBudgetMax']);
  });

  it.each([
    ['USD 300', 'BUDGET_CURRENCY tagBudgetMax'],
    ['US$300', 'BUDGET_CURRENCY tagBudgetMax'],
    ['300 EUR', 'BUDGET_CURRENCY tagBudgetMax'],
    ['30万美元', 'BUDGET_CURRENCY tagBudgetMax'],
    ['HK$300', 'BUDGET_CURRENCY tagBudgetMax'],
    ['-1', 'NEGATIVE_AMOUNT tagBudgetMin'],
    ['1,5', 'NOT_A_NUMBER tagBudgetMin'],
    ['1,2,3', 'NOT_A_NUMBER tagBudgetMin'],
    ['1.234.567', 'NOT_A_NUMBER tagBudgetMin'],
    ['三十万', 'NOT_A_NUMBER tagBudgetMin'],
    ['10-20万', 'NOT_A_NUMBER tagBudgetMin'],
    ['30万左右', 'CURRENCY_UNKNOWN tagBudgetMin'],
    ['USD 30元', 'CURRENCY_UNKNOWN tagBudgetMin'],
    ['XYZ 30', 'CURRENCY_UNKNOWN tagBudgetMin'],
    ['constructor 30', 'CURRENCY_UNKNOWN tagBudgetMin'],
    ['9007199254740992', 'NOT_A_NUMBER tagBudgetMin'],
    ['1e999', 'NOT_A_NUMBER tagBudgetMin'],
    ['9'.repeat(400), 'NOT_A_NUMBER tagBudgetMin'],
  ])('amount %s: %s', async (cell, problem) => {
    expect(await budget(cell)).toEqual([problem]);
  });

  it.each([
    ['员工数量', '1,200', []],
    ['员工数量', '120人', []],
    ['员工数量', '１２０', []],
    ['员工数量', '0', []],
    ['员工数量', '-1', ['NEGATIVE_AMOUNT tagEmployees']],
    ['员工数量', '12.5', ['NOT_A_WHOLE_NUMBER tagEmployees']],
    ['员工数量', '0x10', ['NOT_A_NUMBER tagEmployees']],
    ['员工数量', '约120', ['NOT_A_NUMBER tagEmployees']],
    ['员工数量', '9007199254740991', []],
    ['员工数量', '9007199254740992', ['NOT_A_NUMBER tagEmployees']],
    ['决策周期', '1', []],
    ['决策周期', '0天', ['NOT_POSITIVE tagDecisionCycleDays']],
  ])('number %s %s', async (column, cell, problems) => {
    expect(await judged(column, cell)).toEqual(problems);
  });

  const since = (cell: string): Promise<string[]> => judged('tagSpecialNeedsConfirmedAt', cell);
  it.each([
    ['2026-09-30', '2026-10-01'],
    ['2026/9/30', '2026/10/1'],
    ['2026.9.30', '2026.10.1'],
    ['2026年9月30日', '2026年10月1日'],
    ['２０２６年９月３０日', '２０２６年１０月１日'],
    ['20260930', '20261001'],
    ['2026/9/30 0:00', '2026/10/1 0:00:00'],
    ['2026-09-30T23:59:59', '2026-10-01T00:00:00'],
    // In Shanghai, whatever the zone of the process.
    ['2026-09-30T15:59:59Z', '2026-09-30T16:00:00Z'],
    ['2026-09-30T23:59:59+08:00', '2026-10-01T00:00:00+0800'],
    ['2026-10-01T00:59:59+09:00', '2026-10-01T01:00:00+09:00'],
  ])('date %s is today, %s is after it', async (today, tomorrow) => {
    expect(await since(today)).toEqual([]);
    expect(await since(tomorrow)).toEqual(['DATE_IN_FUTURE tagSpecialNeedsConfirmedAt']);
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-9',
    '30/9/2026',
    '26/9/30',
    '2026-9/30',
    '19999',
    '73051',
    '上周',
    '2026-09-30 garbage',
    '2026-09-30T25:00:00Z',
  ])('date %s is none', async (cell) => {
    expect(await since(cell)).toEqual(['NOT_A_DATE tagSpecialNeedsConfirmedAt']);
  });
  it('29 February of a leap year is a date', async () => {
    expect(await since('2024-02-29')).toEqual([]);
  });

  const overdue = async (cell: string): Promise<string[]> => {
    const content = `name,tagCustomerType,tagIndustry,是否逾期,逾期次数,逾期时长\n甲一机械有限公司,SME,C,${cell},1,1\n`;
    return codes((await check(await fileOf(content))).report)[0] ?? [];
  };
  it.each([
    ...['是', '有', 'Yes', 'TRUE', 'y', '1', '１', '√'].map((cell) => [cell, []] as const),
    ...['否', '无', '無', 'No', 'false', '0', '没有', '×'].map(
      (cell) => [cell, ['OVERDUE_CONTRADICTION hasOverdue']] as const,
    ),
    ...['2', '也许', '-'].map((cell) => [cell, ['NOT_A_BOOLEAN hasOverdue']] as const),
  ])('yes or no: %s', async (cell, problems) => {
    expect(await overdue(cell)).toEqual(problems);
  });

  it.each([
    ['一个选项', '培训', []],
    ['several', '培训;技术支持', []],
    ['parted as Chinese lists are', '培训、技术支持，物流配送', []],
    ['by value', 'TRAINING, LOGISTICS', []],
    ['one unknown', '培训、养护', ['OPTION_UNKNOWN tagServiceNeeds']],
  ])('options: %s', async (_what, cell, problems) => {
    expect(await judged('服务需求', cell)).toEqual(problems);
  });

  it('a value that cannot be read is told once', async () => {
    const content =
      'name,tagCustomerType,tagIndustry,期初合作次数,期初首次合作时间,是否逾期,逾期次数,逾期时长,tagBudgetMin\n' +
      '甲一机械有限公司,SME,C,2,上周,是,两次,15,不详\n';
    const { report } = await check(await fileOf(content), '--stage', 'PROSPECT');
    expect(codes(report)[0]).toEqual([
      'NOT_A_DATE tagOpeningSince',
      'NOT_A_NUMBER overdueCount',
      'NOT_A_NUMBER tagBudgetMin',
    ]);
    expect(report.records[0]?.problems.map(({ data }) => data)).toEqual([
      { value: '上周' },
      { value: '…' },
      { value: '…' },
    ]);
  });

  it.each([
    ['an object where a number stands', { tagEmployees: { n: 1 } }, ['NOT_A_NUMBER tagEmployees']],
    ['an amount of another shape', { tagBudgetMin: { amount: 3 } }, ['NOT_A_NUMBER tagBudgetMin']],
    ['an amount without a number', { tagBudgetMin: { amountMicros: null, currencyCode: 'CNY' } }, []],
    ['a list where an option stands', { tagRegion: ['BEIJING'] }, []],
    ['an object where an option stands', { tagRegion: {} }, ['OPTION_UNKNOWN tagRegion']],
    ['a number where a phone stands', { contactPhone: 13_961_718_800 }, []],
    ['a number within a phone', { contactPhone: { primaryPhoneNumber: 123 } }, ['PHONE_INVALID contactPhone']],
    ['null everywhere', { tagRegion: null, contactPhone: null, tagChannels: null, hasOverdue: null }, []],
    ['a key of every object', JSON.parse('{"__proto__": {"name": "乙"}}') as object, null],
  ])('JSON: %s', async (_what, fields, problems) => {
    const record = Object.assign(Object.create(null), {
      name: '甲一机械有限公司',
      tagCustomerType: 'SME',
      tagIndustry: 'C',
    });
    const content = JSON.stringify([Object.fromEntries([...Object.entries(record), ...Object.entries(fields)])]);
    const { report } = await check(await fileOf(content, 'a.json'));
    if (problems === null)
      expect(report.notes.map(({ message }) => message)).toEqual(['unknown column "__proto__" was left out']);
    else expect(codes(report)).toEqual([problems]);
    expect(report.records[0]?.name).toBe('甲一机械有限公司');
  });

  it('the same name or credit code twice is a problem of both', async () => {
    const content = `name,tagCustomerType,tagIndustry,统一社会信用代码
甲一机械有限公司,SME,C,91320214MA1MXQ3X6L
甲一機械有限公司,SME,C,
乙二机械有限公司,SME,C,91320214MA1MXQ3X6L
丙三机械有限公司,SME,C,
`;
    const { report } = await check(await fileOf(content));
    const found = report.records.map(({ problems }) =>
      problems.map(({ code }) => code).filter((code) => code.endsWith('_DUPLICATE')),
    );
    expect(found).toEqual(
      [['NAME_DUPLICATE', 'CREDIT_CODE_DUPLICATE'], ['NAME_DUPLICATE'], ['CREDIT_CODE_DUPLICATE'], []].map((list) =>
        expect.arrayContaining(list),
      ),
    );
    expect(found.map((list) => list.length)).toEqual([2, 1, 1, 0]);
  });
});

describe('the answer', () => {
  it('has the shape of the design', async () => {
    const { code, report } = await check(await fileOf('name,tagIndustry,tagIndustrySegment\n甲一机械有限公司,I,C38\n'));
    expect(code).toBe(1);
    expect(report).toEqual({
      records: [
        {
          row: 1,
          line: 2,
          name: '甲一机械有限公司',
          completeness: 66,
          losses: [],
          problems: [
            {
              code: 'REQUIRED_MISSING',
              severity: 'ERROR',
              tag: 'tagCustomerType',
              clause: '2.1.2',
              data: { stage: 'PROSPECT' },
              message: 'Customer type: is missing (2.1.2)',
            },
            {
              code: 'SEGMENT_NOT_IN_INDUSTRY',
              severity: 'ERROR',
              tag: 'tagIndustrySegment',
              clause: '2.1.10',
              data: { segment: 'C38', industry: 'I' },
              message: expect.stringContaining('does not belong to'),
            },
          ],
        },
      ],
      summary: {
        records: 1,
        clean: 0,
        errors: 2,
        warnings: 0,
        byCode: { REQUIRED_MISSING: 1, SEGMENT_NOT_IN_INDUSTRY: 1 },
        completeness: 66,
      },
      missingColumns: [
        { tag: 'tagCustomerType', clause: '2.1.2', records: 1, message: 'Customer type: is missing (2.1.2)' },
      ],
      errors: [],
      notes: [],
    });
  });

  it.each([
    ['en', 'Customer type: is missing (2.1.2)'],
    ['zh-CN', '客户类型：缺失（2.1.2）'],
    ['zh-TW', '客戶類型：缺失（2.1.2）'],
  ])('speaks %s', async (language, message) => {
    const { report } = await check(await fileOf('name,tagIndustry\n甲一机械有限公司,C\n'), '--language', language);
    expect(report.records[0]?.problems[0]?.message.slice(0, 6)).toBe(message.slice(0, 6));
    expect(report.records[0]?.problems).toHaveLength(1);
  });

  it('exits 0 for a warning alone, and 1 when it is to be strict', async () => {
    const file = await fileOf(customer.replace('甲一机械有限公司', '甲一机械'));
    const { code, report } = await check(file);
    expect([code, report.summary.errors, report.summary.warnings]).toEqual([0, 0, 1]);
    expect((await check(file, '--strict')).code).toBe(1);
    expect((await check(await fileOf(customer), '--strict')).code).toBe(0);
  });

  it.each([
    [['check', '--object', 'customer'], "missing required argument 'file'"],
    [['check', 'a.csv'], "required option '--object <object>' not specified"],
    [['check', 'a.csv', '--object', 'person'], 'Allowed choices are customer, opportunity, product, member.'],
    [['check', 'a.csv', '--object', 'customer', '--stage', 'LOST'], 'Allowed choices are PROSPECT, INTERESTED,'],
    [['check', 'a.csv', '--object', 'customer', '--language', 'de'], 'Allowed choices are en, zh-CN, zh-TW.'],
    [['check', 'a.csv', 'b.csv', '--object', 'customer'], 'too many arguments'],
    [['check', fixture('customers.json'), '--object', 'customer', '--today', '2026-02-30'], 'is not a calendar date'],
  ])('%j is wrong use', async (args, message) => {
    const { code, out, err } = await run(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
    const inJson = await run(...args, '--json');
    expect(inJson.code).toBe(2);
    expect((JSON.parse(inJson.out) as { error: { message: string } }).error.message).toContain(message);
  });
});

describe('column names', () => {
  it.each(GOVERNED_OBJECTS)('of %s mean one tag each, in every language', (object) => {
    for (const tag of tagsOf(object).filter(({ kind, required }) => kind !== 'ONE_TO_MANY' || required)) {
      const names = [tag.name, ...LANGUAGES.map((language) => tag.label[language]), ...(tag.aliases ?? [])];
      expect(names.map((name) => [name, findColumn(object, name)])).toEqual(
        names.map((name) => [name, expect.objectContaining({ tag, part: null })]),
      );
    }
  });
});
