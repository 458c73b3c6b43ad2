import { type Words, words } from '../../objects/taxonomy/types.ts';
import type { TagNameInput } from '../rules/tag-name.ts';

/** A name that breaks a naming rule, and what the dictionary holds already beside it. */
export interface NamingExample {
  readonly name: Words;
  /** A sound definition without it. */
  readonly definition?: Words;
  readonly existing?: Words;
}

const inAll = (text: string): Words => words(text, text, text);

/** One example for each naming rule, in the order in which a name is judged; the rule itself says what is wrong with it. */
export const NAMING_EXAMPLES: readonly NamingExample[] = [
  {
    name: words(
      'Customers whom a partner of ours introduced',
      '由合作伙伴介绍并且已经签订合同的客户',
      '由合作夥伴介紹並且已經簽訂合約的客戶',
    ),
  },
  { name: words('VIP 🌟', '贵宾🌟', '貴賓🌟') },
  { name: words('VIP!', '贵宾!', '貴賓!') },
  { name: inAll('2026') },
  { name: words('VIP\u200b customer', '贵宾\u200b客户', '貴賓\u200b客戶') },
  { name: words('n/a', '其他', '其他') },
  { name: words('X', '贵', '貴') },
  { name: words('可能有意向', '可能有意向', '可能有意向') },
  { name: words('价格和服务优势', '价格和服务优势', '價格和服務優勢') },
  { name: words('vip customer', '战略客户', '战略客户'), existing: words('VIP customer', '戰略客戶', '戰略客戶') },
  { name: words('VIP customers', '战略大客户', '戰略大客戶'), existing: words('VIP customer', '战略客户', '戰略客戶') },
  { name: words('VIP customer', '战略客户', '戰略客戶'), definition: inAll('') },
  {
    name: words('VIP customer', '年度战略合作客户', '年度戰略合作客戶'),
    definition: words('VIP customer', '年度战略合作客户', '年度戰略合作客戶'),
  },
];

const SOUND_DEFINITION = words(
  'Bought for more than a million yuan within the last year',
  '最近一年采购额超过一百万元的客户',
  '最近一年採購額超過一百萬元的客戶',
);

/** An example as the rule takes it, in one language. */
export const exampleIn = (example: NamingExample, language: keyof Words): TagNameInput => ({
  name: example.name[language],
  definition: (example.definition ?? SOUND_DEFINITION)[language],
  existing: example.existing ? [example.existing[language]] : [],
});
