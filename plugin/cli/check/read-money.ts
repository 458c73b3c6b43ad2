import { folded } from '../../../workflows/rules/characters.ts';
import { simplify } from '../../../workflows/rules/simplify.ts';
import { NUMBER_UNIT, plainAmount, readNumber } from '../read-number.ts';

/** What a column's name says of every amount in it: `注册资金（万美元）`. */
export interface Scale {
  /** 千, 万, 亿 …; empty when the amounts are whole. */
  readonly unit: string;
  /** ISO 4217; null when the name tells none. */
  readonly currency: string | null;
}

const CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));
/** Signs, and words that the names of the locales do not have, in Simplified. ¥ is the yuan's: the policy's amounts are in yuan. */
const SIGNS: Readonly<Record<string, string>> = {
  '¥': 'CNY',
  'CN¥': 'CNY',
  RMB: 'CNY',
  '元 元整 圆 圆整 块 块钱 人民币 人民币元 元人民币 RMB元 CNY元': 'CNY',
  '$ US$ USD$ 美元 美金 美刀 DOLLAR DOLLARS': 'USD',
  'HK$ 港元 港币 港纸 港圆': 'HKD',
  'NT NT$ NTD 新台币 新台币元 台币 台币元 元新台币': 'TWD',
  'MOP$ 澳门元 澳门币 葡币': 'MOP',
  '€ EURO EUROS 欧元 欧': 'EUR',
  '£ 英镑 镑': 'GBP',
  'JP¥ 日元 日圆 日币 円 YEN': 'JPY',
  '₩ 韩元 韩圆 韩币': 'KRW',
  'S$ SG$ 新加坡元 新加坡币 新币 坡币': 'SGD',
  'A$ AU$ 澳元 澳币 澳大利亚元': 'AUD',
  'C$ CA$ 加元 加币 加拿大元': 'CAD',
  'NZ$ 纽元 纽币 新西兰元': 'NZD',
  '₽ 卢布': 'RUB',
  '₹ 卢比': 'INR',
  '฿ 泰铢 泰币': 'THB',
  '₫ 越南盾 越盾': 'VND',
  'RM 马币 林吉特 令吉': 'MYR',
  '瑞郎 瑞士法郎 SFR': 'CHF',
};

const names = (): ReadonlyMap<string, string> => {
  const table = new Map<string, string>();
  for (const locale of ['zh-Hans', 'zh-Hant', 'en']) {
    const display = new Intl.DisplayNames([locale], { type: 'currency' });
    for (const code of CODES) table.set(keyOf(display.of(code) ?? code), code);
  }
  for (const code of CODES) table.set(code, code);
  for (const [words, code] of Object.entries(SIGNS)) for (const word of words.split(' ')) table.set(word, code);
  return table;
};

const keyOf = (text: string): string => simplify(folded(text)).toUpperCase();

let table: ReadonlyMap<string, string> | undefined;

/** The ISO 4217 code of a currency by its code, sign or name; undefined when it is none. */
export const currencyOf = (text: string): string | undefined => {
  table ??= names();
  return table.get(keyOf(text));
};

const SCALE = new RegExp(`^(?:单位\\s*[:：]?\\s*)?(${NUMBER_UNIT})?(.*)$`);

/** What the words behind a column's name say of its amounts; null when they say something else. */
export const scaleOf = (text: string): Scale | null => {
  const [, unit = '', rest = ''] = SCALE.exec(simplify(folded(text))) ?? [];
  const currency = rest.trim() === '' ? null : currencyOf(rest);
  if (currency === undefined || (unit === '' && currency === null)) return null;
  return { unit, currency };
};

export type MoneyVerdict =
  | { readonly amount: number; readonly currency: string }
  | { readonly fault: 'NOT_A_NUMBER' }
  | { readonly fault: 'CURRENCY_UNKNOWN'; readonly found: string };

/** A currency's name, an amount, a currency's name; at most one of the names is needed. */
const MONEY = new RegExp(`^([^\\d+-]*)([+-]?\\d[\\d.,'\\s]*(?:e[+-]?\\d+)?\\s*(?:${NUMBER_UNIT})?)(\\D*)$`, 'i');
const NAMED = /^[\u4e00-\u9fff]+$/;
const HAS_UNIT = new RegExp(`(?:${NUMBER_UNIT})\\s*$`);

/** Reads an amount as people write it, in yuan unless it or its column says otherwise. */
export const readMoney = (text: string, scale: Scale | null): MoneyVerdict => {
  const match = MONEY.exec(plainAmount(text));
  const written = match?.[2] ?? '';
  // What stands in the cell goes before what stands above it.
  const amount = readNumber(scale && !HAS_UNIT.test(written) ? `${written.trim()}${scale.unit}` : written);
  if (!match || amount === null) return { fault: 'NOT_A_NUMBER' };
  const [before = '', after = ''] = [match[1], match[3]].map((name) => (name ?? '').trim());
  // Behind 新台币 or 港币, 元 is no other currency.
  const found = [before, NAMED.test(before) && /^[元圆圓]整?$/.test(after) ? '' : after].filter(Boolean);
  const codes = new Set(found.map(currencyOf));
  const [code = scale?.currency ?? 'CNY'] = codes;
  if (codes.has(undefined) || codes.size > 1) return { fault: 'CURRENCY_UNKNOWN', found: found.join(' ') };
  return { amount, currency: code };
};
