import { industries } from './picklists.ts';
import type { Tag } from './types.ts';
import { entriesOf, words } from './types.ts';

const tag = entriesOf('tagOpportunityItem');

/** A product of an opportunity: what product sales are counted from (5.3.1, 5.3.3). */
export const opportunityItemTags: readonly Tag[] = [
  tag(
    'name',
    'TEXT',
    'RECORD',
    'ITEM',
    words('Item', '条目', '條目'),
    words('What is offered', '机会产品的名称', '機會產品的名稱'),
    ['2.2.9'],
    { icon: 'IconTag' },
  ),
  tag(
    'opportunity',
    'MANY_TO_ONE',
    'RECORD',
    'ITEM',
    words('Opportunity', '销售机会', '銷售機會'),
    words('The opportunity the product is offered in', '涉及此产品的销售机会', '涉及此產品的銷售機會'),
    ['2.2.9'],
    { relation: { target: 'opportunity', inverse: 'tagItems', onDelete: 'CASCADE' }, icon: 'IconTargetArrow' },
  ),
  tag(
    'product',
    'MANY_TO_ONE',
    'RECORD',
    'ITEM',
    words('Product', '产品', '產品'),
    words('The product offered', '所提供的产品', '所提供的產品'),
    ['2.2.9', '5.3.3'],
    { relation: { target: 'tagProduct', inverse: 'items', onDelete: 'SET_NULL' }, icon: 'IconPackage' },
  ),
  tag(
    'quantity',
    'NUMBER',
    'RECORD',
    'ITEM',
    words('Quantity', '数量', '數量'),
    words('How many', '产品数量', '產品數量'),
    ['2.1.13'],
    { icon: 'IconHash' },
  ),
  tag(
    'amount',
    'CURRENCY',
    'RECORD',
    'ITEM',
    words('Amount', '金额', '金額'),
    words('Amount of this item', '此条目的金额', '此條目的金額'),
    ['5.3.3'],
    { icon: 'IconCash' },
  ),
  tag(
    'soldOn',
    'DATE',
    'RECORD',
    'ITEM',
    words('Sold on', '售出日期', '售出日期'),
    words(
      'Day of the contract, once it is signed; empty while the product is only offered',
      '签约后为合同日期；仅报价时为空',
      '簽約後為合約日期；僅報價時為空',
    ),
    ['5.3.1'],
    { writer: 'APPLICATION', icon: 'IconSignature' },
  ),
  tag(
    'industry',
    'SELECT',
    'RECORD',
    'ITEM',
    words('Industry', '所属行业', '所屬行業'),
    words("The customer's industry, once the product is sold", '售出后为客户的所属行业', '售出後為客戶的所屬行業'),
    ['5.3.3'],
    { options: industries, writer: 'APPLICATION', icon: 'IconBuildingFactory' },
  ),
];
