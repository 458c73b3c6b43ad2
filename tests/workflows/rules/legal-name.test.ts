import { describe, expect, it } from 'vitest';
import { checkLegalName, nameKey } from '../../../workflows/rules/legal-name.ts';
import { simplify } from '../../../workflows/rules/simplify.ts';

describe('Simplified, for comparing', () => {
  it.each([
    ['無錫精控自動化股份有限公司', '无锡精控自动化股份有限公司'],
    ['註冊地址與經營範圍', '注册地址与经营范围'],
    ['丟龜', '丢龟'],
    ['已经是简体 Ltd. 123', '已经是简体 Ltd. 123'],
    ['𠮷野家', '𠮷野家'],
    ['', ''],
  ])('%s', (text, expected) => expect(simplify(text)).toBe(expected));
});

describe('the key of a name', () => {
  it.each([
    ['无锡精控（集团）有限公司', '無錫精控(集團) 有限公司'],
    ['ACME Tools, Ltd.', 'ａｃｍｅ tools ltd'],
    ['甲·乙公司', '甲乙公司'],
    ['甲-乙_丙/丁公司', '甲乙丙丁公司'],
    ['【甲】「乙」公司', '甲乙公司'],
  ])('%s is %s', (left, right) => expect(nameKey(left)).toBe(nameKey(right)));

  it('is small letters without separators, and tells other names apart', () => {
    expect(nameKey('ACME Tools, Ltd.')).toBe('acmetoolsltd');
    expect(nameKey('  ')).toBe('');
    expect(nameKey('锟斤拷公司')).toBe('');
    expect(nameKey('甲公司')).not.toBe(nameKey('乙公司'));
  });

  it('stays right when thousands of names have been asked for', () => {
    const names = Array.from({ length: 5_100 }, (_unused, at) => `第${at}號公司`);
    expect(names.map(nameKey)).toEqual(names.map((name) => name.replace('號', '号')));
    expect(nameKey(names[0] ?? '')).toBe('第0号公司');
  });
});

