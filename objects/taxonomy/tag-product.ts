import { productAdvantageKinds, productCategories } from './picklists.ts';
import type { Tag } from './types.ts';
import { entriesOf, words } from './types.ts';

const tag = entriesOf('tagProduct');

/** Product tags (2.3). */
export const productTags: readonly Tag[] = [
  tag(
    'name',
    'TEXT',
    'TAG',
    'PRODUCT',
    words('Product name', '产品名称', '產品名稱'),
    words(
      'Name of the product or service we sell',
      '公司所销售的具体产品或服务的名称',
      '公司所銷售的具體產品或服務的名稱',
    ),
    ['2.3.1'],
    { required: [{ from: 'PROSPECT' }], majorChange: 'NAME', icon: 'IconPackage', aliases: ['Name', '名称', '名稱'] },
  ),
  tag(
    'model',
    'TEXT',
    'TAG',
    'PRODUCT',
    words('Model', '产品型号', '產品型號'),
    words(
      'Specification that tells versions and configurations apart',
      '产品的具体规格型号，用于区分不同版本或配置的产品',
      '產品的具體規格型號，用於區分不同版本或配置的產品',
    ),
    ['2.3.2'],
    {
      required: [{ from: 'PROSPECT' }],
      majorChange: 'NAME',
      searchable: true,
      icon: 'IconVersions',
      aliases: ['型号', '型號'],
    },
  ),
  tag(
    'category',
    'SELECT',
    'TAG',
    'PRODUCT',
    words('Category', '产品类别', '產品類別'),
    words(
      'By function, use and field of application',
      '按照产品的功能、用途、行业应用等因素划分的产品大类',
      '按照產品的功能、用途、行業應用等因素劃分的產品大類',
    ),
    ['2.3.3'],
    {
      options: productCategories,
      required: [{ from: 'PROSPECT' }],
      majorChange: 'APPLICATION_FIELD',
      icon: 'IconCategory',
      aliases: ['类别', '類別'],
    },
  ),
  tag(
    'features',
    'LONG_TEXT',
    'TAG',
    'PRODUCT',
    words('Features', '产品特性', '產品特性'),
    words(
      'Functions, performance, technical parameters; needed before the product is offered',
      '描述产品独特的功能、性能、技术参数等特点；提供方案前必填',
      '描述產品獨特的功能、性能、技術參數等特點；提供方案前必填',
    ),
    ['2.3.4'],
    { required: [{ from: 'SOLUTION' }], majorChange: 'FUNCTION_UPGRADE', icon: 'IconListDetails' },
  ),
  tag(
    'advantageKinds',
    'MULTI_SELECT',
    'TAG',
    'PRODUCT',
    words('Advantage tags', '产品优势', '產品優勢'),
    words(
      'What sets the product apart on the market',
      '产品在市场上相对于同类产品所具有的竞争优势',
      '產品在市場上相對於同類產品所具有的競爭優勢',
    ),
    ['2.3.5'],
    {
      options: productAdvantageKinds,
      required: [{ from: 'SOLUTION', or: ['advantages'] }],
      majorChange: 'PERFORMANCE',
      icon: 'IconAward',
      aliases: ['Product advantages'],
    },
  ),
  tag(
    'advantages',
    'LONG_TEXT',
    'SUPPORT',
    'PRODUCT',
    words('Advantage note', '产品优势说明', '產品優勢說明'),
    words('The advantages in words', '对产品优势的具体说明', '對產品優勢的具體說明'),
    ['2.3.5'],
    { majorChange: 'PERFORMANCE', icon: 'IconNotes', aliases: ['Advantages in detail'] },
  ),
  tag(
    'keeper',
    'MANY_TO_ONE',
    'SUPPORT',
    'PRODUCT',
    words('Kept by', '维护人', '維護人'),
    words("Who keeps the product's tags", '负责维护产品标签的成员', '負責維護產品標籤的成員'),
    ['4.1.7', '4.1.9'],
    {
      relation: { target: 'workspaceMember', inverse: 'tagKeptProducts', onDelete: 'SET_NULL' },
      icon: 'IconUserCheck',
    },
  ),
  tag(
    'items',
    'ONE_TO_MANY',
    'LINK',
    'PRODUCT',
    words('Offered in', '所在机会', '所在機會'),
    words('Opportunities the product is offered in', '涉及此产品的销售机会', '涉及此產品的銷售機會'),
    ['5.3.1'],
    { relation: { target: 'tagOpportunityItem', inverse: 'product' }, icon: 'IconTargetArrow' },
  ),
];