describe('whether a name looks like a legal one', () => {
  const told = (name: string) => checkLegalName(name).map(({ code, data }) => [code, data]);

  it.each([
    '无锡精控自动化有限公司',
    ' 无锡精控自动化有限公司 ',
    '無錫精控集團',
    '某某合伙企业（有限合伙）',
    '无锡市第二医院',
    'ACME INC.',
    'Acme Tools Co.',
    'Acme Pte.',
    'Siemens AG',
    '四个字厂',
    `${'长'.repeat(98)}公司`,
    '某某石油销售分公司某某加油站',
    '某某县农村信用合作联社某某信用社',
    '某某市供销社',
    '某某有限公司某某旅行社',
    '某某药房',
    '某某海关',
    '某某街道办事处',
    '某某区市场服装商行',
    '某某银行股份有限公司某某分理处',
    '某某会计师事务所（特殊普通合伙）',
    '某某养殖专业合作社',
    '某某县某某镇卫生院',
    '某某小吃（个体工商户）',
    '某某新华书店',
    '某某省某某监狱管理局',
    '某某县第一中学',
    '某某市总工会',
    '某某村村民委员会',
    '某某村经济联合社',
    '某某煤矿',
    '某某汽车修理部',
    '某某電視台',
    '某某工作室',
    '株式会社某某製作所',
    'Philips Nederland B.V.',
    'Rossi S.r.l.',
    'Muster GmbH & Co. KG',
    'Maju Jaya Sdn. Bhd.',
    'Dupont S.à r.l.',
    'Kowalski Sp. z o.o.',
    'Acme Co., Ltd',
    'Acme Pty. Ltd.',
    'Novo A/S',
    'Grupo Sol, S.A. de C.V.',
    'PT Maju Tbk',
    'ООО Ромашка',
    'Общество с ограниченной ответственностью «Ромашка»',
    'ТОВ Приват',
    '某某股权投资基金（有限合伙）',
    '某某投资（特殊普通合伙）',
    '某某律师（普通合伙）',
    '（某某有限公司）分店',
    '某某客栈',
    '某某民宿',
    '某某农家乐',
    '某某苗圃',
    '某某小商品城经营户',
    '某某区人民政府办公室（信访局）',
    '國立臺灣大學',
    '財團法人工業技術研究院',
    '某某企業社',
    'Ａｃｍｅ　Ｃｏ．，Ｌｔｄ．',
    'Acme,Inc',
    'Acme Co.,  Ltd.',
    'Acme (Shanghai) Co., Ltd. (in liquidation)',
    'Acme Co., Ltd. Shanghai Branch',
    'Petroliam Nasional Berhad',
    'Siemens Aktiengesellschaft',
    'Robert Bosch Gesellschaft mit beschränkter Haftung',
    'Bäckerei Müller e.K.',
    'Meier & Söhne GbR',
    'Volvo Aktiebolag',
    'Aktiebolaget Volvo',
    'Yıldız Sanayi Ltd. Şti.',
    'Yıldız Ltd.  Şti.',
    'YILDIZ LİMİTED ŞİRKETİ',
    'Yıldız Anonim Şirketi',
    'Dubai Media FZ-LLC',
    'Meydan L.L.C-FZ',
    'Alicorp S.A.A.',
    'Inversiones Sol, C.A.',
    'Công ty TNHH Sữa Việt Nam',
    'บริษัท เอบีซี จำกัด',
    'PT. Astra International',
    'University of Oxford',
    'The Bank of England',
    'Ministry of Finance',
    'Universität München',
    'World Health Organization',
    // Characters beyond the first plane are one each.
    '𠮷𠮷𠮷厂',
    `${'𠮷'.repeat(98)}公司`,
    '',
    '  ',
  ])('nothing to say of %j', (name) => expect(told(name)).toEqual([]));

  it.each([
    ['甲公司', [['NAME_TOO_SHORT', { min: 4 }]]],
    [`${'长'.repeat(99)}公司`, [['NAME_TOO_LONG', { max: 100 }]]],
    ['无锡精控', [['NAME_SHORT_FORM', {}]]],
    ['公司无锡精控', [['NAME_SHORT_FORM', {}]]],
    ['商行', [['NAME_TOO_SHORT', { min: 4 }]]],
    ['𠮷𠮷厂', [['NAME_TOO_SHORT', { min: 4 }]]],
    [`${'𠮷'.repeat(99)}公司`, [['NAME_TOO_LONG', { max: 100 }]]],
    [`${'𠮷'.repeat(50)}`, [['NAME_SHORT_FORM', {}]]],
    [
      `${'长'.repeat(101)}`,
      [
        ['NAME_TOO_LONG', { max: 100 }],
        ['NAME_SHORT_FORM', {}],
      ],
    ],
    ['Acme (HK)', [['NAME_SHORT_FORM', {}]]],
    ['(某某有限公司)', [['NAME_SHORT_FORM', {}]]],
    ['某某（有限合伙）投资', [['NAME_SHORT_FORM', {}]]],
    [
      '某某厂。 \u200b',
      [
        ['NAME_PUNCTUATION', { found: '。' }],
        ['NAME_SHORT_FORM', {}],
      ],
    ],
    [
      '无锡精控.',
      [
        ['NAME_PUNCTUATION', { found: '.' }],
        ['NAME_SHORT_FORM', {}],
      ],
    ],
    [
      '无锡精控有限公司。',
      [
        ['NAME_PUNCTUATION', { found: '。' }],
        ['NAME_SHORT_FORM', {}],
      ],
    ],
    [
      'Acme Ltd.,',
      [
        ['NAME_PUNCTUATION', { found: ',' }],
        ['NAME_SHORT_FORM', {}],
      ],
    ],
    [
      '甲、',
      [
        ['NAME_TOO_SHORT', { min: 4 }],
        ['NAME_PUNCTUATION', { found: '、' }],
      ],
    ],
  ] as const)('%j', (name, findings) => {
    expect(told(name)).toEqual(findings);
    // Names of other forms exist: nobody is kept from entering one.
    expect(new Set(checkLegalName(name).map(({ severity }) => severity))).toEqual(new Set(['WARNING']));
  });

  it('any will do for an individual business', () => {
    expect(checkLegalName('甲市场乙某菜', true)).toEqual([]);
    expect(checkLegalName('张记小吃！', true)).toMatchObject([{ code: 'NAME_PUNCTUATION', data: { found: '！' } }]);
    expect(checkLegalName('张记小吃.', true)).toEqual([]);
    expect(checkLegalName('张记', true)).toMatchObject([{ code: 'NAME_TOO_SHORT' }]);
    expect(checkLegalName('甲市场乙某菜').map(({ code }) => code)).toEqual(['NAME_SHORT_FORM']);
  });

  it.each([
    ...['阿里巴巴', '工业富联', 'Microsoft', 'Philips', '无锡精控。', '比亚迪汽车', '华为技术', '某某有限公司上海'],
    ...[
      'Zinc',
      'Princo',
      'Ltd Acme',
      'Ptarmigan Foods',
      'Cong tyre',
      'Bank Ofen',
      'Société Générale',
      'Acme Co, Tools',
    ],
  ])('%s is doubted', (name) => {
    expect(told(name).map(([code]) => code)).toContain('NAME_SHORT_FORM');
  });

  it('punctuation inside is none at the end', () => {
    expect(told('Acme, Tools and Partners Limited')).toEqual([]);
    expect(told('inc.Acme!')).toEqual([
      ['NAME_PUNCTUATION', { found: '!' }],
      ['NAME_SHORT_FORM', {}],
    ]);
  });
});
